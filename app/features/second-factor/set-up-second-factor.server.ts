import { eq, sql } from "drizzle-orm";
import { recoveryCode, totp } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes.server.ts";
import { encryptTotpSecret } from "./totp-secret.server.ts";

/**
 * Gives an account a second step, with new recovery codes, and tells its owner by mail. A second step that is there already is replaced only when
 * `replace` says that it was shown in this session.
 * @param step the step of the code with which the secret was proven; that code doesn't work again
 * @returns ten recovery codes, never to be read again; null when there is a second step already
 */
export async function setUpSecondFactor(
  tx: AuthTx,
  { accountId, secret, step, replace }: { accountId: string; secret: string; step: number; replace: boolean },
): Promise<string[] | null> {
  const values = { secretEncrypted: encryptTotpSecret(accountId, secret), confirmedAt: sql`now()`, lastStep: step };
  const insert = tx.insert(totp).values({ accountId, ...values });
  const written = await (replace ? insert.onConflictDoUpdate({ target: totp.accountId, set: values }) : insert.onConflictDoNothing()).returning({
    accountId: totp.accountId,
  });
  if (written.length === 0) return null;
  const codes = newRecoveryCodes();
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
  await tx.insert(recoveryCode).values(codes.map((code) => ({ accountId, codeHash: hashRecoveryCode(accountId, code) })));
  await enqueue(tx, "second-factor-set-up", { accountId });
  return codes;
}
