import { and, eq } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { question, questionPhoto } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { ProcessedPhoto } from "../measures/process-photo.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * Puts a photo with an own question, in the place of one that was there; it is seen by whoever sees the question.
 * @param alt what can be seen in it, for who cannot see it
 * @returns false when the household has no such question
 */
export async function putQuestionPhoto(tx: ViewerTx, resident: Resident, questionId: string, processed: ProcessedPhoto, alt: string | null): Promise<boolean> {
  const [own] = await tx
    .select({ residentId: question.residentId, reach: question.reach })
    .from(question)
    .where(and(eq(question.id, questionId), eq(question.householdId, resident.householdId)))
    .for("update");
  if (!own) return false;
  await removeQuestionPhoto(tx, resident, questionId);
  const { neighbourhoodCode, householdId } = resident;
  await tx.insert(questionPhoto).values({ ...own, neighbourhoodCode, householdId, questionId, alt, ...processed });
  return true;
}

/** Takes the photo of an own question away, for good. @returns false when there is none */
export async function removeQuestionPhoto(tx: ViewerTx, { householdId }: Resident, questionId: string): Promise<boolean> {
  const mine = and(eq(questionPhoto.questionId, questionId), eq(questionPhoto.householdId, householdId));
  const [found] = await tx.select({ id: questionPhoto.id }).from(questionPhoto).where(mine);
  if (!found) return false;
  await journal(tx, { kind: "erasure", id: found.id });
  await tx.delete(questionPhoto).where(mine);
  return true;
}
