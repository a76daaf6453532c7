import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { appeal, type AppealOutcome, hiding, report, type ReportCategory, type ReportedKind } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

/** A report as its moderator sees it: what it is about, and never who made it. */
export type ModeratedReport = {
  id: string;
  receipt: string;
  neighbourhoodName: string;
  subjectKind: ReportedKind;
  category: ReportCategory;
  note: string | null;
  createdAt: Date;
  closedAt: Date | null;
  decision: "hidden" | "kept" | null;
  /** What the first moderator wrote about the decision. */
  decisionNote: string | null;
  review: AppealOutcome | null;
  /** How many other reports there are about the same thing. */
  alike: number;
};

const columns = {
  id: report.id,
  receipt: report.receipt,
  neighbourhoodName: neighbourhood.name,
  subjectKind: report.subjectKind,
  category: report.category,
  note: report.note,
  createdAt: report.createdAt,
  closedAt: report.closedAt,
  decision: report.decision,
  // The reasons of a hiding stand with the hiding; both were written at the same moment.
  decisionNote: sql<string | null>`coalesce(${report.decisionNote}, (select h.reason from hiding h where h.subject_id = ${report.subjectId} and h.created_at = ${report.closedAt} limit 1))`,
  review: report.review,
  alike: sql<number>`(select count(*)::int - 1 from report r where r.subject_kind = ${report.subjectKind} and r.subject_id = ${report.subjectId})`,
};
// A moderator may have reported something, as a resident; that is not theirs to decide on, and neither is what is close to home.
const moderatedBy = (moderator: Moderator) =>
  and(inArray(report.neighbourhoodCode, [...moderator.moderates]), sql`not viewer.recused(${report.subjectKind}, ${report.subjectId})`);
const found = (tx: ViewerTx) => tx.select(columns).from(report).innerJoin(neighbourhood, eq(neighbourhood.code, report.neighbourhoodCode));

/** Reports that wait for a decision of this moderator, oldest first. */
export async function openReports(tx: ViewerTx, moderator: Moderator): Promise<ModeratedReport[]> {
  return found(tx)
    .where(and(moderatedBy(moderator), isNull(report.closedAt)))
    .orderBy(asc(report.createdAt));
}

/** The last twenty decisions, newest first. */
export async function closedReports(tx: ViewerTx, moderator: Moderator): Promise<ModeratedReport[]> {
  return found(tx).where(and(moderatedBy(moderator), isNotNull(report.closedAt))).orderBy(desc(report.closedAt)).limit(20);
}

/** A report with the hiding that it led to while that stands, and the appeal against that while it waits. */
export type ReportInFull = ModeratedReport & { hidingId: string | null; appealId: string | null };

/** One report; null when there is none that this moderator may see. */
export async function moderatedReport(tx: ViewerTx, moderator: Moderator, id: string): Promise<ReportInFull | null> {
  const [row] = await tx
    .select({ ...columns, hidingId: hiding.id, appealId: appeal.id })
    .from(report)
    .innerJoin(neighbourhood, eq(neighbourhood.code, report.neighbourhoodCode))
    .leftJoin(hiding, and(eq(hiding.subjectId, report.subjectId), eq(hiding.subjectKind, report.subjectKind), isNull(hiding.liftedAt)))
    .leftJoin(appeal, and(or(eq(appeal.hidingId, hiding.id), eq(appeal.reportId, report.id)), isNull(appeal.decidedAt)))
    .where(and(moderatedBy(moderator), eq(report.id, id)))
    .limit(1);
  return row ?? null;
}
