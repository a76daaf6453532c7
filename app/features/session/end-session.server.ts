import { asAuth } from "../../../db/viewer.server.ts";
import { readCookie, writeCookie } from "../../http/cookies.server.ts";
import { sessionCookie } from "./limits.ts";
import { luciaIn } from "./lucia.server.ts";

/**
 * Logs out the browser that asks; works without a session too.
 * @returns the value of a Set-Cookie header that empties the cookie
 */
export async function endSession(request: Request): Promise<string> {
  const id = readCookie(request, sessionCookie);
  if (id) await asAuth((tx) => luciaIn(tx).invalidateSession(id));
  return writeCookie(sessionCookie, "", 0);
}
