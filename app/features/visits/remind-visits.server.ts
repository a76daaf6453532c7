import { and, eq, isNull, sql } from "drizzle-orm";
import { visitRequest, visitSlot } from "../../../db/schema/visits.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";

/** Days after which a question to come by appointment that nobody answered is let go. */
export const answerDays = 14;

/**
 * For the hourly job: reminds the two of every visit of tomorrow, by the calendar of the Netherlands, once; from ten in the morning on.
 * @param now when it is
 * @returns how many visits
 */
export async function remindVisits(tx: WorkerTx, now = new Date()): Promise<number> {
  const local = sql`(${now.toISOString()}::timestamptz at time zone 'Europe/Amsterdam')`;
  const due = await tx
    .update(visitRequest)
    .set({ remindedAt: sql`now()` })
    .from(visitSlot)
    .where(
      and(
        eq(visitSlot.id, visitRequest.slotId), eq(visitRequest.answer, "accepted"), isNull(visitRequest.cancelledAt), isNull(visitRequest.remindedAt), isNull(visitSlot.cancelledAt),
        sql`(${visitSlot.startsAt} at time zone 'Europe/Amsterdam')::date = ${local}::date + 1 and extract(hour from ${local}) >= 10`,
      ),
    )
    .returning({ id: visitRequest.id, visitId: visitRequest.visitId, neighbourhoodCode: visitRequest.neighbourhoodCode });
  for (const { id, visitId, neighbourhoodCode } of due) await tell(tx, "visit-tomorrow", { subjectId: visitId, causeId: id, neighbourhoodCode });
  return due.length;
}

/** For the hourly job: lets go of questions whose moment has come, or that waited too long for an appointment. @returns how many */
export async function lapseRequests(tx: WorkerTx): Promise<number> {
  const lapsed = await tx
    .update(visitRequest)
    .set({ answer: "lapsed", answeredAt: sql`now()` })
    .where(
      and(
        isNull(visitRequest.answer), isNull(visitRequest.cancelledAt),
        sql`case when ${visitRequest.slotId} is null then ${visitRequest.askedAt} < now() - make_interval(days => ${answerDays}::int)
          else exists (select from ${visitSlot} s where s.id = ${visitRequest.slotId} and s.starts_at <= now()) end`,
      ),
    )
    .returning({ id: visitRequest.id, visitId: visitRequest.visitId, neighbourhoodCode: visitRequest.neighbourhoodCode });
  for (const { id, visitId, neighbourhoodCode } of lapsed) await tell(tx, "visit-declined", { subjectId: visitId, causeId: id, neighbourhoodCode });
  return lapsed.length;
}
