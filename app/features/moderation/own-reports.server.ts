import { desc } from "drizzle-orm";
import { type AppealOutcome, report, type ReportCategory, type ReportedKind } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { reportedByMe } from "./reported-by-me.server.ts";

export type OwnReport = {
  id: string;
  receipt: string;
  subjectKind: ReportedKind;
  category: ReportCategory;
  createdAt: Date;
  decision: "hidden" | "kept" | null;
  review: AppealOutcome | null;
};

/** What this resident reported and what was decided, newest first. Other adults of the household don't see it. */
export async function ownReports(tx: ViewerTx): Promise<OwnReport[]> {
  return tx
    .select({
      id: report.id,
      receipt: report.receipt,
      subjectKind: report.subjectKind,
      category: report.category,
      createdAt: report.createdAt,
      decision: report.decision,
      review: report.review,
    })
    .from(report)
    .where(reportedByMe)
    .orderBy(desc(report.createdAt));
}
