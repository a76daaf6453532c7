import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { hiding, report, type ReportCategory } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

/** A report as its moderator sees it: what it is about, and never who made it. */
export type ModeratedReport = {
  id: string;
  receipt: string;
  neighbourhoodName: string;
  subjectKind: "measure" | "wish";
  category: ReportCategory;
  note: string | null;
  createdAt: Date;
  closedAt: Date | null;
  decision: "hidden" | "kept" | null;
  decisionNote: string | null;
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
  decisionNote: report.decisionNote,
};
// A moderator may have reported something elsewhere, as a resident; that is not theirs to decide on.
const moderatedBy = (moderator: Moderator) => inArray(report.neighbourhoodCode, [...moderator.moderates]);
const found = (tx: ViewerTx) => tx.select(columns).from(report).innerJoin(neighbourhood, eq(neighbourhood.code, report.neighbourhoodCode));

/** Reports that wait for a decision: personal data of somebody first, then the oldest. */
export async function openReports(tx: ViewerTx, moderator: Moderator): Promise<ModeratedReport[]> {
  return found(tx)
    .where(and(moderatedBy(moderator), isNull(report.closedAt)))
    .orderBy(desc(sql`${report.category} = 'personal_data'`), asc(report.createdAt));
}

/** The last twenty decisions, newest first. */
export async function closedReports(tx: ViewerTx, moderator: Moderator): Promise<ModeratedReport[]> {
  return found(tx).where(and(moderatedBy(moderator), isNotNull(report.closedAt))).orderBy(desc(report.closedAt)).limit(20);
}

/** One report, with the hiding that it led to while that stands; null when there is none that this moderator may see. */
export async function moderatedReport(tx: ViewerTx, moderator: Moderator, id: string): Promise<(ModeratedReport & { hidingId: string | null }) | null> {
  const [row] = await tx
    .select({ ...columns, hidingId: hiding.id })
    .from(report)
    .innerJoin(neighbourhood, eq(neighbourhood.code, report.neighbourhoodCode))
    .leftJoin(hiding, and(eq(hiding.subjectId, report.subjectId), eq(hiding.subjectKind, report.subjectKind), isNull(hiding.liftedAt)))
    .where(and(moderatedBy(moderator), eq(report.id, id)))
    .limit(1);
  return row ?? null;
}
