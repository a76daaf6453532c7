import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { appeal, type AppealOutcome, hiding, report, type ReportCategory, type ReportedKind } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

/** An appeal as a moderator sees it: what was decided first and why, what is said against it, and never by whom. */
export type ModeratedAppeal = {
  id: string;
  neighbourhoodCode: string;
  neighbourhoodName: string;
  subjectKind: ReportedKind;
  first: "hidden" | "kept";
  firstDecidedAt: Date;
  firstReason: string | null;
  rule: ReportCategory;
  rulesVersion: string;
  reason: string | null;
  createdAt: Date;
  decidedAt: Date | null;
  outcome: AppealOutcome | null;
  answer: string | null;
  /** The first decision was of this moderator, so this one is somebody else's. */
  mine: boolean;
  /** How many others moderate the neighbourhood. */
  others: number;
};

const found = (tx: ViewerTx, { residentId, moderates }: Moderator, which: SQL) =>
  tx
    .select({
      id: appeal.id,
      neighbourhoodCode: appeal.neighbourhoodCode,
      neighbourhoodName: neighbourhood.name,
      subjectKind: appeal.subjectKind,
      first: sql<"hidden" | "kept">`case when ${appeal.hidingId} is null then 'kept' else 'hidden' end`,
      firstDecidedAt: sql<Date>`coalesce(${hiding.createdAt}, ${report.closedAt})`.mapWith(appeal.createdAt),
      firstReason: sql<string | null>`coalesce(${hiding.reason}, ${report.decisionNote})`,
      rule: sql<ReportCategory>`coalesce(${hiding.rule}, ${report.rule}, ${report.category})`,
      rulesVersion: sql<string>`coalesce(${hiding.rulesVersion}, ${report.rulesVersion}, '1')`,
      reason: appeal.reason,
      createdAt: appeal.createdAt,
      decidedAt: appeal.decidedAt,
      outcome: appeal.outcome,
      answer: appeal.answer,
      mine: sql<boolean>`${appeal.firstDecidedBy} = ${residentId}`,
      others: sql<number>`viewer.other_moderators(${appeal.neighbourhoodCode})`,
    })
    .from(appeal)
    .innerJoin(neighbourhood, eq(neighbourhood.code, appeal.neighbourhoodCode))
    .leftJoin(hiding, eq(hiding.id, appeal.hidingId))
    .leftJoin(report, eq(report.id, appeal.reportId))
    .where(and(inArray(appeal.neighbourhoodCode, [...moderates]), sql`not viewer.recused(${appeal.subjectKind}, ${appeal.subjectId})`, which))
    .orderBy(asc(appeal.createdAt));

/** Appeals that wait for a decision, oldest first, also those against a decision of this moderator. */
export async function openAppeals(tx: ViewerTx, moderator: Moderator): Promise<ModeratedAppeal[]> {
  return found(tx, moderator, isNull(appeal.decidedAt));
}

/** One appeal; null when there is none that this moderator may see. */
export async function moderatedAppeal(tx: ViewerTx, moderator: Moderator, id: string): Promise<ModeratedAppeal | null> {
  const [row] = await found(tx, moderator, eq(appeal.id, id));
  return row ?? null;
}
