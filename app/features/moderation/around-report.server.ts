import { and, count, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import { appeal, type AppealOutcome, hiding, report, type ReportCategory } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** A decision on the same thing, with what came of an objection; `outcome` is null while that waits. */
export type EarlierDecision = { id: string; what: "hidden" | "kept"; rule: ReportCategory; at: Date; liftedAt: Date | null; appeal: { outcome: AppealOutcome | null } | null };

/** What is around a report: how its thing stands now, what else was reported about it and decided on it; nothing of whose it is or who reported. */
export type AroundReport = {
  standing: { takenBack: boolean; audience: Audience; hidden: boolean; changedAt: Date | null } | null;
  others: { category: ReportCategory; times: number }[];
  decisions: EarlierDecision[];
};

/** What a moderator may know around a report of theirs; empty where the report isn't for them. */
export async function aroundReport(tx: ViewerTx, id: string): Promise<AroundReport> {
  const [standing] = await tx
    .select({
      takenBack: sql<boolean>`standing.taken_back`,
      audience: sql<Audience>`standing.audience`,
      hidden: sql<boolean>`standing.hidden`,
      changedAt: sql<Date | null>`standing.changed_at`.mapWith(report.closedAt),
    })
    .from(sql`viewer.reported_standing(${id}) as standing`);
  const [subject] = await tx.select({ kind: report.subjectKind, id: report.subjectId }).from(report).where(eq(report.id, id));
  if (!subject) return { standing: null, others: [], decisions: [] };
  const aboutIt = (table: typeof report | typeof hiding) => and(eq(table.subjectKind, subject.kind), eq(table.subjectId, subject.id));
  const times = count();
  const others = await tx
    .select({ category: report.category, times })
    .from(report)
    .where(and(aboutIt(report), ne(report.id, id)))
    .groupBy(report.category)
    .orderBy(desc(times), report.category);
  const hidings = await tx
    .select({ id: hiding.id, rule: hiding.rule, at: hiding.createdAt, liftedAt: hiding.liftedAt, appealId: appeal.id, outcome: appeal.outcome })
    .from(hiding)
    .leftJoin(appeal, eq(appeal.hidingId, hiding.id))
    .where(aboutIt(hiding));
  const kept = await tx
    .select({ id: report.id, rule: sql<ReportCategory>`coalesce(${report.rule}, ${report.category})`, at: sql<Date>`${report.closedAt}`.mapWith(report.createdAt), appealId: appeal.id, outcome: appeal.outcome })
    .from(report)
    .leftJoin(appeal, eq(appeal.reportId, report.id))
    .where(and(aboutIt(report), ne(report.id, id), eq(report.decision, "kept"), isNotNull(report.closedAt)));
  const decisions: EarlierDecision[] = [
    ...hidings.map((row) => ({ ...row, what: "hidden" as const })),
    ...kept.map((row) => ({ ...row, what: "kept" as const, liftedAt: null })),
  ].map(({ appealId, outcome, ...row }) => ({ ...row, appeal: appealId ? { outcome } : null }));
  return {
    standing: standing ?? null,
    others: others.map((other) => ({ ...other, times: Number(other.times) })),
    decisions: decisions.sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}
