import { eq } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import { question } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { changeAudience } from "../sharing/change-audience.server.ts";

/**
 * Says who may see an own question.
 * @returns false when the household has no such question
 * @throws Refused when the audience has too few homes, or the question was withdrawn
 */
export async function changeQuestionAudience(tx: ViewerTx, resident: Resident, id: string, wanted: Audience): Promise<boolean> {
  const [before] = await tx.select({ sharedAt: question.sharedAt }).from(question).where(eq(question.id, id));
  const changed = await changeAudience(tx, resident, question, id, wanted);
  if (changed && wanted !== "household" && before?.sharedAt === null) await tell(tx, "question-asked", { subjectId: id });
  return changed;
}
