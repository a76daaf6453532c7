import { and, eq, ne } from "drizzle-orm";
import { session } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { announceSessionsEnd } from "../live/announce-change.server.ts";
import type { AccountViewer } from "./viewer.ts";

/** Ends one of one's own sessions. @returns false when there is no such session of this account */
export async function revokeSession(viewer: AccountViewer, id: string): Promise<boolean> {
  return asAuth(async (tx) => {
    const ended = await tx.delete(session).where(and(eq(session.accountId, viewer.accountId), eq(session.publicId, id))).returning({ publicId: session.publicId });
    await announceSessionsEnd(tx, ended);
    return ended.length > 0;
  });
}

/** Ends all of one's own sessions but this one. */
export async function revokeOtherSessions(viewer: AccountViewer): Promise<void> {
  await asAuth(async (tx) => {
    const others = and(eq(session.accountId, viewer.accountId), ne(session.publicId, viewer.sessionId));
    await announceSessionsEnd(tx, await tx.delete(session).where(others).returning({ publicId: session.publicId }));
  });
}
