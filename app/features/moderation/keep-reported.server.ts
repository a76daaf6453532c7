import { and, eq, isNull, sql } from "drizzle-orm";
import { report } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";
import { tellReporters } from "./tell-reporters.server.ts";

/**
 * Leaves a reported item as it is, and says why to who reported it.
 * @returns false when the report was decided before, or is not for this moderator
 */
export async function keepReported(tx: ViewerTx, moderator: Moderator, reportId: string, note: string): Promise<boolean> {
  const [closed] = await tx
    .update(report)
    .set({ closedAt: sql`now()`, closedBy: moderator.residentId, decision: "kept", decisionNote: note })
    .where(and(eq(report.id, reportId), isNull(report.closedAt)))
    .returning({ id: report.id });
  if (!closed) return false;
  await tellReporters(tx, closed.id);
  return true;
}
