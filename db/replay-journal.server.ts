import { existsSync } from "node:fs";
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Connection } from "./connection.ts";
import { appendToJournal, assertJournalReplayed } from "./journal.server.ts";
import { journalFile, type JournalLine, readJournalFile } from "./journal-file.server.ts";
import { erasureDays, hideForLeaving, hidePaper, isLastAdult, undoLeaving } from "./leaving.server.ts";
import { account, mailProof, session, signup } from "./schema/auth.ts";
import { leftFact } from "./schema/homes.ts";
import { municipalPost, promiseReport } from "./schema/insights.ts";
import { journalEntry, type JournalKind } from "./schema/journal.ts";
import { jointRequest, jointRequestPart } from "./schema/joint.ts";
import { noticeChoice } from "./schema/notices.ts";
import { consent, household, membership, plannedMove, resident, roleGrant } from "./schema/people.ts";
import { erasure, ownArchive } from "./schema/privacy.ts";
import { purchasePhoto } from "./schema/purchase-sign-ups.ts";
import { outcomeVerdict, questionClaim, questionPhoto } from "./schema/questions.ts";
import { allTables, type AnyKind, type AnyTable, block, everything, hiding, itemTables, photo, wishJoin } from "./schema/sharing.ts";
import { privateMessage, privateThread } from "./schema/threads.ts";
import { visitRequest } from "./schema/visits.ts";
import { type AuthTx, asAuth, asWorker, type WorkerTx } from "./viewer.server.ts";

/**
 * Does again what the journal says and a restored database does not know. Where the journal cannot tell how it was
 * exactly, the narrower side is taken: a narrowed item falls back to its household. Safe to repeat, and to interrupt.
 * @param newFile start a new journal from the rows of the database, because the old file is lost
 * @returns how many lines were replayed
 * @throws when there is no journal file
 */
export async function replayJournal(connection: Connection, { newFile = false } = {}): Promise<number> {
  const file = journalFile();
  if (!file) throw new Error("JOURNAL_FILE is not set: there is no journal to replay.");
  if (newFile && !existsSync(file)) {
    await asWorker((tx) => tx.update(journalEntry).set({ appendedAt: null }), connection);
    await appendToJournal(connection);
  }
  if (!existsSync(file)) throw new Error(`The journal ${file} is not there.`);
  const known = new Set((await asWorker((tx) => tx.select({ id: journalEntry.id }).from(journalEntry), connection)).map((row) => row.id));
  // What was made before the backup can hold what was withdrawn since.
  await asWorker((tx) => tx.delete(ownArchive), connection);
  let replayed = 0;
  for await (const line of readJournalFile(file)) {
    if (known.has(line.id)) continue;
    // If this stops halfway, the line is replayed again and finds the rest.
    const leaves = line.kind === "erasure" && (await asAuth((tx) => endLogIns(tx, line), connection));
    await asWorker(async (tx) => {
      await again[line.kind](tx, line);
      if (leaves) await leaveAgain(tx, line);
      await tx.insert(journalEntry).values({ ...line, appendedAt: sql`now()` });
    }, connection);
    replayed++;
  }
  await assertJournalReplayed(connection);
  return replayed;
}

const again: Record<JournalKind, (tx: WorkerTx, line: JournalLine) => Promise<void>> = {
  async erasure(tx, { subjectId, at }) {
    for (const table of [photo, questionPhoto, purchasePhoto]) await tx.delete(table).where(eq(table.id, subjectId));
    await withdrawPost(tx, subjectId, at, true);
    await hidePaper(tx, subjectId, at);
  },

  async stay(tx, { subjectId }) {
    await undoLeaving(tx, subjectId);
    await tx.delete(plannedMove).where(eq(plannedMove.residentId, subjectId));
  },

  async withdrawal(tx, { subjectId, at }) {
    await withdrawItem(tx, subjectId, at);
    await turnMailOff(tx, subjectId, at);
    await withdrawPrivate(tx, subjectId, at);
    await tx.delete(leftFact).where(eq(leftFact.id, subjectId));
    // Also where it had ended by moving: what is taken along after all is not left when the days to return are over.
    await tx.update(consent).set({ withdrawnAt: at }).where(and(eq(consent.id, subjectId), eq(consent.purpose, "leave_behind")));
    await withdrawPost(tx, subjectId, at, false);
    const [taken] = await tx
      .update(consent)
      .set({ withdrawnAt: at })
      .where(and(eq(consent.id, subjectId), isNull(consent.withdrawnAt)))
      .returning({ purpose: consent.purpose, subjectId: consent.subjectId, householdId: consent.householdId, residentId: consent.residentId });
    if (!taken) return;
    if (taken.purpose === "display_name") await forgetName(tx, taken.residentId);
    if (!taken.subjectId) return;
    if (taken.purpose === "join_wish") {
      await tx.delete(wishJoin).where(and(eq(wishJoin.wishId, taken.subjectId), eq(wishJoin.householdId, taken.householdId)));
    } else if (taken.purpose === "joint_request") {
      await tx.delete(jointRequestPart).where(and(eq(jointRequestPart.requestId, taken.subjectId), eq(jointRequestPart.householdId, taken.householdId)));
    } else {
      // Perhaps another consent took its place, with another audience; the journal does not know which.
      await narrowItem(tx, taken.subjectId, at);
    }
  },

  async narrowing(tx, { subjectId, at }) {
    await narrowItem(tx, subjectId, at);
  },

  async hiding(tx, { subjectId, objectId, at }) {
    for (const [subjectKind, table] of Object.entries(everything) as [AnyKind, AnyTable][]) {
      const [item] = await tx
        .select({ neighbourhoodCode: table.neighbourhoodCode, householdId: table.householdId, hiddenAt: table.hiddenAt })
        .from(table)
        .where(eq(table.id, subjectId));
      if (!item || (item.hiddenAt && !objectId)) continue;
      const { hiddenAt, ...whose } = item;
      // With the id of the decision, so that the line of its end finds it.
      await tx
        .insert(hiding)
        .values({ ...whose, id: objectId ?? undefined, subjectKind, subjectId, moderatorId: nobody, rule: "other", reason: lostReason, createdAt: at })
        .onConflictDoNothing({ target: hiding.id });
      if (!hiddenAt) await tx.update(table).set({ hiddenAt: at }).where(eq(table.id, subjectId));
    }
    await hideRequest(tx, subjectId, objectId, at);
    await hideMessage(tx, subjectId, objectId, at);
    await hideVisitRequest(tx, subjectId, objectId, at);
    await hidePost(tx, subjectId, objectId, at);
  },

  async hiding_end(tx, { subjectId, objectId, at }) {
    if (!objectId) return;
    await tx.update(hiding).set({ liftedAt: at, liftedBy: nobody }).where(and(eq(hiding.id, objectId), isNull(hiding.liftedAt)));
    const still = await tx.select({ id: hiding.id }).from(hiding).where(and(eq(hiding.subjectId, subjectId), isNull(hiding.liftedAt))).limit(1);
    if (still.length > 0) return;
    for (const table of [...allTables, jointRequest, privateMessage, visitRequest, municipalPost]) await tx.update(table).set({ hiddenAt: null }).where(eq(table.id, subjectId));
  },

  async block(tx, { subjectId, objectId, at }) {
    if (!objectId) return;
    const known = await tx.select({ id: membership.id }).from(membership).where(eq(membership.residentId, subjectId)).limit(1);
    const [blocked] = await tx.select({ neighbourhoodCode: household.neighbourhoodCode, streetId: household.streetId }).from(household).where(eq(household.id, objectId));
    if (known.length === 0 || !blocked) return;
    // Under which name it was seen is lost with the row: then it is somebody from the street.
    await tx.insert(block).values({ ...blocked, residentId: subjectId, blockedHouseholdId: objectId, createdAt: at }).onConflictDoNothing();
  },

  async unblock(tx, { subjectId, objectId }) {
    if (objectId) await tx.delete(block).where(and(eq(block.residentId, subjectId), eq(block.blockedHouseholdId, objectId)));
  },

  async membership_end(tx, { subjectId, at }) {
    const [ended] = await tx
      .update(membership)
      .set({ endedAt: at, endedReason: "journal" })
      .where(and(eq(membership.id, subjectId), isNull(membership.endedAt)))
      .returning({ householdId: membership.householdId, residentId: membership.residentId });
    if (!ended) return;
    await tx.delete(resident).where(and(eq(resident.id, ended.residentId), eq(resident.householdId, ended.householdId)));
    const stay = await tx.select({ id: membership.id }).from(membership).where(and(eq(membership.householdId, ended.householdId), isNull(membership.endedAt))).limit(1);
    if (stay.length > 0) return;
    await tx.update(household).set({ endedAt: at }).where(and(eq(household.id, ended.householdId), isNull(household.endedAt)));
    for (const table of allTables) await tx.update(table).set({ withdrawnAt: at }).where(and(eq(table.householdId, ended.householdId), isNull(table.withdrawnAt)));
    for (const table of [wishJoin, jointRequestPart]) await tx.delete(table).where(eq(table.householdId, ended.householdId));
    await tx.update(consent).set({ withdrawnAt: at }).where(and(eq(consent.householdId, ended.householdId), isNull(consent.withdrawnAt)));
  },

  // Which area it was is found again by trying all: a quarter that was prepared stays prepared, or its noise could be drawn twice.
  async preparation(tx, { subjectId, objectId, at }) {
    const quarter = sql`to_char(${at.toISOString()}::timestamptz at time zone 'Europe/Amsterdam', 'YYYY"-Q"Q')`;
    await tx.execute(sql`
      insert into figure_preparation (id, area, area_name, quarter, district, municipality_code, neighbourhoods, state)
      select ${subjectId}::uuid, a.code, a.code, ${quarter}, 'WK' || substr(a.code, 3, 6), 'GM' || substr(a.code, 3, 4), array[a.code], 'cancelled'
      from (select n.code from neighbourhood n union select 'WK' || substr(n.code, 3, 6) from neighbourhood n) a
      where md5(a.code || ' ' || ${quarter})::uuid = ${objectId}::uuid on conflict do nothing`);
  },

  async role_end(tx, { subjectId, at }) {
    await tx.update(roleGrant).set({ endedAt: at }).where(and(eq(roleGrant.id, subjectId), isNull(roleGrant.endedAt)));
    await withdrawConsentFor(tx, subjectId, at);
  },
};

/** @returns whether the line is about an account that is (still) there */
async function endLogIns(tx: AuthTx, { subjectId, at }: JournalLine): Promise<boolean> {
  await tx.delete(session).where(eq(session.accountId, subjectId));
  await tx.delete(mailProof).where(eq(mailProof.accountId, subjectId));
  await tx.update(signup).set({ endedAt: at }).where(and(eq(signup.accountId, subjectId), isNull(signup.endedAt), isNull(signup.completedAt)));
  return (await tx.select({ id: account.id }).from(account).where(eq(account.id, subjectId))).length > 0;
}

// Only hides, as leaving does; the job that erases when seven days are over does the rest. So a replay erases neither
// less than that job nor anything of who stayed after all.
async function leaveAgain(tx: WorkerTx, { subjectId, at }: JournalLine): Promise<void> {
  const [home] = await tx
    .select({ householdId: membership.householdId, neighbourhoodCode: membership.neighbourhoodCode })
    .from(membership)
    .where(eq(membership.residentId, subjectId))
    .orderBy(desc(membership.startedAt))
    .limit(1);
  const leaver = home && { residentId: subjectId, householdId: home.householdId };
  const whole = leaver !== undefined && (await isLastAdult(tx, leaver));
  if (leaver) await hideForLeaving(tx, leaver, whole, at);
  await tx.update(roleGrant).set({ endedAt: at }).where(and(eq(roleGrant.accountId, subjectId), isNull(roleGrant.endedAt)));
  const dueAt = new Date(at.getTime() + erasureDays * 86_400_000);
  await tx.insert(erasure).values({ accountId: subjectId, ...home, wholeHousehold: whole, requestedAt: at, dueAt }).onConflictDoNothing();
}

/** For an account: which mail it turned off is not in the journal, so it is all. */
async function turnMailOff(tx: WorkerTx, accountId: string, at: Date): Promise<void> {
  if (!(await tx.select({ id: membership.id }).from(membership).where(eq(membership.residentId, accountId)).limit(1)).length) return;
  const nothing = { direct: "nothing", questions: "nothing", visits: "nothing", wishes: "nothing", homes: "nothing", neighbourhood: "nothing", changedAt: at } as const;
  await tx.insert(noticeChoice).values({ accountId, ...nothing }).onConflictDoUpdate({ target: noticeChoice.accountId, set: nothing });
}

async function withdrawItem(tx: WorkerTx, id: string, at: Date): Promise<void> {
  for (const table of allTables) await tx.update(table).set({ withdrawnAt: at }).where(and(eq(table.id, id), isNull(table.withdrawnAt)));
  const [request] = await tx.update(jointRequest).set({ withdrawnAt: at }).where(and(eq(jointRequest.id, id), isNull(jointRequest.withdrawnAt))).returning({ id: jointRequest.id });
  // Who takes part in it agreed for themselves: that ends when it is forgotten.
  if (!request) await withdrawConsentFor(tx, id, at);
}

/** The decision is for the household that answers for the request in the restored database. */
async function hideRequest(tx: WorkerTx, id: string, hidingId: string | null, at: Date): Promise<void> {
  const [request] = await tx
    .select({ neighbourhoodCode: jointRequest.neighbourhoodCode, hiddenAt: jointRequest.hiddenAt, householdId: sql<string | null>`viewer.answers_for(${jointRequest.id})` })
    .from(jointRequest)
    .where(eq(jointRequest.id, id));
  if (!request) return;
  const { neighbourhoodCode, householdId, hiddenAt } = request;
  if (householdId) {
    await tx
      .insert(hiding)
      .values({ neighbourhoodCode, householdId, id: hidingId ?? undefined, subjectKind: "joint_request", subjectId: id, moderatorId: nobody, rule: "other", duration: "for_good", reason: lostReason, createdAt: at })
      .onConflictDoNothing({ target: hiding.id });
  }
  if (!hiddenAt) await tx.update(jointRequest).set({ hiddenAt: at }).where(eq(jointRequest.id, id));
}

/** A message that was taken back, or a thread that one of the two ended. */
async function withdrawPrivate(tx: WorkerTx, id: string, at: Date): Promise<void> {
  await tx.update(privateMessage).set({ withdrawnAt: at }).where(and(eq(privateMessage.id, id), isNull(privateMessage.withdrawnAt)));
  await tx.update(privateThread).set({ endedAt: at }).where(and(eq(privateThread.id, id), isNull(privateThread.endedAt)));
}

async function hideMessage(tx: WorkerTx, id: string, hidingId: string | null, at: Date): Promise<void> {
  const [message] = await tx.select({ neighbourhoodCode: privateMessage.neighbourhoodCode, householdId: privateMessage.householdId }).from(privateMessage).where(eq(privateMessage.id, id));
  if (!message?.householdId) return;
  const { neighbourhoodCode, householdId } = message;
  await tx
    .insert(hiding)
    .values({ neighbourhoodCode, householdId, id: hidingId ?? undefined, subjectKind: "private_message", subjectId: id, moderatorId: nobody, rule: "other", duration: "for_good", reason: lostReason, createdAt: at })
    .onConflictDoNothing({ target: hiding.id });
  await tx.update(privateMessage).set({ hiddenAt: at }).where(and(eq(privateMessage.id, id), isNull(privateMessage.hiddenAt)));
}

async function hideVisitRequest(tx: WorkerTx, id: string, hidingId: string | null, at: Date): Promise<void> {
  const [request] = await tx.select({ neighbourhoodCode: visitRequest.neighbourhoodCode, householdId: visitRequest.guestHouseholdId }).from(visitRequest).where(eq(visitRequest.id, id));
  if (!request) return;
  await tx
    .insert(hiding)
    .values({ ...request, id: hidingId ?? undefined, subjectKind: "visit_request", subjectId: id, moderatorId: nobody, rule: "other", duration: "for_good", reason: lostReason, createdAt: at })
    .onConflictDoNothing({ target: hiding.id });
  await tx.update(visitRequest).set({ hiddenAt: at }).where(and(eq(visitRequest.id, id), isNull(visitRequest.hiddenAt)));
}

/** What a municipality posted; which official withdrew it, and why, is lost. */
async function withdrawPost(tx: WorkerTx, id: string, at: Date, withoutText: boolean): Promise<void> {
  await tx.update(municipalPost).set({ withdrawnAt: at, withdrawnReason: lostWithdrawal }).where(and(eq(municipalPost.id, id), isNull(municipalPost.withdrawnAt)));
  if (!withoutText) return;
  await tx.update(municipalPost).set({ title: null, body: null }).where(eq(municipalPost.id, id));
  await tx.update(promiseReport).set({ reason: null }).where(eq(promiseReport.promiseId, id));
}

async function hidePost(tx: WorkerTx, id: string, hidingId: string | null, at: Date): Promise<void> {
  const [post] = await tx.select({ neighbourhoodCode: municipalPost.neighbourhoodCode }).from(municipalPost).where(eq(municipalPost.id, id));
  if (!post) return;
  await tx
    .insert(hiding)
    .values({ ...post, householdId: null, id: hidingId ?? undefined, subjectKind: "municipal_post", subjectId: id, moderatorId: nobody, rule: "other", duration: "for_good", reason: lostReason, createdAt: at })
    .onConflictDoNothing({ target: hiding.id });
  await tx.update(municipalPost).set({ hiddenAt: at }).where(and(eq(municipalPost.id, id), isNull(municipalPost.hiddenAt)));
}

async function narrowItem(tx: WorkerTx, id: string, at: Date): Promise<void> {
  const narrow = { audience: "household" as const, narrowedAt: at, sharedAt: null };
  for (const table of itemTables) await tx.update(table).set(narrow).where(and(eq(table.id, id), ne(table.audience, "household")));
  await withdrawConsentFor(tx, id, at);
}

async function withdrawConsentFor(tx: WorkerTx, subjectId: string, at: Date): Promise<void> {
  await tx.update(consent).set({ withdrawnAt: at }).where(and(eq(consent.subjectId, subjectId), isNull(consent.withdrawnAt)));
}

async function forgetName(tx: WorkerTx, residentId: string): Promise<void> {
  await tx.update(resident).set({ displayName: null }).where(eq(resident.id, residentId));
  for (const table of [...allTables, wishJoin, jointRequestPart, privateMessage, questionClaim, outcomeVerdict]) await tx.update(table).set({ shownName: null }).where(eq(table.residentId, residentId));
  await tx.update(privateThread).set({ askerName: null }).where(eq(privateThread.askerId, residentId));
  await tx.update(privateThread).set({ askedName: null }).where(eq(privateThread.askedId, residentId));
}

const nobody = "00000000-0000-0000-0000-000000000000";
const lostWithdrawal = "Ingetrokken voordat de gegevens uit een reservekopie zijn teruggezet. De uitleg van toen is daarbij verloren gegaan; vraag ernaar bij de gemeente.";
const lostReason = "Verborgen voordat de gegevens uit een reservekopie zijn teruggezet. De motivering van toen is daarbij verloren gegaan; vraag ernaar bij de moderator.";
