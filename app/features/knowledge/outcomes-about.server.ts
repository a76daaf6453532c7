import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { answer, outcomeVerdict, question } from "../../../db/schema/questions.ts";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { type HomeKind, holdsFor } from "../questions/homes-like.server.ts";
import type { Resident } from "../session/viewer.ts";

export type OutcomeAbout = Awaited<ReturnType<typeof outcomesAbout>>["outcomes"][number];

const shown = 5;
const excerptLength = 400;

/** The last that was said of an outcome, of two things that exclude each other; as far as this viewer sees what was said. */
const lastOf = (one: string, other: string): SQL<string | null> =>
  sql`(select v.verdict from ${outcomeVerdict} v where v.answer_id = ${answer.id} and v.verdict in (${one}, ${other}) order by v.created_at desc, v.id desc limit 1)`;

/** Outcomes of a neighbourhood that stand, by `answer` joined with its `question`: there, and not found wanting by who asked. Those of a question that points on to another keep theirs. */
export const standingOutcomes = ({ neighbourhoodCode }: Pick<Resident, "neighbourhoodCode">): SQL =>
  and(
    eq(question.neighbourhoodCode, neighbourhoodCode),
    isNotNull(question.sharedAt),
    isNull(question.withdrawnAt),
    isNull(question.hiddenAt),
    isNotNull(question.measureKind),
    eq(answer.outcome, true),
    isNull(answer.withdrawnAt),
    isNull(answer.hiddenAt),
    sql`${lastOf("accepted", "missing")} is distinct from 'missing'`,
  )!;

/**
 * What neighbours found out about a kind of measure, as far as this resident sees it: first what names homes like theirs, then what
 * holds for every home; the newest first.
 * @returns the first five, and how many there are
 */
export async function outcomesAbout(tx: ViewerTx, resident: Resident, kind: MeasureKind, home: HomeKind | null) {
  const named = sql`not (${answer.dwellingTypes} = '{}' and ${answer.buildingPeriods} = '{}')`;
  const holds = home ? holdsFor(home, sql`${answer.dwellingTypes}`, sql`${answer.buildingPeriods}`) : sql`false`;
  const confirmedAt = sql<string | null>`(select max(v.created_at) from ${outcomeVerdict} v where v.answer_id = ${answer.id} and v.verdict = 'confirmed')`;
  const rows = await tx
    .select({
      id: answer.id,
      questionId: question.id,
      title: question.title,
      body: sql<string>`left(${answer.body}, ${excerptLength})`,
      cut: sql<boolean>`char_length(${answer.body}) > ${excerptLength}`,
      source: answer.source,
      foundOn: answer.foundOn,
      costRange: answer.costRange,
      dwellingTypes: answer.dwellingTypes,
      buildingPeriods: answer.buildingPeriods,
      commercial: answer.commercial,
      shownName: answer.shownName,
      streetName: street.name,
      householdId: answer.householdId,
      likeMine: sql<boolean>`${named} and ${holds}`,
      accepted: sql<boolean>`${lastOf("accepted", "missing")} is not distinct from 'accepted'`,
      stale: sql<boolean>`${lastOf("asked_again", "confirmed")} is not distinct from 'asked_again'`,
      confirmedAt: confirmedAt.mapWith(outcomeVerdict.createdAt),
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(question)
    .innerJoin(answer, eq(answer.questionId, question.id))
    .innerJoin(street, eq(street.id, answer.streetId))
    .where(and(standingOutcomes(resident), eq(question.measureKind, kind)))
    .orderBy(desc(sql`case when not ${named} then 1 when ${holds} then 2 else 0 end`), desc(answer.foundOn), desc(answer.id))
    .limit(shown);
  return {
    count: rows[0]?.total ?? 0,
    outcomes: rows.map(({ householdId, total: _total, ...row }) => ({ ...row, own: householdId === resident.householdId })),
  };
}
