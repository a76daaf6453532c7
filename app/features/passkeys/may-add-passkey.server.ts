import type { AuthTx } from "../../../db/viewer.server.ts";
import { owesSecondStep, type SecondFactor } from "../second-factor/second-factor-of.server.ts";
import { isFreshSession } from "../session/fresh-session.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** More passkeys than anybody has devices. */
export const mostPasskeys = 10;

/** Whether somebody may add a passkey now, and else what must come first: logging in anew, the second step, or removing one. */
export type MayAdd = "yes" | "log_in" | "second_step" | "remove";

/**
 * A passkey opens an account for good, so only who logged in just now adds one; staff show the second step that they have
 * first, or a mailbox would be enough to get around it.
 */
export async function mayAddPasskey(tx: AuthTx, viewer: AccountViewer, factor: SecondFactor): Promise<MayAdd> {
  if (owesSecondStep(viewer, factor)) return "second_step";
  if (!(await isFreshSession(tx, viewer))) return "log_in";
  return factor.passkeys < mostPasskeys ? "yes" : "remove";
}
