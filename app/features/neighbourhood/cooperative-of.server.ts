import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { household, membership, roleGrant } from "../../../db/schema/people.ts";
import { neighbourhood, organisation } from "../../../db/schema/register.ts";
import type { AuthTx, ViewerTx } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";

/**
 * The cooperative that serves these neighbourhoods, by name; who runs this site where nobody is known to serve one of them, or
 * where they are served by more than one.
 */
export async function cooperativeOf(tx: ViewerTx | AuthTx, ...codes: string[]): Promise<string> {
  const serving = await tx
    .select({ name: organisation.name })
    .from(neighbourhood)
    .leftJoin(organisation, eq(organisation.id, neighbourhood.servedBy))
    .where(inArray(neighbourhood.code, codes));
  const names = new Set(serving.map(({ name }) => name));
  const [only] = names;
  return (names.size === 1 && only) || env().ORGANISATION_NAME;
}

/** The cooperative where an account lives, or else has or had its newest role. */
export async function cooperativeOfAccount(tx: AuthTx, accountId: string): Promise<string> {
  const [home] = await tx
    .select({ code: household.neighbourhoodCode })
    .from(membership)
    .innerJoin(household, and(eq(household.id, membership.householdId), isNull(household.endedAt)))
    .where(and(eq(membership.residentId, accountId), isNull(membership.endedAt)));
  if (home) return cooperativeOf(tx, home.code);
  const [role] = await tx
    .select({ code: roleGrant.neighbourhoodCode })
    .from(roleGrant)
    .where(and(eq(roleGrant.accountId, accountId), isNotNull(roleGrant.neighbourhoodCode)))
    .orderBy(desc(roleGrant.startedAt))
    .limit(1);
  return role?.code ? cooperativeOf(tx, role.code) : env().ORGANISATION_NAME;
}
