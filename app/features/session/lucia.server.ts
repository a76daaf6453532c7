import { Lucia, TimeSpan } from "lucia";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { cookieName, servedOverHttps } from "../../http/cookies.server.ts";
import { hashedSessionAdapter } from "./hashed-session-adapter.server.ts";
import { type sessionLimits, sessionCookie } from "./limits.ts";
import type { AccountViewer } from "./viewer.ts";

export type SessionAttributes = { device: string; kind: keyof typeof sessionLimits; passkey: boolean };

/**
 * Lucia within one transaction. Lucia offers to prolong a session at each use, because it believes that a session lasts
 * far longer than ours do; the adapter is what knows the limits and how often to write.
 */
export function luciaIn(tx: AuthTx) {
  return new Lucia(hashedSessionAdapter(tx), {
    sessionExpiresIn: new TimeSpan(360, "d"),
    sessionCookie: { name: cookieName(sessionCookie), attributes: { secure: servedOverHttps(), sameSite: "lax", path: "/" } },
    getUserAttributes: ({ viewer }) => ({ viewer }),
  });
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaIn>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: { viewer: AccountViewer };
  }
}
