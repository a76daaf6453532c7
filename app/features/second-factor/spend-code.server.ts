import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { recoveryCode, totp } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { hashRecoveryCode } from "./recovery-codes.server.ts";
import { stepOfCode } from "./totp.ts";
import { decryptTotpSecret } from "./totp-secret.server.ts";

/** Uses up a code of the authenticator app: each code, and every one before it, works once. */
export async function spendTotpCode(tx: AuthTx, accountId: string, code: string): Promise<boolean> {
  const [known] = await tx
    .select({ secretEncrypted: totp.secretEncrypted })
    .from(totp)
    .where(and(eq(totp.accountId, accountId), isNotNull(totp.confirmedAt)));
  const step = known ? stepOfCode(decryptTotpSecret(accountId, known.secretEncrypted), code) : null;
  if (step === null) return false;
  const used = await tx
    .update(totp)
    .set({ lastStep: step })
    .where(and(eq(totp.accountId, accountId), lt(totp.lastStep, step)))
    .returning({ accountId: totp.accountId });
  return used.length === 1;
}

/** Uses up a recovery code, and tells the owner of the account by mail. */
export async function spendRecoveryCode(tx: AuthTx, accountId: string, code: string): Promise<boolean> {
  const used = await tx
    .update(recoveryCode)
    .set({ usedAt: sql`now()` })
    .where(and(eq(recoveryCode.accountId, accountId), eq(recoveryCode.codeHash, hashRecoveryCode(accountId, code)), isNull(recoveryCode.usedAt)))
    .returning({ id: recoveryCode.id });
  if (used.length === 0) return false;
  await enqueue(tx, "recovery-code-used", { accountId });
  return true;
}
