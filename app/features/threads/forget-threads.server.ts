import { and, eq, inArray, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { erasureDays } from "../../../db/leaving.server.ts";
import { disclosure, membership } from "../../../db/schema/people.ts";
import { hiding, report } from "../../../db/schema/sharing.ts";
import { privateMessage, privateThread } from "../../../db/schema/threads.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";

/** Months after the last message in which a thread can still be read by the two. */
export const threadMonths = 24;

/** What an account that is erased wrote in private: its words and who they were are gone, that something stood there stays for the other. */
export async function forgetWriter(tx: WorkerTx, accountId: string): Promise<void> {
  const written = await tx.select({ id: privateMessage.id }).from(privateMessage).where(eq(privateMessage.residentId, accountId));
  await forgetDecisions(tx, written.map(({ id }) => id));
  const gone = { withdrawnAt: sql`coalesce(${privateMessage.withdrawnAt}, now())`, residentId: null, householdId: null, shownName: null, withdrawnBy: null, hiddenAt: null };
  await tx.update(privateMessage).set(gone).where(eq(privateMessage.residentId, accountId));
  await tx.update(privateMessage).set({ toResidentId: null, toHouseholdId: null }).where(eq(privateMessage.toResidentId, accountId));
  const ended = { endedAt: sql`coalesce(${privateThread.endedAt}, now())`, endedBy: null };
  await tx.update(privateThread).set({ ...ended, askerId: null, askerHouseholdId: null, askerName: null }).where(eq(privateThread.askerId, accountId));
  await tx.update(privateThread).set({ ...ended, askedId: null, askedHouseholdId: null, askedName: null }).where(eq(privateThread.askedId, accountId));
}

/**
 * For the daily job: empties what was written by who left a week ago, and erases threads in which nothing was written for 24 months or
 * of which nobody is left.
 * @returns how many threads were erased
 */
export async function eraseOldThreads(tx: WorkerTx): Promise<number> {
  const stays = tx
    .select({ one: sql`1` })
    .from(membership)
    .where(
      and(
        eq(membership.residentId, privateMessage.residentId),
        eq(membership.householdId, privateMessage.householdId),
        or(isNull(membership.endedAt), eq(membership.endedReason, "disputed"), sql`${membership.endedAt} > now() - make_interval(days => ${erasureDays}::int)`),
      ),
    );
  await tx.update(privateMessage).set({ withdrawnAt: sql`now()`, hiddenAt: null }).where(and(isNull(privateMessage.withdrawnAt), notExists(stays)));
  const old = await tx
    .select({ id: privateThread.id })
    .from(privateThread)
    .where(or(lt(privateThread.lastMessageAt, sql`now() - make_interval(months => ${threadMonths}::int)`), and(isNull(privateThread.askerId), isNull(privateThread.askedId))));
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const messages = await tx.select({ id: privateMessage.id }).from(privateMessage).where(inArray(privateMessage.threadId, ids));
  await forgetDecisions(tx, messages.map(({ id }) => id));
  await tx.delete(privateThread).where(inArray(privateThread.id, ids));
  return ids.length;
}

/** What moderators decided about messages that nobody can read any more. */
async function forgetDecisions(tx: WorkerTx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(hiding).where(and(eq(hiding.subjectKind, "private_message"), inArray(hiding.subjectId, ids)));
  await tx.delete(report).where(and(eq(report.subjectKind, "private_message"), inArray(report.subjectId, ids)));
  await tx.delete(disclosure).where(and(eq(disclosure.what, "private_message"), inArray(disclosure.subjectId, ids)));
}
