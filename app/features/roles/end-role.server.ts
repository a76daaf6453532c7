import { and, eq, isNull, sql } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { roleGrant } from "../../../db/schema/people.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import type { Role } from "./grant-role.server.ts";

/** Takes a role from an e-mail address; it works from the next request on. @returns false when it did not have this role */
export async function endRole(email: string, role: Role): Promise<boolean> {
  const [known] = await asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.email, email.toLowerCase())));
  if (!known) return false;
  const place = role.role === "moderator" ? eq(roleGrant.neighbourhoodCode, role.neighbourhoodCode) : eq(roleGrant.municipalityCode, role.municipalityCode);
  const ended = await asWorker((tx) =>
    tx
      .update(roleGrant)
      .set({ endedAt: sql`now()` })
      .where(and(eq(roleGrant.accountId, known.id), eq(roleGrant.role, role.role), place, isNull(roleGrant.endedAt)))
      .returning({ id: roleGrant.id }),
  );
  return ended.length === 1;
}
