import { and, eq, lt, or, sql } from "drizzle-orm";
import { visitFeedback, visitRequest, visitRoute, visitSlot } from "../../../db/schema/visits.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";

/** Months after a visit, or after a question that led to none, in which the two can read back what they said. */
export const visitMonths = 12;

const ago = sql`now() - make_interval(months => ${visitMonths}::int)`;

/** For the daily job: forgets what was asked, agreed and said long ago, with the moments and routes of that time. @returns how many requests */
export async function forgetVisits(tx: WorkerTx): Promise<number> {
  const over = sql`coalesce((select s.ends_at from ${visitSlot} s where s.id = ${visitRequest.slotId}), ${visitRequest.answeredAt}, ${visitRequest.cancelledAt}, ${visitRequest.askedAt})`;
  const gone = await tx.delete(visitRequest).where(lt(over, ago)).returning({ id: visitRequest.id });
  await tx.delete(visitSlot).where(and(lt(visitSlot.endsAt, ago), sql`not exists (select from ${visitRequest} r where r.slot_id = ${visitSlot.id})`));
  await tx.delete(visitRoute).where(and(lt(visitRoute.day, sql`(${ago})::date`), sql`not exists (select from ${visitSlot} s where s.route_id = ${visitRoute.id})`));
  return gone.length;
}

/** Erases what somebody asked at other doors; at their own door it goes with the opening, and a housemate's keeps no trace of who answered. */
export async function eraseVisitsOf(tx: WorkerTx, { residentId, householdId }: { residentId?: string; householdId?: string }): Promise<void> {
  if (residentId) {
    await tx.update(visitRequest).set({ answeredBy: null }).where(eq(visitRequest.answeredBy, residentId));
    await tx.update(visitFeedback).set({ saidBy: null }).where(eq(visitFeedback.saidBy, residentId));
  }
  await tx.delete(visitRequest).where(or(residentId ? eq(visitRequest.guestResidentId, residentId) : undefined, householdId ? eq(visitRequest.guestHouseholdId, householdId) : undefined));
}
