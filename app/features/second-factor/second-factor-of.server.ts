import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { account, passkey, recoveryCode, totp } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { freshFormMinutes, isFreshStep } from "../session/fresh-step.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** `setUp` when there is an app, a passkey or both. `codesLeft` is how many recovery codes are left. */
export type SecondFactor = { setUp: boolean; app: boolean; passkeys: number; codesLeft: number };

/** Which second steps an account has. */
export async function secondFactorOf(tx: AuthTx, accountId: string): Promise<SecondFactor> {
  const [row] = await tx.select({ accountId: totp.accountId }).from(totp).where(and(eq(totp.accountId, accountId), isNotNull(totp.confirmedAt)));
  const [keys] = await tx.select({ there: count() }).from(passkey).where(eq(passkey.accountId, accountId));
  const [codes] = await tx
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)));
  const [app, passkeys] = [row !== undefined, keys?.there ?? 0];
  return { setUp: app || passkeys > 0, app, passkeys, codesLeft: codes?.left ?? 0 };
}

/** {@link secondFactorOf}, and until the transaction ends nobody else changes it: two people can't both take the last but one. */
export async function lockSecondFactor(tx: AuthTx, accountId: string): Promise<SecondFactor> {
  await tx.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for("update");
  return secondFactorOf(tx, accountId);
}

/** Whether somebody has rights that ask for a second step. */
export function isStaff(viewer: AccountViewer): boolean {
  return viewer.mayModerate.length > 0 || viewer.officialOf.length > 0;
}

/** Whether somebody has a second step and hasn't shown it of late in this session: then a mailbox, or a laptop left open, is all that they have shown. */
export function owesSecondStep(viewer: AccountViewer, { setUp }: SecondFactor): boolean {
  return isStaff(viewer) && setUp && !isFreshStep(viewer, freshFormMinutes);
}
