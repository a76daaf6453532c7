import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** What came of asking; null where there is no such hiding of the own household. */
export type SecondLookAsked = "asked" | "unchanged" | "again" | "too_many" | null;

/**
 * Asks moderators to look again at what is hidden until it is changed: once per change, three times in 24 hours for a household,
 * and not while an objection waits.
 */
export async function askSecondLook(tx: ViewerTx, hidingId: string): Promise<SecondLookAsked> {
  const [done] = await tx.select({ outcome: sql<SecondLookAsked>`viewer.ask_second_look(${hidingId})` }).from(sql`(select) as nothing`);
  return done?.outcome ?? null;
}
