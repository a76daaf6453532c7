import { and, asc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { roleGrant, type RoleName } from "../../../db/schema/people.ts";
import { municipality, neighbourhood } from "../../../db/schema/register.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";

/** Days are YYYY-MM-DD. */
export type ListedRole = { role: RoleName; email: string; code: string; name: string; since: string; until: string | null };

/** Who has which role, or will have one, with their e-mail addresses: for who runs the site, never for a page. */
export async function listRoles(): Promise<ListedRole[]> {
  const grants = await asWorker((tx) =>
    tx
      .select({
        role: roleGrant.role,
        accountId: roleGrant.accountId,
        neighbourhoodCode: roleGrant.neighbourhoodCode,
        municipalityCode: roleGrant.municipalityCode,
        neighbourhoodName: neighbourhood.name,
        municipalityName: municipality.name,
        since: roleGrant.startsOn,
        until: roleGrant.endsOn,
      })
      .from(roleGrant)
      .leftJoin(neighbourhood, eq(neighbourhood.code, roleGrant.neighbourhoodCode))
      .leftJoin(municipality, eq(municipality.code, roleGrant.municipalityCode))
      .where(and(isNull(roleGrant.endedAt), or(isNull(roleGrant.endsOn), gte(roleGrant.endsOn, sql`viewer.today()`))))
      .orderBy(asc(roleGrant.role), asc(roleGrant.startedAt)),
  );
  if (grants.length === 0) return [];
  const accounts = await asAuth((tx) => tx.select({ id: account.id, email: account.email }).from(account).where(inArray(account.id, grants.map(({ accountId }) => accountId))));
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return grants.map((grant) => ({
    role: grant.role,
    email: emails.get(grant.accountId) ?? "",
    code: grant.neighbourhoodCode ?? grant.municipalityCode ?? "",
    name: grant.neighbourhoodName ?? grant.municipalityName ?? "",
    since: grant.since,
    until: grant.until,
  }));
}
