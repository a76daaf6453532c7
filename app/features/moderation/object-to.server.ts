import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** What came of an objection; null where there is no such decision for this viewer. */
export type Objection = "made" | "again" | "too_late" | null;

/**
 * Objects to a decision, once and within six months: to a hiding of the own household, or to the keeping of what one reported.
 * @param decisionId of the hiding or of the report
 */
export async function objectTo(tx: ViewerTx, decisionId: string, reason: string): Promise<Objection> {
  const [done] = await tx.select({ outcome: sql<Objection>`viewer.object_to(${decisionId}, ${reason})` }).from(sql`(select) as nothing`);
  return done?.outcome ?? null;
}
