import { and, desc, eq, gt, sql } from "drizzle-orm";
import { session } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "./viewer.ts";

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; passkey: boolean; current: boolean };

/** The places where this account is logged in, the last used first. */
export async function listSessions(viewer: AccountViewer): Promise<OwnSession[]> {
  const rows = await asAuth((tx) =>
    tx
      .select({ id: session.publicId, device: session.device, createdAt: session.createdAt, lastSeenAt: session.lastSeenAt, passkey: session.passkey })
      .from(session)
      .where(and(eq(session.accountId, viewer.accountId), gt(session.expiresAt, sql`now()`)))
      .orderBy(desc(session.lastSeenAt)),
  );
  return rows.map((row) => ({ ...row, current: row.id === viewer.sessionId }));
}
