import { and, eq } from "drizzle-orm";
import { question, questionFollow } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Follows a question that this resident sees. @returns false when there is none */
export async function followQuestion(tx: ViewerTx, resident: Resident, questionId: string): Promise<boolean> {
  const [seen] = await tx.select({ id: question.id }).from(question).where(and(eq(question.id, questionId), eq(question.neighbourhoodCode, resident.neighbourhoodCode)));
  if (!seen) return false;
  const { neighbourhoodCode, householdId, residentId } = resident;
  await tx.insert(questionFollow).values({ questionId, neighbourhoodCode, householdId, residentId }).onConflictDoNothing();
  return true;
}

/** Stops following a question. @returns false when this resident did not */
export async function unfollowQuestion(tx: ViewerTx, { residentId }: Resident, questionId: string): Promise<boolean> {
  const gone = await tx.delete(questionFollow).where(and(eq(questionFollow.questionId, questionId), eq(questionFollow.residentId, residentId))).returning({ id: questionFollow.questionId });
  return gone.length > 0;
}
