import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../../db/viewer.server.ts";

/** The channel on which a commit tells the job process that figures were asked for. */
export const figuresChannel = "buurhof_figures";

/**
 * Has the figures of an area prepared for the quarter of today: once, whatever comes of it. The job freezes and draws.
 * @param area a neighbourhood that the asker moderates, or the district of one that was too small by itself
 * @returns the id of the preparation; null where there was one already, or the area is none of theirs
 */
export async function askPreparation(tx: ViewerTx, area: string): Promise<string | null> {
  const [asked] = await tx.select({ id: sql<string | null>`a.id` }).from(sql`(select viewer.ask_figures(${area}) as id) a`);
  if (asked?.id) await tx.execute(sql`select pg_notify(${figuresChannel}, '')`);
  return asked?.id ?? null;
}
