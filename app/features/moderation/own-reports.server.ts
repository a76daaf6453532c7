import { desc } from "drizzle-orm";
import { report, type ReportCategory } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { reportedByMe } from "./reported-by-me.server.ts";

export type OwnReport = {
  id: string;
  receipt: string;
  subjectKind: "measure" | "wish";
  category: ReportCategory;
  createdAt: Date;
  closedAt: Date | null;
  decision: "hidden" | "kept" | null;
  decisionNote: string | null;
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
      closedAt: report.closedAt,
      decision: report.decision,
      decisionNote: report.decisionNote,
    })
    .from(report)
    .where(reportedByMe)
    .orderBy(desc(report.createdAt));
}
