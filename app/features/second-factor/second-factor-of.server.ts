import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { recoveryCode, totp } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";

/** Whether an account has a second step, and how many recovery codes are left. */
export async function secondFactorOf(tx: AuthTx, accountId: string): Promise<{ setUp: boolean; codesLeft: number }> {
  const [row] = await tx.select({ accountId: totp.accountId }).from(totp).where(and(eq(totp.accountId, accountId), isNotNull(totp.confirmedAt)));
  const [codes] = await tx
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)));
  return { setUp: row !== undefined, codesLeft: codes?.left ?? 0 };
}
