import { and, eq, gte, isNull, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { assistedSession, paperResident } from "./schema/assisted.ts";
import { jointRequestPart } from "./schema/joint.ts";
import { consent, household, membership, resident } from "./schema/people.ts";
import { erasure } from "./schema/privacy.ts";
import { answerThanks, questionClaim, questionFollow } from "./schema/questions.ts";
import { allTables, itemTables, letter, wishJoin } from "./schema/sharing.ts";
import type { ViewerTx, WorkerTx } from "./viewer.server.ts";

// Leaving and staying after all, for who asks it and for a journal that is replayed.

/** Days between hiding everything and erasing it: for second thoughts, and for who was thrown out by somebody else. */
export const erasureDays = 7;

type Leaver = { residentId: string; householdId: string };

/** Whether nobody else lives in the household of this resident. */
export async function isLastAdult(tx: ViewerTx | WorkerTx, { residentId, householdId }: Leaver): Promise<boolean> {
  const others = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.householdId, householdId), isNull(membership.endedAt), ne(membership.residentId, residentId)))
    .limit(1);
  return others.length === 0;
}

/**
 * Hides what a resident shared, or what the whole household shared, and ends what hangs on it.
 * @param at when it was asked; what carries this moment comes back when its owner stays
 * @returns the ids of the items that were hidden now
 */
export async function hideForLeaving(tx: ViewerTx | WorkerTx, { residentId, householdId }: Leaver, whole: boolean, at: Date | SQL): Promise<string[]> {
  const concerned = (table: { householdId: PgColumn; residentId: PgColumn }): SQL | undefined =>
    and(eq(table.householdId, householdId), whole ? undefined : eq(table.residentId, residentId));
  const taken = { withdrawnAt: at, withdrawnBy: residentId };
  const ids: string[] = [];
  for (const table of allTables) {
    const hidden = await tx.update(table).set(taken).where(and(concerned(table), isNull(table.withdrawnAt))).returning({ id: table.id });
    ids.push(...hidden.map(({ id }) => id));
  }
  await tx.delete(wishJoin).where(concerned(wishJoin));
  await tx.update(questionClaim).set({ releasedAt: at, releasedBy: residentId, releaseReason: "left" }).where(and(concerned(questionClaim), isNull(questionClaim.releasedAt)));
  for (const table of [questionFollow, answerThanks]) await tx.delete(table).where(concerned(table));
  await tx.delete(jointRequestPart).where(concerned(jointRequestPart));
  await tx.update(consent).set(taken).where(and(concerned(consent), isNull(consent.withdrawnAt)));
  return ids;
}

/**
 * Lets somebody who is helped on paper leave, with all that was entered for them; erased after seven days.
 * @returns the ids of the items that were hidden now; none when they left, or were taken over, before
 */
export async function hidePaper(tx: WorkerTx, personId: string, at: Date | SQL): Promise<string[]> {
  const open = and(eq(paperResident.id, personId), isNull(paperResident.takenOverAt), isNull(paperResident.endedAt));
  const [left] = await tx.update(paperResident).set({ endedAt: at }).where(open).returning({ householdId: paperResident.householdId, neighbourhoodCode: paperResident.neighbourhoodCode });
  if (!left) return [];
  const hidden = await hideForLeaving(tx, { residentId: personId, householdId: left.householdId }, true, at);
  await tx.update(household).set({ endedAt: at }).where(eq(household.id, left.householdId));
  await tx.update(letter).set({ endedAt: at }).where(and(eq(letter.paperResidentId, personId), isNull(letter.endedAt)));
  await tx.update(assistedSession).set({ endedAt: at }).where(and(eq(assistedSession.paperResidentId, personId), isNull(assistedSession.endedAt)));
  const dueAt = sql`${at}::timestamptz + make_interval(days => ${erasureDays}::int)`;
  await tx.insert(erasure).values({ accountId: personId, ...left, wholeHousehold: true, requestedAt: at, dueAt }).onConflictDoNothing();
  return hidden;
}

/**
 * Lets somebody belong to the household again that they left, with what was hidden by leaving there for the household only.
 * @param leaving gives the moment of leaving; compared by the database, because a moment that passed through here would have
 * lost its microseconds
 */
export async function comeHome(tx: WorkerTx, { residentId, householdId, neighbourhoodCode }: Leaver & { neighbourhoodCode: string }, leaving: SQLWrapper): Promise<void> {
  const leftAt = sql`(${leaving})`;
  await tx.update(household).set({ endedAt: null }).where(eq(household.id, householdId));
  const backHome = { withdrawnAt: null, withdrawnBy: null, audience: "household" as const, sharedAt: null, narrowedAt: null, shownName: null };
  // What follows something else has no audience of its own to fall back to, and stays taken back.
  for (const table of itemTables) await tx.update(table).set(backHome).where(and(eq(table.householdId, householdId), eq(table.withdrawnAt, leftAt)));
  const ownStay = and(eq(membership.residentId, residentId), eq(membership.householdId, householdId));
  await tx.update(membership).set({ endedAt: null, endedReason: null }).where(and(ownStay, gte(membership.endedAt, leftAt)));
  const nameless = { displayName: null };
  await tx.insert(resident).values({ id: residentId, householdId, neighbourhoodCode, ...nameless }).onConflictDoUpdate({ target: resident.id, set: nameless });
}

/**
 * Cancels an erasure: who left belongs to the same household again, and what was hidden by leaving is there for the
 * household only. Consent that ended stays ended: the name and the audiences are chosen anew.
 * @returns the household, where there was one; null when no erasure is open
 */
export async function undoLeaving(tx: WorkerTx, accountId: string): Promise<{ householdId: string | null } | null> {
  const mine = eq(erasure.accountId, accountId);
  const [left] = await tx.select({ householdId: erasure.householdId, neighbourhoodCode: erasure.neighbourhoodCode }).from(erasure).where(mine).for("update");
  if (!left) return null;
  const { householdId, neighbourhoodCode } = left;
  if (householdId && neighbourhoodCode) {
    await comeHome(tx, { residentId: accountId, householdId, neighbourhoodCode }, tx.select({ at: erasure.requestedAt }).from(erasure).where(mine));
    // A housemate who left later, as the last one, does no longer take along the whole household.
    await tx.update(erasure).set({ wholeHousehold: false }).where(eq(erasure.householdId, householdId));
  }
  await tx.delete(erasure).where(mine);
  return { householdId };
}
