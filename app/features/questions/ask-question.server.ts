import { sql } from "drizzle-orm";
import { question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { ownerColumns } from "../sharing/own-item.server.ts";
import { refuseAudience } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import { sentBefore } from "../sharing/sent-before.ts";
import { followQuestion } from "./follow-question.server.ts";
import { questionColumns } from "./places.server.ts";
import type { NewQuestion } from "./question.schema.server.ts";

/**
 * Keeps a question and shows it to its audience; who asks follows it.
 * @returns the id of the question; the same one when the same form is sent twice
 * @throws Refused when the audience has too few homes
 */
export async function askQuestion(tx: ViewerTx, resident: Resident, { id, audience, ...text }: NewQuestion): Promise<string> {
  const refusal = refuseAudience(audience, await audienceOptions(tx, resident));
  if (refusal) throw new Refused(refusal);
  const [made] = await tx
    .insert(question)
    .values({ ...ownerColumns(resident), id, ...(await questionColumns(tx, resident, text)), audience, sharedAt: audience === "household" ? null : sql`now()` })
    .onConflictDoNothing({ target: question.id })
    .returning({ id: question.id });
  if (!made) return sentBefore(id);
  await followQuestion(tx, resident, made.id);
  if (audience !== "household") await giveConsent(tx, resident, { purpose: "share_question", audience }, { subjectId: made.id, fieldGroup: "item" });
  if (audience !== "household") await tell(tx, "question-asked", { subjectId: made.id });
  return made.id;
}
