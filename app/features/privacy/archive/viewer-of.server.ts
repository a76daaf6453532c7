import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { account } from "../../../../db/schema/auth.ts";
import { household, membership, resident } from "../../../../db/schema/people.ts";
import { erasure } from "../../../../db/schema/privacy.ts";
import { asAuth } from "../../../../db/viewer.server.ts";
import { type AccountViewer, noPowers } from "../../session/viewer.ts";

/** Somebody as the policies know them when they are not at their screen: without the powers of a role. Null for who leaves or is gone. */
export async function viewerOf(accountId: string): Promise<AccountViewer | null> {
  const [row] = await asAuth((tx) =>
    tx
      .select({
        accountId: account.id,
        locale: account.locale,
        householdId: household.id,
        neighbourhoodCode: household.neighbourhoodCode,
        streetId: household.streetId,
        buildingId: household.buildingId,
        dwellingId: household.dwellingId,
        displayName: resident.displayName,
        involvement: resident.involvement,
      })
      .from(account)
      .leftJoin(membership, and(eq(membership.residentId, account.id), isNull(membership.endedAt)))
      .leftJoin(household, and(eq(household.id, membership.householdId), isNull(household.endedAt)))
      .leftJoin(resident, and(eq(resident.id, account.id), eq(resident.householdId, household.id)))
      .where(and(eq(account.id, accountId), notExists(tx.select({ one: sql`1` }).from(erasure).where(eq(erasure.accountId, account.id))))),
  );
  if (!row) return null;
  return { ...row, ...noPowers, residentId: row.accountId, sessionId: "", neighbourhoodName: null, streetName: null, welcomed: true, secondFactorAt: null, leavesOn: null };
}
