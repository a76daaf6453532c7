import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { hiding, type HidingDuration, type ReportCategory } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { houseRules } from "./house-rules.ts";
import { tellHousehold } from "./tell-household.server.ts";
import { tellReporters } from "./tell-reporters.server.ts";

/**
 * Hides a reported item, with a statement of reasons. Its household is told, and so is everybody who reported it: one
 * decision answers them all.
 * @returns "decided" when somebody decided before, "too_many" after twenty hidings in 24 hours, null when the report is not
 * for this moderator
 */
export async function hideReported(
  tx: ViewerTx,
  reportId: string,
  { rule, duration, reason }: { rule: ReportCategory; duration: HidingDuration; reason: string },
): Promise<"hidden" | "decided" | "too_many" | null> {
  const [done] = await tx
    .select({ outcome: sql<"hidden" | "decided" | "too_many" | null>`viewer.hide_reported(${reportId}, ${rule}, ${houseRules.version}, ${duration}, ${reason})` })
    .from(sql`(select) as nothing`);
  if (done?.outcome !== "hidden") return done?.outcome ?? null;
  const [hidden] = await tx
    .select({ id: hiding.id, subjectId: hiding.subjectId, subjectKind: hiding.subjectKind })
    .from(hiding)
    .where(and(eq(hiding.reportId, reportId), isNull(hiding.liftedAt)));
  await journal(tx, { kind: "hiding", id: hidden!.subjectId, otherId: hidden!.id });
  await tellHousehold(tx, hidden!.id, hidden!.subjectKind === "municipal_post" ? "post-hidden" : "item-hidden");
  await tellReporters(tx, reportId);
  return "hidden";
}
