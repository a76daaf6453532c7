import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../../db/viewer.server.ts";

/** Ends a preparation that isn't published. The quarter has none other, and what it spent stays spent. @returns false where there is none to end */
export async function cancelPreparation(tx: ViewerTx, id: string): Promise<boolean> {
  const [ended] = await tx.select({ done: sql<boolean>`a.done` }).from(sql`(select viewer.cancel_figures(${id}::uuid) as done) a`);
  return ended?.done ?? false;
}

/** `two_people`: who prepared it can't publish it; `state`: there is nothing to publish (any more). */
export type Publishing = "published" | "two_people" | "state";

/** Publishes figures as they were prepared; nobody can change them afterwards. @returns null for a preparation of others */
export async function publishPreparation(tx: ViewerTx, id: string): Promise<Publishing | null> {
  const [done] = await tx.select({ what: sql<Publishing>`a.what` }).from(sql`viewer.publish_figures(array[${id}::uuid]) a`);
  return done?.what ?? null;
}
