import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { undoLeaving } from "../../../db/leaving.server.ts";
import { membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { endOtherSignups } from "../households/end-signup.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/**
 * Has second thoughts about leaving: back in the same household, of which the others are told, with what was shared for
 * the household only. Roles don't come back by themselves. A sign-up of meanwhile ends where there is a home again.
 * @returns false when it is too late
 */
export async function stay({ accountId }: AccountViewer): Promise<boolean> {
  const back = await asWorker(async (tx) => {
    const [inTime] = await tx.select({ id: erasure.accountId }).from(erasure).where(and(eq(erasure.accountId, accountId), gt(erasure.dueAt, sql`now()`))).for("update");
    const undone = inTime ? await undoLeaving(tx, accountId) : null;
    if (!undone) return null;
    await journal(tx, { kind: "stay", id: accountId });
    const { householdId } = undone;
    const others = !householdId ? [] : await tx.select({ id: membership.residentId }).from(membership).where(and(eq(membership.householdId, householdId), ne(membership.residentId, accountId), isNull(membership.endedAt)));
    for (const { id } of others) await enqueue(tx, "new-adult", { accountId: id });
    return undone;
  });
  if (back?.householdId) await asAuth((tx) => endOtherSignups(tx, accountId, null));
  return back !== null;
}
