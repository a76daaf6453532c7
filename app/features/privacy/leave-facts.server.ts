import { and, eq, exists, isNull, lt, notExists, sql } from "drizzle-orm";
import { leftFact } from "../../../db/schema/homes.ts";
import { consent, membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { measure } from "../../../db/schema/sharing.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { today } from "../../i18n/day.ts";
import { undoDays } from "../sharing/undo.ts";

/** Months that a fact waits for somebody who lives there. */
export const leftFactMonths = 24;

/**
 * For the daily job: of each measure that somebody chose to leave with the home they moved out of, its kind and year become a fact of
 * that home, and the measure goes with everything else that stood with it. Only when they can't return any more, and not of who asked
 * to be erased: from then on nothing says whose it was.
 * @returns how many
 */
export async function leaveFacts(tx: WorkerTx): Promise<number> {
  const one = { one: sql`1` };
  // A choice that ended by moving itself counts; one that was taken back before or after has another moment.
  const choice = tx
    .select(one)
    .from(consent)
    .innerJoin(membership, and(eq(membership.residentId, consent.residentId), eq(membership.householdId, consent.householdId), eq(membership.endedAt, consent.withdrawnAt)))
    .where(
      and(
        eq(consent.subjectId, measure.id),
        eq(consent.residentId, measure.residentId),
        eq(consent.purpose, "leave_behind"),
        eq(consent.withdrawnAt, measure.withdrawnAt),
        eq(membership.endedReason, "moved"),
        lt(membership.endedAt, sql`now() - make_interval(days => ${undoDays}::int)`),
        notExists(tx.select(one).from(erasure).where(eq(erasure.accountId, consent.residentId))),
      ),
    );
  const gone = await tx
    .delete(measure)
    .where(and(eq(measure.state, "done"), isNull(measure.hiddenAt), exists(choice)))
    .returning({ neighbourhoodCode: measure.neighbourhoodCode, dwellingId: measure.dwellingId, kind: measure.kind, year: measure.year, withdrawnAt: measure.withdrawnAt });
  const left = gone.map(({ withdrawnAt, ...fact }) => ({ ...fact, leftOn: `${today(withdrawnAt!).slice(0, 7)}-01` }));
  if (left.length > 0) await tx.insert(leftFact).values(left);
  return left.length;
}

/** For the daily job: facts that nobody took over. @returns how many went */
export async function forgetLeftFacts(tx: WorkerTx): Promise<number> {
  const old = lt(leftFact.leftOn, sql`((now() at time zone 'Europe/Amsterdam')::date - make_interval(months => ${leftFactMonths}::int))::date`);
  return (await tx.delete(leftFact).where(old).returning({ id: leftFact.id })).length;
}
