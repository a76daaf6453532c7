import { and, asc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { hideForLeaving, isLastAdult } from "../../../db/leaving.server.ts";
import { household, joinRequest, membership, plannedMove, resident as residentTable } from "../../../db/schema/people.ts";
import { asWorker } from "../../../db/viewer.server.ts";
import { today } from "../../i18n/day.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { Resident } from "../session/viewer.ts";
import { lockHome } from "./lock-home.server.ts";

/**
 * Ends a membership because its resident moved: what they shared here, or what the whole household shared when its last adult
 * leaves, is hidden at once and erased after seven days. The account stays, without a home; the next who lives here starts blank.
 * @param planned what must still be true of the plan to move, where there is one
 * @returns false when the membership had ended meanwhile, or the plan is another
 */
export async function moveOut({ residentId, householdId }: Pick<Resident, "residentId" | "householdId">, planned?: SQL): Promise<boolean> {
  return asWorker(async (tx) => {
    const mine = await lockHome(tx, { residentId, householdId });
    if (!mine) return false;
    if (planned && (await tx.delete(plannedMove).where(and(eq(plannedMove.residentId, residentId), planned)).returning({ id: plannedMove.residentId })).length === 0) return false;
    const last = await isLastAdult(tx, { residentId, householdId });
    for (const id of await hideForLeaving(tx, { residentId, householdId }, last, sql`now()`)) await journal(tx, { kind: "withdrawal", id });
    await tx.update(membership).set({ endedAt: sql`now()`, endedReason: "moved" }).where(eq(membership.id, mine.id));
    await journal(tx, { kind: "membership_end", id: mine.id });
    await tx.delete(residentTable).where(eq(residentTable.id, residentId));
    if (last) {
      await tx.update(household).set({ endedAt: sql`now()` }).where(eq(household.id, householdId));
      await tx.update(joinRequest).set({ decidedAt: sql`now()`, accepted: false }).where(and(eq(joinRequest.householdId, householdId), isNull(joinRequest.decidedAt)));
    }
    await enqueue(tx, "moved-out", { accountId: residentId });
    for (const other of mine.others) await enqueue(tx, "adult-left", { accountId: other });
    return true;
  });
}

/**
 * For the job of each hour: has everybody move whose last day is over in Dutch time. Each in a transaction of its own; who called it
 * off meanwhile stays.
 * @returns how many moved
 */
export async function moveOutThoseDue(now: Date): Promise<number> {
  const over = lt(plannedMove.movesOn, today(now));
  const columns = { residentId: residentTable.id, householdId: residentTable.householdId };
  const due = await asWorker((tx) => tx.select(columns).from(plannedMove).innerJoin(residentTable, eq(residentTable.id, plannedMove.residentId)).where(over).orderBy(asc(plannedMove.movesOn), residentTable.id));
  let moved = 0;
  for (const each of due) if (await moveOut(each, over)) moved++;
  return moved;
}
