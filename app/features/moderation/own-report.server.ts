import { and, eq, sql } from "drizzle-orm";
import { appeal, report } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { reportedByMe } from "./reported-by-me.server.ts";

const columns = {
  id: report.id,
  receipt: report.receipt,
  subjectKind: report.subjectKind,
  category: report.category,
  note: report.note,
  createdAt: report.createdAt,
  decision: report.decision,
  // Why something was hidden is between the moderator and its household.
  decisionNote: sql<string | null>`case when ${report.decision} = 'kept' then ${report.decisionNote} end`,
  rule: report.rule,
  rulesVersion: report.rulesVersion,
  review: report.review,
  objectUntil: sql<Date | null>`case when ${report.decision} = 'kept' then viewer.object_until(${report.closedAt}) end`.mapWith(report.closedAt),
  appeal: { id: appeal.id, reason: appeal.reason, createdAt: appeal.createdAt, decidedAt: appeal.decidedAt, outcome: appeal.outcome, answer: appeal.answer },
};

export type OwnReportInFull = NonNullable<Awaited<ReturnType<typeof ownReport>>>;

/** One report of this resident, as its receipt shows it, with their objection to its outcome; null for anybody else's. */
export async function ownReport(tx: ViewerTx, id: string) {
  const [found] = await tx
    .select(columns)
    .from(report)
    .leftJoin(appeal, eq(appeal.reportId, report.id))
    .where(and(eq(report.id, id), reportedByMe));
  return found ?? null;
}
