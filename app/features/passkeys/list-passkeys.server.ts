import { asc, eq } from "drizzle-orm";
import { passkey } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { secondFactorOf } from "../second-factor/second-factor-of.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { type MayAdd, mayAddPasskey } from "./may-add-passkey.server.ts";

export type OwnPasskey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** Somebody's own passkeys, the oldest first, and whether they may add one now. */
export async function listPasskeys(viewer: AccountViewer): Promise<{ passkeys: OwnPasskey[]; mayAdd: MayAdd }> {
  return asAuth(async (tx) => ({
    passkeys: await tx
      .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt, lastUsedAt: passkey.lastUsedAt })
      .from(passkey)
      .where(eq(passkey.accountId, viewer.accountId))
      .orderBy(asc(passkey.createdAt)),
    mayAdd: await mayAddPasskey(tx, viewer, await secondFactorOf(tx, viewer.accountId)),
  }));
}
