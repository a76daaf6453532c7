import { and, eq, exists, isNull, sql } from "drizzle-orm";
import { neighbourhoodSuccession, neighbourhoodSuccessor, type SuccessionDecision } from "../../../db/schema/division.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

/**
 * Confirms or refuses that households go along with a new division, once, with a reason. What is confirmed is carried out by
 * a job; a proposal without successors can only be refused.
 * @returns false when it is not theirs, or was decided or replaced before
 */
export async function decideSuccession(tx: ViewerTx, moderator: Moderator, id: string, { decision, reason }: { decision: SuccessionDecision; reason: string }): Promise<boolean> {
  const followed = tx.select({ code: neighbourhoodSuccessor.successorCode }).from(neighbourhoodSuccessor).where(eq(neighbourhoodSuccessor.successionId, id));
  const decided = await tx
    .update(neighbourhoodSuccession)
    .set({ decision, reason, decidedAt: sql`now()`, decidedBy: moderator.residentId })
    .where(and(eq(neighbourhoodSuccession.id, id), isNull(neighbourhoodSuccession.decidedAt), isNull(neighbourhoodSuccession.supersededAt), decision === "confirmed" ? exists(followed) : undefined))
    .returning({ id: neighbourhoodSuccession.id });
  return decided.length === 1;
}
