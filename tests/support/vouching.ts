import { eq, sql } from "drizzle-orm";
import { askNeighbours } from "../../app/features/addresses/ask-neighbours.server.ts";
import { ownClaim } from "../../app/features/addresses/own-claim.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { addressClaim } from "../../db/schema/addresses.ts";
import { signup } from "../../db/schema/auth.ts";
import { membership } from "../../db/schema/people.ts";
import { streetInNeighbourhood } from "../../db/schema/register.ts";
import { asAuth, asWorker } from "../../db/viewer.server.ts";
import { accountWithoutHome, dwelling, household, resident, type TestDwelling } from "./people.ts";
import { viewerOf } from "./sign-up.ts";

type Evidence = "letter" | "door" | "invitation" | "request" | "vouch" | "sample";
export type ProvenNeighbour = Resident & { dwelling: TestDwelling; email: string };

/** An adult in a household of their own at a home, proven so many days ago. */
export async function provenNeighbour(at: TestDwelling, { days = 31, evidence = "letter" as Evidence, email = undefined as string | undefined } = {}): Promise<ProvenNeighbour> {
  const made = await resident(await household(at), { email });
  await asWorker((tx) => tx.update(membership).set({ startedAt: sql`now() - make_interval(days => ${days}::int)`, evidence }).where(eq(membership.residentId, made.residentId)));
  return { ...((await viewerOf(made.residentId)) as Resident), dwelling: at, email: made.email };
}

/** Another adult in an existing household, with a letter of their own long ago. */
export async function neighbourFor(householdId: string, at: TestDwelling): Promise<Resident> {
  const made = await resident({ id: householdId, dwelling: at });
  await asWorker((tx) => tx.update(membership).set({ startedAt: sql`now() - interval '60 days'` }).where(eq(membership.residentId, made.residentId)));
  return (await viewerOf(made.residentId)) as Resident;
}

/** So many neighbours in one street who may vouch, each in a home of their own. */
export async function vouchers(count: number, streetId: string): Promise<ProvenNeighbour[]> {
  const made = [];
  for (let each = 0; each < count; each++) made.push(await provenNeighbour(await dwelling(await neighbourhoodOf(streetId), { streetId })));
  return made;
}

/** Somebody with a code for neighbours, at a home of their own in a street unless told otherwise. */
export async function claimant(streetId?: string, at?: TestDwelling, name = "Bo") {
  const home = at ?? (await dwelling(await neighbourhoodOf(streetId!), { streetId: streetId! }));
  const { id, email } = await accountWithoutHome();
  await asAuth((tx) => tx.insert(signup).values({ email, dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, accountId: id, way: "vouch" }));
  const viewer = await viewerOf(id);
  if (!(await askNeighbours(viewer, name))) throw new Error("no code was made");
  const [claim] = await asAuth((tx) => tx.select({ id: addressClaim.id }).from(addressClaim).where(eq(addressClaim.accountId, id)));
  return { accountId: id, email, viewer, home, claimId: claim!.id, code: (await ownClaim(id))!.code! };
}

async function neighbourhoodOf(streetId: string): Promise<string> {
  const [row] = await asAuth((tx) => tx.select({ code: streetInNeighbourhood.neighbourhoodCode }).from(streetInNeighbourhood).where(eq(streetInNeighbourhood.streetId, streetId)));
  return row!.code;
}
