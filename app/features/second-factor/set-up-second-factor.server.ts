import { sql } from "drizzle-orm";
import { totp } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { renewRecoveryCodes } from "./recovery-codes.server.ts";
import { lockSecondFactor } from "./second-factor-of.server.ts";
import { encryptTotpSecret } from "./totp-secret.server.ts";

/**
 * Gives an account an app as its second step, with new recovery codes, and tells its owner by mail. Where there is a
 * second step already, an app or a passkey, it does so only when `replace` says that it was shown in this session.
 * @param step the step of the code with which the secret was proven; that code doesn't work again
 * @returns ten recovery codes, never to be read again; null when there is a second step already
 */
export async function setUpSecondFactor(
  tx: AuthTx,
  { accountId, secret, step, replace }: { accountId: string; secret: string; step: number; replace: boolean },
): Promise<string[] | null> {
  const { setUp } = await lockSecondFactor(tx, accountId);
  if (setUp && !replace) return null;
  const values = { secretEncrypted: encryptTotpSecret(accountId, secret), confirmedAt: sql`now()`, lastStep: step };
  await tx.insert(totp).values({ accountId, ...values }).onConflictDoUpdate({ target: totp.accountId, set: values });
  const codes = await renewRecoveryCodes(tx, accountId);
  await enqueue(tx, "second-factor-set-up", { accountId });
  return codes;
}
