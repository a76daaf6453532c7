import { eq, sql } from "drizzle-orm";
import { question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { refuseChange } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import { questionColumns } from "./places.server.ts";
import type { QuestionText } from "./question.schema.server.ts";

/**
 * Changes what an own question says; who sees it stays as it was.
 * @returns false when the household has no such question
 * @throws Refused when it was withdrawn
 */
export async function changeQuestion(tx: ViewerTx, resident: Resident, id: string, changes: QuestionText): Promise<boolean> {
  const item = await ownItem(tx, resident, question, id);
  if (!item) return false;
  const refusal = refuseChange(item);
  if (refusal) throw new Refused(refusal);
  await tx.update(question).set({ ...(await questionColumns(tx, resident, changes)), updatedAt: sql`now()` }).where(eq(question.id, id));
  return true;
}
