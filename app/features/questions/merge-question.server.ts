import { and, eq, isNull, sql } from "drizzle-orm";
import { question, questionMerge } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { roleFor } from "./role-for.ts";
import { similarQuestions, type SimilarQuestion } from "./similar-questions.server.ts";
import { underQuestion } from "./under-question.server.ts";

/**
 * Puts a question together with another one that exactly the same neighbours see; both keep what is theirs.
 * @returns "not_equal" when others see the other one, or it is part of another itself; "already" when it was put together before; null
 * when there are no two such questions, or it isn't this resident's to do
 */
export async function mergeQuestion(tx: ViewerTx, resident: Resident, questionId: string | undefined, intoId: string): Promise<"merged" | "already" | "not_equal" | null> {
  const [under, into] = [await underQuestion(tx, resident, questionId), await underQuestion(tx, resident, intoId)];
  const role = under && roleFor(resident, under.askedHouseholdId === resident.householdId);
  if (!under || !into || !role || under.questionId === into.questionId) return null;
  const [target] = await tx.select({ mergedIntoId: question.mergedIntoId }).from(question).where(eq(question.id, into.questionId));
  const [others] = await tx.select({ id: question.id }).from(question).where(eq(question.mergedIntoId, under.questionId)).limit(1);
  // Two steps are enough to find one's way: what others were put together with stays where it is.
  if (under.reach !== into.reach || target?.mergedIntoId !== null || others) return "not_equal";
  const [made] = await tx
    .insert(questionMerge)
    .values({ ...under, intoId: into.questionId, role, mergedBy: resident.residentId })
    .onConflictDoNothing()
    .returning({ id: questionMerge.id });
  if (!made) return "already";
  await tell(tx, "question-merged", { subjectId: under.questionId, causeId: made.id });
  return "merged";
}

/** Takes two questions apart that this resident put together. @returns false when they did not */
export async function undoMerge(tx: ViewerTx, { residentId }: Resident, questionId: string): Promise<boolean> {
  const undone = await tx
    .update(questionMerge)
    .set({ undoneAt: sql`now()`, undoneBy: residentId })
    .where(and(eq(questionMerge.questionId, questionId), eq(questionMerge.mergedBy, residentId), isNull(questionMerge.undoneAt)))
    .returning({ id: questionMerge.id });
  return undone.length > 0;
}

/** The questions with which one could be put together: alike, seen by the same neighbours, and not part of another. */
export async function mergeable(tx: ViewerTx, resident: Resident, { id, title, reach }: { id: string; title: string; reach: string }): Promise<SimilarQuestion[]> {
  return similarQuestions(tx, resident, title, sql`${question.reach} = ${reach} and ${question.mergedIntoId} is null and ${question.id} <> ${id}`);
}
