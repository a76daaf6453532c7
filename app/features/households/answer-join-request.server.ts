import { and, eq, isNull, sql } from "drizzle-orm";
import { signup } from "../../../db/schema/auth.ts";
import { joinRequest } from "../../../db/schema/people.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { Resident } from "../session/viewer.ts";
import { completeSignup } from "./end-signup.server.ts";
import { joinHousehold } from "./make-household.server.ts";

/**
 * An adult of the household says yes or no. With yes the asker belongs to the household; a no is not told to the asker,
 * to whom it looks as if nobody lives there.
 * @returns "gone" when there is no such open request to this household, or another household said yes first
 */
export async function answerJoinRequest(resident: Resident, requestId: string, accepted: boolean): Promise<"accepted" | "declined" | "gone"> {
  return asAuth(async (tx) => {
    const [request] = await tx
      .update(joinRequest)
      .set({ decidedAt: sql`now()`, decidedBy: resident.residentId, accepted })
      .where(and(eq(joinRequest.id, requestId), eq(joinRequest.householdId, resident.householdId), isNull(joinRequest.decidedAt)))
      .returning({ signupId: joinRequest.signupId });
    if (!request) return "gone";
    if (!accepted) return "declined";
    const [asker] = await tx.select({ accountId: signup.accountId }).from(signup).where(eq(signup.id, request.signupId));
    if (!asker?.accountId || !(await completeSignup(tx, request.signupId))) return "gone";
    await joinHousehold(tx, asker.accountId, resident, "request");
    await enqueue(tx, "join-accepted", { accountId: asker.accountId });
    return "accepted";
  });
}
