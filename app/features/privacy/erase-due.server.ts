import { and, eq, inArray, lte, or, sql } from "drizzle-orm";
import { addressClaim, vouch, vouchLoss } from "../../../db/schema/addresses.ts";
import { assistedEntry, assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { account, householdInvitation, roleInvitation, signup, waiting } from "../../../db/schema/auth.ts";
import { jointRequest, jointRequestAnswer, jointRequestPart } from "../../../db/schema/joint.ts";
import { happening } from "../../../db/schema/notices.ts";
import { consent, disclosure, household, joinRequest, membership, resident } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { answerThanks, outcomeVerdict, questionClaim, questionFollow, questionMerge, questionParking } from "../../../db/schema/questions.ts";
import { announcement, type AnyKind, type AnyTable, appeal, everything, hiding, letter, missingAddress, outbox, report, wishJoin } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import { erasePurchasesOf } from "../purchases/forget-purchases.server.ts";
import { eraseVisitsOf } from "../visits/forget-visits.server.ts";
import { forgetWriter } from "../threads/forget-threads.server.ts";
import { emailKey, homeKey } from "../addresses/claim-code.server.ts";

type Due = { accountId: string; householdId: string | null; wholeHousehold: boolean };

/** Who left seven days ago or longer. */
export function dueErasures(tx: WorkerTx): Promise<Due[]> {
  return tx
    .select({ accountId: erasure.accountId, householdId: erasure.householdId, wholeHousehold: erasure.wholeHousehold })
    .from(erasure)
    .where(lte(erasure.dueAt, sql`now()`));
}

/**
 * For the daily job: erases for good who left seven days ago. Every step can be repeated; the request itself goes last, so
 * that a job that was cut off begins again.
 * @returns how many accounts were erased
 */
export async function eraseDue(): Promise<number> {
  const due = await asWorker(dueErasures);
  for (const one of due) {
    const traces = await tracesOf(one.accountId);
    await asWorker((tx) => eraseShared(tx, one, traces));
    await asAuth(async (tx) => {
      if (traces.email) {
        await tx.delete(waiting).where(eq(waiting.email, traces.email));
        await tx.delete(householdInvitation).where(eq(householdInvitation.email, traces.email));
        await tx.delete(roleInvitation).where(eq(roleInvitation.email, traces.email));
        await tx.delete(signup).where(eq(signup.email, traces.email));
      }
      await tx.delete(account).where(eq(account.id, one.accountId));
    });
    await asWorker(async (tx) => {
      if (one.wholeHousehold && one.householdId) await eraseHousehold(tx, one.householdId);
      await tx.delete(erasure).where(eq(erasure.accountId, one.accountId));
    });
  }
  return due.length;
}

async function tracesOf(accountId: string): Promise<{ email: string | null; signups: string[] }> {
  return asAuth(async (tx) => {
    const [known] = await tx.select({ email: account.email }).from(account).where(eq(account.id, accountId));
    const signups = await tx
      .select({ id: signup.id })
      .from(signup)
      .where(or(eq(signup.accountId, accountId), known ? eq(signup.email, known.email) : undefined));
    return { email: known?.email ?? null, signups: signups.map(({ id }) => id) };
  });
}

/** What somebody shared, asked and was asked, in a household that others may go on living in. */
async function eraseShared(tx: WorkerTx, { accountId, householdId, wholeHousehold }: Due, traces: { email: string | null; signups: string[] }): Promise<void> {
  for (const [kind, table] of Object.entries(everything) as [AnyKind, AnyTable][]) {
    const whose = wholeHousehold && householdId ? eq(table.householdId, householdId) : eq(table.residentId, accountId);
    const items = await tx.select({ id: table.id }).from(table).where(whose);
    const ids = items.map(({ id }) => id);
    if (ids.length === 0) continue;
    await tx.delete(hiding).where(and(eq(hiding.subjectKind, kind), inArray(hiding.subjectId, ids)));
    await tx.delete(report).where(and(eq(report.subjectKind, kind), inArray(report.subjectId, ids)));
    await tx.delete(disclosure).where(and(eq(disclosure.what, kind), inArray(disclosure.subjectId, ids)));
    await tx.delete(table).where(inArray(table.id, ids));
  }
  const reported = tx.select({ id: report.id }).from(report).where(eq(report.reporterId, accountId));
  await tx.update(hiding).set({ reportId: null }).where(inArray(hiding.reportId, reported));
  await tx.delete(report).where(eq(report.reporterId, accountId));
  await tx.delete(appeal).where(eq(appeal.residentId, accountId));
  await tx.delete(wishJoin).where(eq(wishJoin.residentId, accountId));
  await tx.delete(jointRequestPart).where(eq(jointRequestPart.residentId, accountId));
  for (const table of [questionClaim, questionFollow, answerThanks, outcomeVerdict]) await tx.delete(table).where(eq(table.residentId, accountId));
  // That a question rests, or is one with another, goes on; who did it is forgotten.
  await tx.update(questionParking).set({ parkedBy: null }).where(eq(questionParking.parkedBy, accountId));
  await tx.update(questionParking).set({ returnedBy: null }).where(eq(questionParking.returnedBy, accountId));
  await tx.update(questionMerge).set({ mergedBy: null }).where(eq(questionMerge.mergedBy, accountId));
  await tx.update(questionMerge).set({ undoneBy: null }).where(eq(questionMerge.undoneBy, accountId));
  await tx.update(questionClaim).set({ releasedBy: null }).where(eq(questionClaim.releasedBy, accountId));
  // What is asked together is of those who still take part; the rest goes with the daily forgetting.
  await tx.update(jointRequest).set({ startedBy: null }).where(eq(jointRequest.startedBy, accountId));
  await tx.update(jointRequestAnswer).set({ answeredBy: null }).where(eq(jointRequestAnswer.answeredBy, accountId));
  await eraseVisitsOf(tx, { residentId: accountId });
  await erasePurchasesOf(tx, { residentId: accountId });
  await forgetWriter(tx, accountId);
  await tx.delete(consent).where(eq(consent.residentId, accountId));
  await forgetVouches(tx, accountId, traces.email);
  await tx.delete(addressClaim).where(eq(addressClaim.accountId, accountId));
  await tx.delete(membership).where(eq(membership.residentId, accountId));
  await tx.delete(resident).where(eq(resident.id, accountId));
  await tx.update(announcement).set({ shownName: "Beheerder" }).where(eq(announcement.authorId, accountId));
  await tx.delete(happening).where(eq(happening.actorId, accountId));
  await tx.delete(outbox).where(eq(outbox.accountId, accountId));
  if (traces.signups.length > 0) {
    await tx.delete(letter).where(inArray(letter.signupId, traces.signups));
    await tx.delete(joinRequest).where(inArray(joinRequest.signupId, traces.signups));
  }
  if (traces.email) await tx.delete(missingAddress).where(eq(missingAddress.email, traces.email));
}

/** What counts for a year, or for good, stays under keyed hashes: leaving and coming back begins no new count. */
async function forgetVouches(tx: WorkerTx, accountId: string, email: string | null): Promise<void> {
  const own = await tx.select({ id: vouch.id, dwellingId: vouch.dwellingId }).from(vouch).where(eq(vouch.voucherId, accountId));
  for (const { id, dwellingId } of own) await tx.update(vouch).set({ voucherId: null, dwellingId: null, homeKey: dwellingId && homeKey(dwellingId) }).where(eq(vouch.id, id));
  await tx.update(vouchLoss).set({ accountId: null, reason: null, emailKey: email && emailKey(email) }).where(eq(vouchLoss.accountId, accountId));
}

/** The household itself, once nobody is left in it: also what somebody who left it earlier has behind there. */
export async function eraseHousehold(tx: WorkerTx, householdId: string): Promise<void> {
  const stay = await tx.select({ id: resident.id }).from(resident).where(eq(resident.householdId, householdId)).limit(1);
  if (stay.length > 0) return;
  const waitingToBeErased = await tx.select({ id: erasure.accountId }).from(erasure).where(eq(erasure.householdId, householdId));
  if (waitingToBeErased.length > 1) return;
  await tx.delete(erasure).where(eq(erasure.householdId, householdId));
  const reported = tx.select({ id: report.id }).from(report).where(eq(report.reporterHouseholdId, householdId));
  await tx.update(hiding).set({ reportId: null }).where(inArray(hiding.reportId, reported));
  await tx.delete(report).where(eq(report.reporterHouseholdId, householdId));
  // Of helping on paper only the log stays: by whom, when, how many things.
  await tx.update(assistedSession).set({ paperResidentId: null, signedOn: null, textVersion: null, textShown: null, locale: null }).where(eq(assistedSession.householdId, householdId));
  await tx.delete(assistedEntry).where(eq(assistedEntry.householdId, householdId));
  await tx.delete(paperResident).where(eq(paperResident.householdId, householdId));
  for (const table of [appeal, hiding, disclosure, wishJoin, jointRequestPart, consent, joinRequest, membership]) await tx.delete(table).where(eq(table.householdId, householdId));
  await eraseVisitsOf(tx, { householdId });
  await erasePurchasesOf(tx, { householdId });
  await tx.delete(household).where(eq(household.id, householdId));
}
