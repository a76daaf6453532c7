import { and, eq, isNull } from "drizzle-orm";
import { signup } from "../../../db/schema/auth.ts";
import { household, joinRequest, membership } from "../../../db/schema/people.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { findSignup } from "./current-signup.server.ts";

/**
 * Asks every household at the address of one's sign-up to be taken in, once per sign-up. The answer is the same where
 * nobody has joined: who asks doesn't learn whether there is a household.
 * @param name what the adults there read
 * @returns false when the account has no sign-up to prove
 */
export async function askToJoin(viewer: AccountViewer, name: string): Promise<boolean> {
  return asAuth(async (tx) => {
    const own = await findSignup(tx, viewer.accountId);
    if (!own) return false;
    await tx.update(signup).set({ way: own.way ?? "join", requesterName: name }).where(eq(signup.id, own.id));
    const [asked] = await tx.select({ id: joinRequest.id }).from(joinRequest).where(eq(joinRequest.signupId, own.id)).limit(1);
    if (asked) return true;
    const here = await tx
      .select({ id: household.id, neighbourhoodCode: household.neighbourhoodCode })
      .from(household)
      .where(and(eq(household.dwellingId, own.dwellingId), isNull(household.endedAt)));
    for (const { id, neighbourhoodCode } of here) {
      await tx.insert(joinRequest).values({ householdId: id, neighbourhoodCode, signupId: own.id, requesterName: name });
      const adults = await tx.select({ id: membership.residentId }).from(membership).where(and(eq(membership.householdId, id), isNull(membership.endedAt)));
      for (const adult of adults) await enqueue(tx, "join-request", { accountId: adult.id });
    }
    return true;
  });
}
