import { sql } from "drizzle-orm";
import { answer } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownerColumns } from "../sharing/own-item.server.ts";
import { sentBefore } from "../sharing/sent-before.ts";
import { followQuestion } from "./follow-question.server.ts";
import type { NewAnswer, NewOutcome } from "./question.schema.server.ts";
import { underQuestion } from "./under-question.server.ts";

/**
 * Answers a question that this resident sees, or says what came of finding it out; who answers follows it. An outcome ends every
 * "ik zoek het uit" of the question.
 * @returns the id of the answer, the same one when the same form is sent twice; null when there is no such question
 */
export async function giveAnswer(tx: ViewerTx, resident: Resident, questionId: string | undefined, { id, ...text }: NewAnswer | NewOutcome): Promise<string | null> {
  const under = await underQuestion(tx, resident, questionId);
  if (!under) return null;
  const [made] = await tx
    .insert(answer)
    .values({ ...ownerColumns(resident), ...under, id, ...text, outcome: "source" in text, sharedAt: sql`now()` })
    .onConflictDoNothing({ target: answer.id })
    .returning({ id: answer.id });
  if (!made) return sentBefore(id);
  await giveConsent(tx, resident, { purpose: "share_answer" }, { subjectId: made.id, fieldGroup: "item" });
  await followQuestion(tx, resident, under.questionId);
  const about = { subjectId: under.questionId, causeId: made.id };
  if ("source" in text) await tell(tx, "question-outcome", about);
  else {
    await tell(tx, "question-answered", about);
    await tell(tx, "question-answered-too", about);
  }
  return made.id;
}
