import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { answer, outcomeVerdict, questionClaim, questionParking } from "../../../db/schema/questions.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";

/** How many days before its last day who finds something out is reminded. */
export const reminderDays = 2;

/** The day that it is at a moment, in Europe/Amsterdam: a day ends at midnight there, also when the clock is put back or forward. */
const dayAt = (now: Date) => sql`(${now.toISOString()}::timestamptz at time zone 'Europe/Amsterdam')::date`;
const moment = (now: Date) => sql`${now.toISOString()}::timestamptz`;

/** Ends what somebody was finding out when its last day is over, and tells of it. @returns how many */
export async function releaseOverdue(tx: WorkerTx, now: Date): Promise<number> {
  const over = await tx
    .update(questionClaim)
    .set({ releasedAt: moment(now), releaseReason: "overdue" })
    .where(and(isNull(questionClaim.releasedAt), sql`${questionClaim.until} < ${dayAt(now)}`))
    .returning({ id: questionClaim.id, subjectId: questionClaim.questionId, neighbourhoodCode: questionClaim.neighbourhoodCode });
  for (const { id, ...about } of over) await tell(tx, "question-claim-released", { ...about, causeId: id });
  return over.length;
}

/** Reminds who finds something out, once, two days before the last day. @returns how many */
export async function remindClaimers(tx: WorkerTx, now: Date): Promise<number> {
  const due = await tx
    .update(questionClaim)
    .set({ remindedAt: moment(now) })
    .where(and(isNull(questionClaim.releasedAt), isNull(questionClaim.remindedAt), sql`${questionClaim.until} - ${reminderDays}::int <= ${dayAt(now)}`))
    .returning({ id: questionClaim.id, subjectId: questionClaim.questionId, neighbourhoodCode: questionClaim.neighbourhoodCode });
  for (const { id, ...about } of due) await tell(tx, "question-claim-due", { ...about, causeId: id });
  return due.length;
}

/** Has parked questions return on their day, and tells of it. @returns how many */
export async function returnParked(tx: WorkerTx, now: Date): Promise<number> {
  const back = await tx
    .update(questionParking)
    .set({ returnedAt: moment(now) })
    .where(and(isNull(questionParking.returnedAt), sql`${questionParking.returnsOn} <= ${dayAt(now)}`))
    .returning({ id: questionParking.id, subjectId: questionParking.questionId, neighbourhoodCode: questionParking.neighbourhoodCode });
  for (const { id, ...about } of back) await tell(tx, "question-returned", { ...about, causeId: id });
  return back.length;
}

/** A year after an outcome was found out or confirmed it is asked whether it still holds, once until somebody says so. @returns how many */
export async function askWhetherTheyHold(tx: WorkerTx, now: Date): Promise<number> {
  const old = await tx
    .select({
      answerId: answer.id,
      questionId: answer.questionId,
      neighbourhoodCode: answer.neighbourhoodCode,
      askedHouseholdId: answer.askedHouseholdId,
      askedResidentId: answer.askedResidentId,
      reach: sql<string>`${answer.reach}`,
    })
    .from(answer)
    .where(
      and(
        eq(answer.outcome, true),
        isNotNull(answer.reach),
        isNull(answer.withdrawnAt),
        isNull(answer.hiddenAt),
        sql`${answer.sharedAt} <= ${moment(now)} - interval '1 year'`,
        // What its asker found wanting has no standing to lose.
        sql`coalesce((select v.verdict <> 'missing' from ${outcomeVerdict} v where v.answer_id = ${answer.id} and v.verdict in ('accepted', 'missing') order by v.created_at desc, v.id desc limit 1), true)`,
        sql`not exists (select from ${outcomeVerdict} v where v.answer_id = ${answer.id} and v.verdict in ('asked_again', 'confirmed')
          and (v.created_at > ${moment(now)} - interval '1 year'
            or v.verdict = 'asked_again' and not exists (select from ${outcomeVerdict} c where c.answer_id = v.answer_id and c.verdict = 'confirmed' and c.created_at > v.created_at)))`,
      ),
    )
    .for("update", { skipLocked: true });
  for (const { answerId, ...under } of old) {
    await tx.insert(outcomeVerdict).values({ ...under, answerId, verdict: "asked_again", createdAt: now });
    await tell(tx, "question-stale", { subjectId: under.questionId, causeId: answerId, neighbourhoodCode: under.neighbourhoodCode });
  }
  return old.length;
}

/** All that days do to questions. */
export async function letDaysPass(tx: WorkerTx, now: Date): Promise<void> {
  await remindClaimers(tx, now);
  await releaseOverdue(tx, now);
  await returnParked(tx, now);
  await askWhetherTheyHold(tx, now);
}
