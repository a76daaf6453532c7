import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { comeHome } from "../../../db/leaving.server.ts";
import { household, membership } from "../../../db/schema/people.ts";
import { asAuth, asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { endOtherSignups } from "./end-signup.server.ts";
import { adultsAt } from "./make-household.server.ts";

/** Days in which who moved out may come back without a new proof: for a mistake, and for who was sent away by somebody else. */
export const daysToReturn = 7;

/** Until when somebody who moved out may come back; null when they didn't, or can't any more. */
export async function mayReturnUntil({ accountId, householdId }: Pick<AccountViewer, "accountId" | "householdId">): Promise<Date | null> {
  if (householdId) return null;
  const left = await asWorker((tx) => lastHome(tx, accountId));
  return left && new Date(left.endedAt!.getTime() + daysToReturn * 86_400_000);
}

/**
 * Comes back in the household that one moved out of, with what was shared for the household only. Whoever lives at the
 * address is told. A sign-up of meanwhile ends.
 * @returns false when it is too late
 */
export async function returnHome({ accountId }: Pick<AccountViewer, "accountId">): Promise<boolean> {
  const back = await asWorker(async (tx) => {
    const left = await lastHome(tx, accountId);
    if (!left) return false;
    const { id, householdId, neighbourhoodCode } = left;
    // Two who come back at the same moment wait for each other; the second finds nothing left to do.
    const [home] = await tx.select({ dwellingId: household.dwellingId }).from(household).where(eq(household.id, householdId)).for("update");
    if (!home || !(await lastHome(tx, accountId))) return false;
    const others = await adultsAt(tx, home.dwellingId);
    await comeHome(tx, { residentId: accountId, householdId, neighbourhoodCode }, tx.select({ at: membership.endedAt }).from(membership).where(eq(membership.id, id)));
    for (const other of others) await enqueue(tx, "new-adult", { accountId: other });
    return true;
  });
  if (back) await asAuth((tx) => endOtherSignups(tx, accountId, null));
  return back;
}

async function lastHome(tx: WorkerTx, accountId: string) {
  const mine = eq(membership.residentId, accountId);
  const [now] = await tx.select({ id: membership.id }).from(membership).where(and(mine, isNull(membership.endedAt)));
  if (now) return null;
  const [left] = await tx
    .select({ id: membership.id, householdId: membership.householdId, neighbourhoodCode: membership.neighbourhoodCode, endedAt: membership.endedAt })
    .from(membership)
    .where(and(mine, eq(membership.endedReason, "moved"), gt(membership.endedAt, sql`now() - make_interval(days => ${daysToReturn}::int)`)))
    .orderBy(desc(membership.endedAt))
    .limit(1);
  return left ?? null;
}
