import { and, eq } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { roleGrant } from "../../../db/schema/people.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { endRoles } from "./end-roles.server.ts";
import type { Role } from "./grant-role.server.ts";

/** Takes a role from an e-mail address; it works from the next request on, and a mail tells. @returns false when it did not have this role */
export async function endRole(email: string, role: Role): Promise<boolean> {
  const [known] = await asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.email, email.toLowerCase())));
  if (!known) return false;
  const place = role.role === "moderator" ? eq(roleGrant.neighbourhoodCode, role.neighbourhoodCode) : eq(roleGrant.municipalityCode, role.municipalityCode);
  return asWorker(async (tx) => {
    const ended = await endRoles(tx, and(eq(roleGrant.accountId, known.id), eq(roleGrant.role, role.role), place), null);
    if (ended > 0) await enqueue(tx, "role-ended", { accountId: known.id });
    return ended > 0;
  });
}
