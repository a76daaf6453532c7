import { and, eq, isNull } from "drizzle-orm";
import { question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";

/** What everything beneath a question carries of it. */
export type UnderQuestion = { questionId: string; neighbourhoodCode: string; askedHouseholdId: string; askedResidentId: string; reach: string };

/** The columns with which something is put beneath a question that this resident sees; null for any other, and for one that is taken back. */
export async function underQuestion(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<UnderQuestion | null> {
  if (!isUuid(id)) return null;
  const [found] = await tx
    .select({ questionId: question.id, neighbourhoodCode: question.neighbourhoodCode, askedHouseholdId: question.householdId, askedResidentId: question.residentId, reach: question.reach })
    .from(question)
    .where(and(eq(question.id, id), eq(question.neighbourhoodCode, resident.neighbourhoodCode), isNull(question.withdrawnAt)));
  return found ?? null;
}
