import { eq, sql } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { deviceName } from "./device.ts";
import { readCookie } from "../../http/cookies.server.ts";
import { isStaff } from "./is-staff.server.ts";
import { sessionCookie, sessionLimits } from "./limits.ts";
import { luciaIn } from "./lucia.server.ts";

/**
 * Logs an account in: a new session with a new id; the one that this browser had before ends.
 * @param how.passkey whether a passkey was shown, which gives staff their rights at once
 * @returns the value of a Set-Cookie header
 */
export async function createSession(tx: AuthTx, accountId: string, request: Request, how = { passkey: false }): Promise<string> {
  const lucia = luciaIn(tx);
  const [seen] = await tx
    .update(account)
    .set({ lastActiveOn: sql`current_date`, inactiveToldAt: null })
    .where(eq(account.id, accountId))
    .returning({ staff: isStaff(accountId) });
  const kind = seen?.staff ? "staff" : "resident";
  const earlier = readCookie(request, sessionCookie);
  if (earlier) await lucia.invalidateSession(earlier);
  const { id } = await lucia.createSession(accountId, { kind, device: deviceName(request.headers.get("User-Agent")), passkey: how.passkey });
  const cookie = lucia.createSessionCookie(id);
  cookie.attributes.maxAge = sessionLimits[kind].absolute;
  return cookie.serialize();
}
