import { and, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { QuestionState } from "../../../db/schema/choices.ts";
import { answer, question } from "../../../db/schema/questions.ts";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { aboutHomesLike } from "./homes-like.server.ts";
import { ownHomeKind } from "./places.server.ts";
import type { ListChoice } from "./list-choice.ts";
import { listStates, type ListTab } from "./list-choice.ts";
import { matching } from "./matching.server.ts";
import { seenState } from "./seen-state.server.ts";

const pageSize = 20;
const excerptLength = 160;

/** A question in a list; `answers` are those that this viewer sees. */
export type ListedQuestion = {
  id: string;
  title: string;
  excerpt: string | null;
  measureKind: MeasureKind | null;
  state: QuestionState;
  shownName: string | null;
  streetName: string;
  own: boolean;
  answers: number;
  sharedAt: string;
};

/**
 * The questions that this resident sees, newest first; what was put together with another stands there with that one.
 * @returns one page, where the next begins, and how many there are in each tab with the same choices
 */
export async function questionList(tx: ViewerTx, resident: Resident, choice: ListChoice): Promise<{ questions: ListedQuestion[]; next: string | null; counts: Record<ListTab, number> }> {
  const state = await seenState(tx);
  const chosen = and(await visible(tx, resident, choice), choice.search ? await matching(tx, resident, choice.search) : undefined);
  const totals = await tx.select({ state, questions: count() }).from(question).where(chosen).groupBy(state);
  const counts = Object.fromEntries(
    Object.entries(listStates).map(([tab, states]) => [tab, totals.filter((total) => states.some((each) => each === total.state)).reduce((sum, { questions }) => sum + Number(questions), 0)]),
  ) as Record<ListTab, number>;
  const cursor = choice.after ? sql`(${question.sharedAt}, ${question.id}) < ('epoch'::timestamptz + ${choice.after.micros}::bigint * interval '1 microsecond', ${choice.after.id}::uuid)` : undefined;
  const rows = await listed(tx, state)
    .where(and(chosen, inArray(state, [...listStates[choice.tab]]), cursor))
    .orderBy(desc(question.sharedAt), desc(question.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { questions: page.map((row) => toListed(row, resident)), next: rows.length > pageSize && last ? `${last.sharedMicros}_${last.id}` : null, counts };
}

/** Questions as lists show them, with whatever conditions follow. */
export function listed(tx: ViewerTx, state: SQL<QuestionState>) {
  return tx
    .select({
      id: question.id,
      householdId: question.householdId,
      title: question.title,
      excerpt: sql<string | null>`left(${question.body}, ${excerptLength})`,
      measureKind: question.measureKind,
      state,
      shownName: question.shownName,
      streetName: street.name,
      answers: sql<number>`(select count(*) from ${answer} a where a.question_id = ${question.id} and a.withdrawn_at is null and a.hidden_at is null)`.mapWith(Number),
      sharedMicros: sql<string>`(extract(epoch from ${question.sharedAt}) * 1000000)::bigint::text`,
    })
    .from(question)
    .innerJoin(street, eq(street.id, question.streetId))
    .$dynamic();
}

export function toListed({ householdId, sharedMicros, measureKind, ...row }: Awaited<ReturnType<typeof listed>>[number], resident: Resident): ListedQuestion {
  return {
    ...row,
    measureKind: measureKind !== null && isMeasureKind(measureKind) ? measureKind : null,
    own: householdId === resident.householdId,
    sharedAt: new Date(Number(sharedMicros) / 1000).toISOString(),
  };
}

async function visible(tx: ViewerTx, resident: Resident, { kind, likeMine }: Pick<ListChoice, "kind" | "likeMine">): Promise<SQL | undefined> {
  const home = likeMine ? await ownHomeKind(tx, resident) : null;
  return and(
    standing(resident),
    kind ? eq(question.measureKind, kind) : undefined,
    likeMine ? (home ? aboutHomesLike(home) : sql`false`) : undefined,
  );
}

/** Shared, neither taken back nor hidden, and not to be found with another question that is seen. */
export function standing(resident: Resident): SQL | undefined {
  return and(
    eq(question.neighbourhoodCode, resident.neighbourhoodCode),
    isNotNull(question.sharedAt),
    isNull(question.withdrawnAt),
    isNull(question.hiddenAt),
    standsAlone(),
  );
}

/** Not to be found with another question that is seen; in every list of questions alike. */
export function standsAlone(): SQL | undefined {
  return or(isNull(question.mergedIntoId), sql`not exists (select from ${question} q2 where q2.id = ${question.mergedIntoId})`);
}
