import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { consume, giveBack } from "../session/rate-limits.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { raiseSession } from "./raise-session.server.ts";

/** `minutes` is how long to wait after too many wrong codes; null when the code was simply wrong. */
export type Confirmed = { ok: true; cookie: string } | { ok: false; minutes: number | null };

/**
 * Gives this session the rights of staff when `spend` finds and uses up the code that was typed.
 * @returns the cookie of the raised session, or why not
 */
export async function confirmSecondFactor(viewer: AccountViewer, request: Request, spend: (tx: AuthTx) => Promise<boolean>): Promise<Confirmed> {
  const tried = await consume("secondFactorPerAccount", viewer.accountId);
  if (!tried.ok) return { ok: false, minutes: Math.ceil(tried.secondsToWait / 60) };
  const cookie = await asAuth(async (tx) => ((await spend(tx)) ? raiseSession(tx, viewer, request) : null));
  if (!cookie) return { ok: false, minutes: null };
  await giveBack("secondFactorPerAccount", viewer.accountId);
  return { ok: true, cookie };
}
