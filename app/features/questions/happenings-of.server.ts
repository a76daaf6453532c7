import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { question, questionClaim, questionMerge, questionParking } from "../../../db/schema/questions.ts";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

export type HappeningsOf = Awaited<ReturnType<typeof happeningsOf>>;

/** Who finds out, or found out, a question and what was put together with it; why it rests; and with which question it is one. */
export async function happeningsOf(tx: ViewerTx, resident: Resident, { id, mergedIntoId }: { id: string; mergedIntoId: string | null }, together: string[]) {
  const claims = await tx
    .select({
      id: questionClaim.id,
      residentId: questionClaim.residentId,
      householdId: questionClaim.householdId,
      shownName: questionClaim.shownName,
      streetName: street.name,
      until: questionClaim.until,
      createdAt: questionClaim.createdAt,
      releasedAt: questionClaim.releasedAt,
      releaseReason: questionClaim.releaseReason,
    })
    .from(questionClaim)
    .innerJoin(street, eq(street.id, questionClaim.streetId))
    .where(inArray(questionClaim.questionId, [id, ...together]))
    .orderBy(asc(questionClaim.createdAt));
  const [parking] = await tx
    .select({ why: questionParking.why, phase: questionParking.phase, returnsOn: questionParking.returnsOn, role: questionParking.role })
    .from(questionParking)
    .where(and(eq(questionParking.questionId, id), isNull(questionParking.returnedAt)));
  const [into] = mergedIntoId
    ? await tx
        .select({ id: question.id, title: question.title, mergedBy: questionMerge.mergedBy })
        .from(question)
        .leftJoin(questionMerge, and(eq(questionMerge.questionId, id), isNull(questionMerge.undoneAt)))
        .where(eq(question.id, mergedIntoId))
    : [];
  return {
    claims: claims.map(({ residentId, householdId, ...claim }) => ({ ...claim, own: householdId === resident.householdId, mine: residentId === resident.residentId && claim.releasedAt === null })),
    parking: parking ?? null,
    into: into ? { id: into.id, title: into.title, mine: into.mergedBy === resident.residentId } : null,
  };
}
