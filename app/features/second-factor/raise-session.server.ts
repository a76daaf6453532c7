import { and, eq, sql } from "drizzle-orm";
import { session } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { createSession } from "../session/create-session.server.ts";
import { hashSessionId } from "../session/hashed-session-adapter.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/**
 * Gives a session the rights of staff. It gets a new id, so that a copy of the cookie from before has none of them.
 * @returns the value of a Set-Cookie header; null when the session has been ended meanwhile
 */
export async function raiseSession(tx: AuthTx, viewer: AccountViewer, request: Request): Promise<string | null> {
  const ended = await tx
    .delete(session)
    .where(and(eq(session.publicId, viewer.sessionId), eq(session.accountId, viewer.accountId)))
    .returning({ publicId: session.publicId });
  if (ended.length === 0) return null;
  const cookie = await createSession(tx, viewer.accountId, request);
  const id = cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";"));
  await tx
    .update(session)
    .set({ secondFactorAt: sql`now()` })
    .where(eq(session.idHash, hashSessionId(id)));
  return cookie;
}
