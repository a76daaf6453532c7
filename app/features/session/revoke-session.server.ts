import { and, eq, ne } from "drizzle-orm";
import { session } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "./viewer.ts";

/** Ends one of one's own sessions. @returns false when there is no such session of this account */
export async function revokeSession(viewer: AccountViewer, id: string): Promise<boolean> {
  const ended = await asAuth((tx) =>
    tx.delete(session).where(and(eq(session.accountId, viewer.accountId), eq(session.publicId, id))).returning({ id: session.publicId }),
  );
  return ended.length > 0;
}

/** Ends all of one's own sessions but this one. */
export async function revokeOtherSessions(viewer: AccountViewer): Promise<void> {
  await asAuth((tx) => tx.delete(session).where(and(eq(session.accountId, viewer.accountId), ne(session.publicId, viewer.sessionId))));
}
