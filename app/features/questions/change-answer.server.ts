import { and, eq, sql } from "drizzle-orm";
import { answer } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { refuseChange } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import type { AnswerText, OutcomeText } from "./question.schema.server.ts";

/**
 * Changes what an own answer says; what it said before stays to be read.
 * @returns false when the household has no such answer
 * @throws Refused when it was withdrawn
 */
export async function changeAnswer(tx: ViewerTx, resident: Resident, id: string, changes: AnswerText | OutcomeText): Promise<boolean> {
  const item = await ownItem(tx, resident, answer, id);
  if (!item) return false;
  const refusal = refuseChange(item);
  if (refusal) throw new Refused(refusal);
  await tx.update(answer).set({ ...changes, updatedAt: sql`now()` }).where(and(eq(answer.id, id), eq(answer.outcome, "source" in changes)));
  return true;
}
