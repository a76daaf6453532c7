import { and, eq, isNull, ne } from "drizzle-orm";
import { answer, answerThanks } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Thanks a neighbour for an answer; only they learn of it. @returns the question; null when there is no such answer of a neighbour */
export async function thankAnswer(tx: ViewerTx, resident: Resident, answerId: string): Promise<string | null> {
  const { neighbourhoodCode, householdId, residentId } = resident;
  const [found] = await tx
    .select({ questionId: answer.questionId, householdId: answer.householdId })
    .from(answer)
    .where(and(eq(answer.id, answerId), eq(answer.neighbourhoodCode, neighbourhoodCode), ne(answer.householdId, householdId), isNull(answer.withdrawnAt)));
  if (!found) return null;
  const made = await tx
    .insert(answerThanks)
    .values({ answerId, neighbourhoodCode, householdId, residentId, thankedHouseholdId: found.householdId })
    .onConflictDoNothing()
    .returning({ answerId: answerThanks.answerId });
  if (made.length > 0) await tell(tx, "answer-thanked", { subjectId: found.questionId, causeId: answerId });
  return found.questionId;
}

/** Takes thanks back. @returns the question; null when this resident had not thanked, or no longer sees the answer */
export async function unthankAnswer(tx: ViewerTx, { residentId }: Resident, answerId: string): Promise<string | null> {
  const gone = await tx.delete(answerThanks).where(and(eq(answerThanks.answerId, answerId), eq(answerThanks.residentId, residentId))).returning({ answerId: answerThanks.answerId });
  if (gone.length === 0) return null;
  const [found] = await tx.select({ questionId: answer.questionId }).from(answer).where(eq(answer.id, answerId));
  return found?.questionId ?? null;
}
