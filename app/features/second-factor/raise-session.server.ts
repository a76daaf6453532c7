import { and, eq, sql } from "drizzle-orm";
import { session } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { createSession } from "../session/create-session.server.ts";
import { hashSessionId } from "../session/hashed-session-adapter.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/**
 * Gives a session the rights of staff. It gets a new id, so that a copy of the cookie from before has none of them, and keeps
 * the moment it began: a second step shown again makes no session last longer.
 * @returns the value of a Set-Cookie header; null when the session has been ended meanwhile
 */
export async function raiseSession(tx: AuthTx, viewer: AccountViewer, request: Request): Promise<string | null> {
  const [before] = await tx
    .delete(session)
    .where(and(eq(session.publicId, viewer.sessionId), eq(session.accountId, viewer.accountId)))
    .returning({ createdAt: session.createdAt });
  if (!before) return null;
  const cookie = await createSession(tx, viewer.accountId, request);
  const id = cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";"));
  await tx
    .update(session)
    .set({ secondFactorAt: sql`now()`, createdAt: before.createdAt })
    .where(eq(session.idHash, hashSessionId(id)));
  return cookie;
}
