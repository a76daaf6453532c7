import { and, eq } from "drizzle-orm";
import { passkey } from "../../../db/schema/auth.ts";
import { asAuth, type AuthTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { isStaff, lockSecondFactor, owesSecondStep, type SecondFactor } from "../second-factor/second-factor-of.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** Whether a passkey may go: staff keep a second step, and show the one they have before they take one away. */
export type MayRemove = "yes" | "second_step" | "last";
export type RemovablePasskey = { id: string; name: string; mayRemove: MayRemove };

/** An own passkey to ask about; null when there is no such passkey of this account. */
export async function ownPasskey(viewer: AccountViewer, id: string): Promise<RemovablePasskey | null> {
  return asAuth((tx) => find(tx, viewer, id));
}

/** Removes an own passkey, and tells its owner by mail. @returns whether it may, or null when there is no such passkey of this account */
export async function removePasskey(viewer: AccountViewer, id: string): Promise<MayRemove | null> {
  return asAuth(async (tx) => {
    const found = await find(tx, viewer, id);
    if (found?.mayRemove !== "yes") return found?.mayRemove ?? null;
    await tx.delete(passkey).where(eq(passkey.id, found.id));
    await enqueue(tx, "passkey-removed", { accountId: viewer.accountId });
    return "yes";
  });
}

async function find(tx: AuthTx, viewer: AccountViewer, id: string): Promise<RemovablePasskey | null> {
  const factor = await lockSecondFactor(tx, viewer.accountId);
  const [found] = await tx.select({ id: passkey.id, name: passkey.name }).from(passkey).where(and(eq(passkey.accountId, viewer.accountId), eq(passkey.id, id)));
  return found ? { ...found, mayRemove: mayRemove(viewer, factor) } : null;
}

function mayRemove(viewer: AccountViewer, factor: SecondFactor): MayRemove {
  if (owesSecondStep(viewer, factor)) return "second_step";
  return isStaff(viewer) && !factor.app && factor.passkeys === 1 ? "last" : "yes";
}
