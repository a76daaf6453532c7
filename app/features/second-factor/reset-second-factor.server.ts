import { eq } from "drizzle-orm";
import { account, passkey, recoveryCode, session, totp } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";

/**
 * Takes the second step (app and passkeys) away from who lost both phone and recovery codes, and ends all sessions of the account: after
 * logging in by mail it is set up anew.
 * @returns false when there is no such account, or no second step
 */
export async function resetSecondFactor(email: string): Promise<boolean> {
  return asAuth(async (tx) => {
    const [known] = await tx.select({ id: account.id }).from(account).where(eq(account.email, email.toLowerCase()));
    if (!known) return false;
    const apps = await tx.delete(totp).where(eq(totp.accountId, known.id)).returning({ accountId: totp.accountId });
    const passkeys = await tx.delete(passkey).where(eq(passkey.accountId, known.id)).returning({ id: passkey.id });
    await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, known.id));
    await tx.delete(session).where(eq(session.accountId, known.id));
    return apps.length + passkeys.length > 0;
  });
}
