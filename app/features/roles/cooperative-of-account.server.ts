import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { household, membership, roleGrant } from "../../../db/schema/people.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { cooperativeOf } from "../neighbourhood/cooperative-of.server.ts";

/** The name of the cooperative where an account lives, or else has or had its newest role. */
export async function cooperativeOfAccount(tx: AuthTx, accountId: string): Promise<string> {
  const [home] = await tx
    .select({ code: household.neighbourhoodCode })
    .from(membership)
    .innerJoin(household, and(eq(household.id, membership.householdId), isNull(household.endedAt)))
    .where(and(eq(membership.residentId, accountId), isNull(membership.endedAt)));
  if (home) return (await cooperativeOf(tx, home.code)).name;
  const [role] = await tx
    .select({ code: roleGrant.neighbourhoodCode })
    .from(roleGrant)
    .where(and(eq(roleGrant.accountId, accountId), isNotNull(roleGrant.neighbourhoodCode)))
    .orderBy(desc(roleGrant.startedAt))
    .limit(1);
  return role?.code ? (await cooperativeOf(tx, role.code)).name : env().ORGANISATION_NAME;
}
