import { and, eq, isNotNull, isNull, lt, lte, notExists, sql } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { household, membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { requestErasure } from "./request-erasure.server.ts";

/** Months without a visit after which an account ends; a month before it its owner is told, 30 days ahead at least. */
export const inactiveMonths = { told: 23, ended: 24 };
const daysAfterNotice = 30;

const monthsAgo = (count: number) => sql`(current_date - make_interval(months => ${count}::int))::date`;
const notLeaving = (tx: AuthTx) => notExists(tx.select({ one: sql`1` }).from(erasure).where(eq(erasure.accountId, account.id)));

/** On which day an account ends that was told so, unless somebody logs in. */
export const endsOn = sql`greatest(${account.lastActiveOn} + make_interval(months => ${inactiveMonths.ended}::int), ${account.inactiveToldAt} + make_interval(days => ${daysAfterNotice}::int))`;

/** Tells who was not here for 23 months, once. @returns how many were told */
export async function tellInactive(tx: AuthTx): Promise<number> {
  const quiet = await tx
    .update(account)
    .set({ inactiveToldAt: sql`now()` })
    .where(and(lt(account.lastActiveOn, monthsAgo(inactiveMonths.told)), isNull(account.inactiveToldAt), notLeaving(tx)))
    .returning({ id: account.id });
  for (const { id } of quiet) await enqueue(tx, "account-inactive", { accountId: id });
  return quiet.length;
}

/** Who was told, and stayed away. */
export function overdue(tx: AuthTx) {
  return tx
    .select({
      accountId: account.id,
      residentId: account.id,
      householdId: household.id,
      neighbourhoodCode: household.neighbourhoodCode,
      streetId: household.streetId,
      buildingId: household.buildingId,
    })
    .from(account)
    .leftJoin(membership, and(eq(membership.residentId, account.id), isNull(membership.endedAt)))
    .leftJoin(household, eq(household.id, membership.householdId))
    .where(and(isNotNull(account.inactiveToldAt), lte(endsOn, sql`now()`), notLeaving(tx)));
}

/** Lets who was told and stayed away leave, as if they had asked for it. @returns how many */
export async function letInactiveLeave(): Promise<number> {
  const over = await asAuth(overdue);
  for (const each of over) await requestErasure({ ...each, moderates: [] });
  return over.length;
}

/** Both, in this order. */
export async function endInactive(): Promise<{ told: number; left: number }> {
  return { told: await asAuth(tellInactive), left: await letInactiveLeave() };
}
