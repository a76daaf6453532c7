import { eq, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { hiding, type ReportCategory } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tellHousehold } from "./tell-household.server.ts";
import { tellReporters } from "./tell-reporters.server.ts";

/**
 * Hides a reported item, with a statement of reasons. Its household is told, and so is everybody who reported it: one
 * decision answers them all.
 * @returns false when the report was decided before, or is not for this moderator
 */
export async function hideReported(tx: ViewerTx, reportId: string, { rule, reason }: { rule: ReportCategory; reason: string }): Promise<boolean> {
  const [made] = await tx.select({ hidingId: sql<string | null>`viewer.hide_reported(${reportId}, ${rule}, ${reason})` }).from(sql`(select) as nothing`);
  if (!made?.hidingId) return false;
  const [hidden] = await tx.select({ id: hiding.subjectId }).from(hiding).where(eq(hiding.id, made.hidingId));
  await journal(tx, { kind: "hiding", id: hidden!.id });
  await tellHousehold(tx, made.hidingId, "item-hidden");
  await tellReporters(tx, reportId);
  return true;
}
