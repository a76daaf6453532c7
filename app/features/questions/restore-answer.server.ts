import { eq, sql } from "drizzle-orm";
import { answer } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { refuseRestore } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";

/**
 * Puts back an answer that this resident took away, for whoever sees the question by now.
 * @returns false when they have no such answer
 * @throws Refused after seven days
 */
export async function restoreAnswer(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  const item = await ownItem(tx, resident, answer, id);
  if (item?.residentId !== resident.residentId) return false;
  if (!item.withdrawnAt) return true;
  const refusal = refuseRestore(item, new Date());
  if (refusal) throw new Refused(refusal);
  await tx.update(answer).set({ withdrawnAt: null, withdrawnBy: null, updatedAt: sql`now()` }).where(eq(answer.id, id));
  await giveConsent(tx, resident, { purpose: "share_answer" }, { subjectId: id, fieldGroup: "item" });
  return true;
}
