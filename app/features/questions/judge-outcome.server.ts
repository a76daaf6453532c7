import { and, eq, isNull } from "drizzle-orm";
import { answer, outcomeVerdict } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { underQuestion } from "./under-question.server.ts";

/** What is said of an outcome: who asked accepts it or says what is missing; whoever sees it says that it still holds. */
export type Judgement = { verdict: "accepted" | "confirmed"; note?: undefined } | { verdict: "missing"; note: string };

/**
 * Says something of an outcome that this resident sees.
 * @returns the question; null when there is no such outcome, or it isn't theirs to say
 */
export async function judgeOutcome(tx: ViewerTx, resident: Resident, answerId: string, { verdict, note }: Judgement): Promise<string | null> {
  const [found] = await tx
    .select({ questionId: answer.questionId, askedHouseholdId: answer.askedHouseholdId })
    .from(answer)
    .where(and(eq(answer.id, answerId), eq(answer.neighbourhoodCode, resident.neighbourhoodCode), eq(answer.outcome, true), isNull(answer.withdrawnAt), isNull(answer.hiddenAt)));
  if (!found || (verdict !== "confirmed" && found.askedHouseholdId !== resident.householdId)) return null;
  const under = await underQuestion(tx, resident, found.questionId);
  if (!under) return null;
  const { householdId, residentId, displayName, streetId } = resident;
  await tx.insert(outcomeVerdict).values({ ...under, answerId, verdict, note, householdId, residentId, shownName: displayName, streetId });
  if (verdict === "accepted") await tell(tx, "question-outcome-accepted", { subjectId: under.questionId, causeId: answerId });
  return under.questionId;
}
