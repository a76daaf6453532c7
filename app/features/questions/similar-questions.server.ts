import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { answer, question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { alikeness, isAlike, rankOf, sharesAWord } from "./matching.server.ts";
import { type ListedQuestion, listed, standing, toListed } from "./question-list.server.ts";
import { seenState } from "./seen-state.server.ts";

/** A question that looks like what somebody wants to ask, with the beginning of what came of it. */
export type SimilarQuestion = ListedQuestion & { outcome: string | null };

const most = 5;
const outcomeLength = 200;

/** The questions that are most like a title, of those that this resident sees and for which `besides` holds; those with an outcome first where they match as well. */
export async function similarQuestions(tx: ViewerTx, resident: Resident, title: string, besides?: SQL): Promise<SimilarQuestion[]> {
  const text = title.trim().slice(0, 120);
  if (text.length < 3) return [];
  const state = await seenState(tx);
  const rows = await listed(tx, state)
    .where(and(standing(resident), besides, or(sharesAWord(text), isAlike(text))))
    .orderBy(desc(sql`${rankOf(text)} + ${alikeness(text)}`), desc(question.sharedAt), desc(question.id))
    .limit(most);
  if (rows.length === 0) return [];
  const outcomes = await tx
    .selectDistinctOn([answer.questionId], { questionId: answer.questionId, body: sql<string>`left(${answer.body}, ${outcomeLength})` })
    .from(answer)
    .where(and(inArray(answer.questionId, rows.map(({ id }) => id)), eq(answer.outcome, true), isNull(answer.withdrawnAt), isNull(answer.hiddenAt)))
    .orderBy(answer.questionId, desc(answer.createdAt));
  return rows.map((row) => ({ ...toListed(row, resident), outcome: outcomes.find(({ questionId }) => questionId === row.id)?.body ?? null }));
}
