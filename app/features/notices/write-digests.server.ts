import { and, eq, gte, isNull, lt, notExists, or, sql, type SQL } from "drizzle-orm";
import { notice, noticeChoice } from "../../../db/schema/notices.ts";
import { household, membership, resident } from "../../../db/schema/people.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import { lastSlot, paceOf, reachesNotNow } from "./pace.server.ts";

const rowsAtOnce = 5000;

/**
 * Puts a digest in the outbox for everybody whose hour has come and who has something unread that was not mailed. The row holds the
 * account only: what is in the mail is looked up when it leaves. An hour that was missed is made up for, and none is written twice.
 * @param at the moment for which it is done
 * @returns how many digests were written
 */
export async function writeDigests(at: Date = new Date()): Promise<number> {
  return asWorker(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('digests', 0))`);
    const accounts = await due(tx, sql`${at.toISOString()}::timestamptz`);
    for (let from = 0; from < accounts.length; from += rowsAtOnce) {
      await tx.insert(outbox).values(accounts.slice(from, from + rowsAtOnce).map(({ accountId }) => ({ template: "notices-digest", accountId, createdAt: at })));
    }
    if (accounts.length > 0) await wakeDelivery(tx);
    return accounts.length;
  });
}

function due(tx: WorkerTx, at: SQL) {
  const slot = lastSlot(paceOf(notice.kind), resident.id, at);
  const written = tx
    .select({ one: sql`1` })
    .from(outbox)
    .where(and(eq(outbox.template, "notices-digest"), eq(outbox.accountId, resident.id), gte(outbox.createdAt, slot)));
  return tx
    .selectDistinct({ accountId: resident.id })
    .from(notice)
    .innerJoin(resident, eq(resident.id, notice.residentId))
    .innerJoin(membership, and(eq(membership.residentId, resident.id), eq(membership.householdId, resident.householdId), isNull(membership.endedAt)))
    .innerJoin(household, and(eq(household.id, resident.householdId), isNull(household.endedAt)))
    .leftJoin(noticeChoice, eq(noticeChoice.accountId, resident.id))
    .where(
      and(
        isNull(notice.readAt),
        isNull(notice.mailedAt),
        lt(notice.createdAt, slot),
        or(sql`${resident.involvement} is distinct from 'not_now'`, reachesNotNow(notice.kind)),
        notExists(written),
      ),
    );
}
