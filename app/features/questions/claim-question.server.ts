import { and, eq, isNull, sql } from "drizzle-orm";
import { question, questionClaim } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { followQuestion } from "./follow-question.server.ts";
import { underQuestion } from "./under-question.server.ts";

/** States in which finding out helps; others can still be answered. */
const claimable = ["open", "claimed", "stale"];

/**
 * "Ik zoek het uit": says that this resident finds a question out; more than one can. Who does follows the question.
 * @param until the last day, as YYYY-MM-DD in Europe/Amsterdam; checked by the form and held by the database
 * @returns "already" when they do so already; "not_now" when the question has its outcome or is parked; null when there is no such question
 */
export async function claimQuestion(tx: ViewerTx, resident: Resident, questionId: string | undefined, until: string): Promise<"claimed" | "already" | "not_now" | null> {
  const under = await underQuestion(tx, resident, questionId);
  if (!under) return null;
  const [stands] = await tx.select({ state: question.state, mergedIntoId: question.mergedIntoId }).from(question).where(eq(question.id, under.questionId));
  if (!stands || stands.mergedIntoId !== null || !claimable.includes(stands.state)) return "not_now";
  const { householdId, residentId, displayName, streetId } = resident;
  const [made] = await tx
    .insert(questionClaim)
    .values({ ...under, householdId, residentId, shownName: displayName, streetId, until })
    .onConflictDoNothing()
    .returning({ id: questionClaim.id });
  if (!made) return "already";
  await followQuestion(tx, resident, under.questionId);
  await tell(tx, "question-claimed", { subjectId: under.questionId, causeId: made.id });
  return "claimed";
}

/** Lets go of a question that this resident finds out. @returns false when they do not */
export async function releaseClaim(tx: ViewerTx, resident: Resident, questionId: string): Promise<boolean> {
  const released = await tx
    .update(questionClaim)
    .set({ releasedAt: sql`now()`, releasedBy: resident.residentId, releaseReason: "by_hand" })
    .where(and(eq(questionClaim.questionId, questionId), eq(questionClaim.residentId, resident.residentId), isNull(questionClaim.releasedAt)))
    .returning({ id: questionClaim.id });
  for (const { id } of released) await tell(tx, "question-claim-released", { subjectId: questionId, causeId: id });
  return released.length > 0;
}
