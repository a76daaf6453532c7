import { and, eq, isNull, sql } from "drizzle-orm";
import type { ParkingPhase } from "../../../db/schema/choices.ts";
import { questionParking } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { roleFor } from "./role-for.ts";
import { underQuestion } from "./under-question.server.ts";

export type Parking = { why: string; phase: ParkingPhase | null; returnsOn: string };

/**
 * Lets a question rest until a day; by who asked, or by a moderator who sees it as a neighbour.
 * @returns "already" when it rests; null when there is no such question that this resident may park
 */
export async function parkQuestion(tx: ViewerTx, resident: Resident, questionId: string | undefined, parking: Parking): Promise<"parked" | "already" | null> {
  const under = await underQuestion(tx, resident, questionId);
  const role = under && roleFor(resident, under.askedHouseholdId === resident.householdId);
  if (!under || !role) return null;
  const [made] = await tx
    .insert(questionParking)
    .values({ ...under, ...parking, role, parkedBy: resident.residentId })
    .onConflictDoNothing()
    .returning({ id: questionParking.id });
  if (!made) return "already";
  await tell(tx, "question-parked", { subjectId: under.questionId, causeId: made.id });
  return "parked";
}

/** Has a parked question return before its day. @returns false when it does not rest, or this resident may not */
export async function returnQuestion(tx: ViewerTx, resident: Resident, questionId: string): Promise<boolean> {
  const returned = await tx
    .update(questionParking)
    .set({ returnedAt: sql`now()`, returnedBy: resident.residentId })
    .where(and(eq(questionParking.questionId, questionId), isNull(questionParking.returnedAt)))
    .returning({ id: questionParking.id });
  for (const { id } of returned) await tell(tx, "question-returned", { subjectId: questionId, causeId: id });
  return returned.length > 0;
}
