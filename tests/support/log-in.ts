import { sql } from "drizzle-orm";
import { generateIdFromEntropySize } from "lucia";
import { hashSessionId } from "../../app/features/session/hashed-session-adapter.server.ts";
import { sessionCookie, sessionLimits } from "../../app/features/session/limits.ts";
import { cookieName } from "../../app/http/cookies.server.ts";
import { session } from "../../db/schema/auth.ts";
import { asAuth } from "../../db/viewer.server.ts";

/**
 * Logs an account in. With `staff` it is a session of a moderator or official who showed a second factor.
 * @returns the value of a Cookie header
 */
export async function logIn(accountId: string, { staff = false } = {}): Promise<string> {
  const id = generateIdFromEntropySize(25);
  const { idle } = sessionLimits[staff ? "staff" : "resident"];
  await asAuth((tx) =>
    tx.insert(session).values({
      idHash: hashSessionId(id),
      accountId,
      staff,
      device: "Firefox, Linux",
      expiresAt: new Date(Date.now() + idle * 1000),
      secondFactorAt: staff ? sql`now()` : null,
    }),
  );
  return `${cookieName(sessionCookie)}=${id}`;
}

/** A request as a loader or action gets it. `context` is fresh, as it is for each HTTP request. */
export function requestTo(path: string, cookie = "", init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  if (cookie) headers.set("Cookie", cookie);
  return { request: new Request(new URL(path, "http://localhost:3000"), { ...init, headers }), context: {}, params: {} };
}
