import { eq, sql } from "drizzle-orm";
import { journalLater } from "../../../db/journal.server.ts";
import { municipalPost, promiseReport } from "../../../db/schema/insights.ts";
import { neighbourhood } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Official } from "../session/viewer.ts";

export type NewPost = { neighbourhoodCode: string; kind: "answer" | "promise"; title: string; body: string; dueOn: string | null };

/** Posts an answer or a promise to a neighbourhood of this official. It stays, also when it is withdrawn. */
export async function postToNeighbourhood(tx: ViewerTx, official: Official, post: NewPost): Promise<void> {
  const [place] = await tx.select({ municipalityCode: neighbourhood.municipalityCode }).from(neighbourhood).where(eq(neighbourhood.code, post.neighbourhoodCode));
  if (!place?.municipalityCode) throw new Error("An official posts to a neighbourhood of a municipality.");
  await tx.insert(municipalPost).values({ ...post, municipalityCode: place.municipalityCode, authorId: official.residentId });
}

/** Tells what came of a promise. @param due the new day of one that will be later; null for one that was kept */
export async function reportOnPromise(tx: ViewerTx, official: Official, promiseId: string, reason: string, due: string | null): Promise<void> {
  const [promise] = await tx.select({ neighbourhoodCode: municipalPost.neighbourhoodCode, municipalityCode: municipalPost.municipalityCode }).from(municipalPost).where(eq(municipalPost.id, promiseId));
  if (!promise) throw new Error("A promise is reported on by an official who can read it.");
  await tx.insert(promiseReport).values({ ...promise, promiseId, reason, outcome: due ? "late" : "kept", dueOn: due, authorId: official.residentId }).onConflictDoNothing();
}

/**
 * Withdraws what was posted, with the reason that residents read in its place.
 * @param withoutText something of somebody stands in it: its words go for good
 * @returns false where it was withdrawn before, or is not of this official's municipality
 */
export async function withdrawPost(tx: ViewerTx, id: string, reason: string, withoutText: boolean): Promise<boolean> {
  const [done] = await tx.select({ withdrawn: sql<boolean>`viewer.withdraw_post(${id}, ${reason}, ${withoutText})` }).from(sql`(select) as nothing`);
  if (done!.withdrawn) journalLater();
  return done!.withdrawn;
}
