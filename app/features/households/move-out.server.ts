import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { hideForLeaving, isLastAdult } from "../../../db/leaving.server.ts";
import { household, joinRequest, membership, resident as residentTable } from "../../../db/schema/people.ts";
import { asWorker } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { Resident } from "../session/viewer.ts";
import { lockHome } from "./lock-home.server.ts";

/**
 * Ends a membership because its resident moved: what they shared here, or what the whole household shared when its last adult
 * leaves, is hidden at once and erased after seven days. The account stays, without a home; the next who lives here starts blank.
 * @returns false when the membership had ended meanwhile
 */
export async function moveOut({ residentId, householdId }: Resident): Promise<boolean> {
  return asWorker(async (tx) => {
    const mine = await lockHome(tx, { residentId, householdId });
    if (!mine) return false;
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
