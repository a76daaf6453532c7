import { and, eq, sql } from "drizzle-orm";
import { notice, noticeChoice } from "../../../db/schema/notices.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import { paceOf, quietUntil } from "./pace.server.ts";

const rowsAtOnce = 5000;

/**
 * In the transaction in which a happening is told: puts a mail in the outbox for everybody who wants to hear of it at once, at night
 * for the next morning.
 */
export async function mailAtOnce(tx: WorkerTx, happeningId: string): Promise<void> {
  const wanted = await tx
    .select({ accountId: notice.residentId, subjectId: notice.id, until: quietUntil(sql`now()`) })
    .from(notice)
    .leftJoin(noticeChoice, eq(noticeChoice.accountId, notice.residentId))
    .where(and(eq(notice.happeningId, happeningId), eq(paceOf(notice.kind), "at_once")));
  for (let from = 0; from < wanted.length; from += rowsAtOnce) {
    const rows = wanted.slice(from, from + rowsAtOnce).map(({ until, ...ids }) => ({ template: "notices-at-once", ...ids, ...(until ? { deliverAfter: new Date(until) } : {}) }));
    await tx.insert(outbox).values(rows);
  }
  if (wanted.length > 0) await wakeDelivery(tx);
}
