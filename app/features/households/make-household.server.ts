import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { household, membership, resident } from "../../../db/schema/people.ts";
import { dwelling } from "../../../db/schema/register.ts";
import type { AuthTx, WorkerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";

type Home = { householdId: string; neighbourhoodCode: string };

/**
 * A new household at a home, for one adult who showed to live there. Who lives there already is told, by mail and
 * without a name, and has 14 days to say that it isn't right; nothing of theirs is shown to anybody.
 * @param onPaper the household of somebody without an account there, that is taken over instead
 */
export async function makeHousehold(tx: AuthTx, accountId: string, dwellingId: string, evidence: "letter" | "vouch" | "door", onPaper?: Home): Promise<Home> {
  const [home] = await tx
    .select({ neighbourhoodCode: dwelling.neighbourhoodCode, streetId: dwelling.streetId, buildingId: dwelling.buildingId })
    .from(dwelling)
    .where(eq(dwelling.id, dwellingId));
  if (!home?.neighbourhoodCode || !home.streetId) throw new Error("A home without a neighbourhood or street can't have a household.");
  const { neighbourhoodCode, streetId, buildingId } = home;
  // Two who begin at one address go one after the other, so that the first is told of the second.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`address ${dwellingId}`}, 0))`);
  const already = await adultsAt(tx, dwellingId);
  const [made] = onPaper ? [] : await tx.insert(household).values({ neighbourhoodCode, dwellingId, streetId, buildingId }).returning({ id: household.id });
  const place = onPaper ?? { householdId: made!.id, neighbourhoodCode };
  await moveIn(tx, accountId, place, evidence);
  if (evidence === "letter" && already.length > 0) {
    const now = sql`now()`;
    await tx.insert(addressClaim).values({ neighbourhoodCode, dwellingId, accountId, householdId: place.householdId, way: "letter", provenAt: now, startsAt: now, startedAt: now });
  }
  for (const adult of already) await enqueue(tx, "new-household", { accountId: adult });
  return place;
}

/** Adds an adult to a household that said yes; the others in it are told. */
export async function joinHousehold(tx: AuthTx, accountId: string, place: Home, evidence: "invitation" | "request"): Promise<void> {
  await moveIn(tx, accountId, place, evidence);
  const others = await tx
    .select({ id: membership.residentId })
    .from(membership)
    .where(and(eq(membership.householdId, place.householdId), ne(membership.residentId, accountId), isNull(membership.endedAt)));
  for (const { id } of others) await enqueue(tx, "new-adult", { accountId: id });
}

/** The adults of all households at a home. */
export async function adultsAt(tx: AuthTx | WorkerTx, dwellingId: string): Promise<string[]> {
  const here = tx.select({ id: household.id }).from(household).where(and(eq(household.dwellingId, dwellingId), isNull(household.endedAt)));
  const rows = await tx.select({ id: membership.residentId }).from(membership).where(and(inArray(membership.householdId, here), isNull(membership.endedAt)));
  return rows.map((row) => row.id);
}

// What was chosen in an earlier home doesn't move along: a new home starts blank.
async function moveIn(tx: AuthTx, accountId: string, { householdId, neighbourhoodCode }: Home, evidence: "letter" | "vouch" | "door" | "invitation" | "request"): Promise<void> {
  await tx.insert(membership).values({ neighbourhoodCode, householdId, residentId: accountId, evidence });
  const blank = { neighbourhoodCode, householdId, displayName: null, involvement: null, welcomedAt: null };
  await tx.insert(resident).values({ id: accountId, ...blank }).onConflictDoUpdate({ target: resident.id, set: { ...blank, createdAt: sql`now()` } });
}
