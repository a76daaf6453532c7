import { eq } from "drizzle-orm";
import { account, recoveryCode, session, totp } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";

/**
 * Takes the second step away from who lost both phone and recovery codes, and ends all sessions of the account: after
 * logging in by mail it is set up anew.
 * @returns false when there is no such account, or no second step
 */
export async function resetSecondFactor(email: string): Promise<boolean> {
  return asAuth(async (tx) => {
    const [known] = await tx.select({ id: account.id }).from(account).where(eq(account.email, email.toLowerCase()));
    if (!known) return false;
    const removed = await tx.delete(totp).where(eq(totp.accountId, known.id)).returning({ accountId: totp.accountId });
    await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, known.id));
    await tx.delete(session).where(eq(session.accountId, known.id));
    return removed.length === 1;
  });
}
