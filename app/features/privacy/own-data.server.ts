import { and, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { addressClaim, vouch, vouchLoss } from "../../../db/schema/addresses.ts";
import { assistedEntry, assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { account, passkey, session } from "../../../db/schema/auth.ts";
import { homeCorrection, putAside } from "../../../db/schema/homes.ts";
import { jointRequest, jointRequestAnswer, jointRequestPart } from "../../../db/schema/joint.ts";
import { neighbourhoodSuccession } from "../../../db/schema/division.ts";
import { figureEvent, figurePublicity, municipalPost, promiseReport } from "../../../db/schema/insights.ts";
import { letterBatch } from "../../../db/schema/letters.ts";
import { consent, disclosure, household, membership, resident, roleEvent, roleGrant } from "../../../db/schema/people.ts";
import { notice, noticeChoice, unsubscription } from "../../../db/schema/notices.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { announcement, appeal, block, hiding, measure, photo, report, secondLook, story, wish, wishJoin } from "../../../db/schema/sharing.ts";
import { koploper, visit, visitMeasure, visitRoute, visitSlot } from "../../../db/schema/visits.ts";
import { privateMessage, privateThread } from "../../../db/schema/threads.ts";
import { asAuth, asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { ownSessionsIn } from "../assisted/assisted-log.server.ts";
import { reportedByMe } from "../moderation/reported-by-me.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { requestsToExport } from "../visits/requests-to-export.server.ts";
import { ownPurchases } from "./own-purchases.server.ts";
import { ownQuestions } from "./own-questions.server.ts";
import type { OwnDataTable } from "./own-data-tables.ts";

type Row = Record<string, unknown>;
/** Everything that is kept of somebody, by table. */
export type OwnData = Record<OwnDataTable, Row[]>;

/**
 * All data of an account and of its household, every column, apart from the hash of a session's id, the keys of passkeys
 * the report behind a hiding and the household behind a block. A housemate's own log-ins, name, consents and reports are not in it.
 */
export async function ownData(viewer: AccountViewer): Promise<OwnData> {
  const [accounts, sessions, passkeys] = await asAuth(async (tx) => [
    await tx.select().from(account).where(eq(account.id, viewer.accountId)),
    await tx.select().from(session).where(eq(session.accountId, viewer.accountId)),
    await tx.select(passkeyColumns).from(passkey).where(eq(passkey.accountId, viewer.accountId)),
  ]);
  const shared = await asViewer(viewer, async (tx) => ({
    household: await ofHousehold(tx, viewer, household, household.id),
    homeCorrection: await ofHousehold(tx, viewer, homeCorrection, homeCorrection.householdId),
    putAside: await ofHousehold(tx, viewer, putAside, putAside.householdId),
    resident: await rows(tx, resident, eq(resident.id, viewer.residentId)),
    membership: await rows(tx, membership, eq(membership.residentId, viewer.residentId)),
    addressClaim: await tx.select(claimColumns).from(addressClaim).where(or(sql`${addressClaim.id} = any (viewer.own_gone())`, viewer.dwellingId ? eq(addressClaim.dwellingId, viewer.dwellingId) : undefined)),
    vouch: await tx.select(vouchColumns).from(vouch).where(eq(vouch.voucherId, viewer.residentId)),
    vouchLoss: await tx.select(lossColumns).from(vouchLoss).where(eq(vouchLoss.accountId, viewer.accountId)),
    roleGrant: await rows(tx, roleGrant, eq(roleGrant.accountId, viewer.accountId)),
    roleEvent: await rows(tx, roleEvent, or(eq(roleEvent.actorId, viewer.accountId), eq(roleEvent.subjectId, viewer.accountId))),
    consent: await rows(tx, consent, eq(consent.residentId, viewer.residentId)),
    disclosure: await ofHousehold(tx, viewer, disclosure, disclosure.householdId),
    erasure: await rows(tx, erasure, eq(erasure.accountId, viewer.accountId)),
    measure: await ofHousehold(tx, viewer, measure, measure.householdId),
    wish: await ofHousehold(tx, viewer, wish, wish.householdId),
    story: await ofHousehold(tx, viewer, story, story.householdId),
    ...(await ownQuestions(tx, viewer)),
    visit: await ofHousehold(tx, viewer, visit, visit.householdId),
    visitMeasure: await ofHousehold(tx, viewer, visitMeasure, visitMeasure.householdId),
    visitSlot: await ofHousehold(tx, viewer, visitSlot, visitSlot.householdId),
    visitRequest: await requestsToExport(tx),
    koploper: await ofHousehold(tx, viewer, koploper, koploper.householdId),
    visitRoute: await rows(tx, visitRoute, eq(visitRoute.announcedBy, viewer.residentId)),
    ...(await ownPurchases(tx, viewer)),
    wishJoin: await ofHousehold(tx, viewer, wishJoin, wishJoin.householdId),
    jointRequest: await rows(tx, jointRequest, eq(jointRequest.startedBy, viewer.residentId)),
    jointRequestPart: await ofHousehold(tx, viewer, jointRequestPart, jointRequestPart.householdId),
    jointRequestAnswer: await tx.select(answerColumns).from(jointRequestAnswer).where(inArray(jointRequestAnswer.id, sql`(select viewer.own_joint_answers())`)),
    block: await tx.select(blockColumns).from(block).where(eq(block.residentId, viewer.residentId)),
    privateThread: await ownThreadsIn(tx),
    privateMessage: await ownMessagesIn(tx),
    photo: await ofHousehold(tx, viewer, photo, photo.householdId),
    announcement: await rows(tx, announcement, eq(announcement.authorId, viewer.residentId)),
    neighbourhoodSuccession: await rows(tx, neighbourhoodSuccession, eq(neighbourhoodSuccession.decidedBy, viewer.residentId)),
    letterBatch: await rows(tx, letterBatch, eq(letterBatch.madeBy, viewer.residentId)),
    figureEvent: await rows(tx, figureEvent, eq(figureEvent.actorId, viewer.residentId)),
    figurePublicity: await rows(tx, figurePublicity, or(eq(figurePublicity.decidedBy, viewer.residentId), eq(figurePublicity.endedBy, viewer.residentId))),
    municipalPost: await rows(tx, municipalPost, eq(municipalPost.authorId, viewer.residentId)),
    promiseReport: await rows(tx, promiseReport, eq(promiseReport.authorId, viewer.residentId)),
    report: await tx.select(reportColumns).from(report).where(reportedByMe),
    hiding: await ofHousehold(tx, viewer, hiding, hiding.householdId),
    paperResident: await ofHousehold(tx, viewer, paperResident, paperResident.householdId),
    // Those in which the own household was helped, and those in which one helped: of these it is not kept for oneself where.
    assistedSession: [...(viewer.householdId ? await tx.select(sessionColumns).from(assistedSession).where(eq(assistedSession.householdId, viewer.householdId)) : []), ...(await ownSessionsIn(tx))],
    assistedEntry: await ofHousehold(tx, viewer, assistedEntry, assistedEntry.householdId),
    notice: await rows(tx, notice, eq(notice.residentId, viewer.residentId)),
    noticeChoice: await rows(tx, noticeChoice, eq(noticeChoice.accountId, viewer.accountId)),
    unsubscription: await rows(tx, unsubscription, eq(unsubscription.accountId, viewer.accountId)),
    appeal: await tx
      .select(appealColumns)
      .from(appeal)
      .where(or(inArray(appeal.reportId, tx.select({ id: report.id }).from(report).where(reportedByMe)), inArray(appeal.hidingId, tx.select({ id: hiding.id }).from(hiding).where(ownHousehold(viewer))))),
    secondLook: await tx.select(secondLookColumns).from(secondLook).where(inArray(secondLook.hidingId, tx.select({ id: hiding.id }).from(hiding).where(ownHousehold(viewer)))),
  }));
  // Which report led to a hiding would link it to the neighbour who reported.
  const hidden = shared.hiding.map(({ reportId: _report, ...row }) => row);
  return { account: accounts, session: sessions.map(({ idHash: _secret, ...row }) => row), passkey: passkeys, ...shared, hiding: hidden };
}

const { credentialId: _credential, publicKey: _key, counter: _counter, ...passkeyColumns } = getTableColumns(passkey);

// Who else it is about, codes and keyed hashes can be read by nobody.
const {
  accountId: _claimant, signupId: _signup, codeId: _codeId, codeHmac: _code, codeExpiresAt: _codeExpires, objectCodeHmac: _objectCode, objectCodeExpiresAt: _objectCodeExpires,
  objectedBy: _objectedBy, objectorId: _objector, decidedBy: _decider, falseVouch: _false,
  doubtedAt: _doubted, doubtSetAsideAt: _setAside, doubtSetAsideBy: _setAsideBy, doubtSetAsideReason: _setAsideReason, ...claimColumns
} = getTableColumns(addressClaim);
const { dwellingId: _home, homeKey: _homeKey, ...vouchColumns } = getTableColumns(vouch);
const { emailKey: _emailKey, decidedBy: _decidedBy, ...lossColumns } = getTableColumns(vouchLoss);
// Who helped is shown by the name that they chose; which account that is stays unknown.
const { helperId: _helper, ...sessionColumns } = getTableColumns(assistedSession);
// Who gave an answer is not to be read from any row.
const { answeredBy: _manager, ...answerColumns } = getTableColumns(jointRequestAnswer);

// That it is one's own is all that is left out: whose a report is can be read by nobody.
const { reporterId: _reporter, reporterHouseholdId: _household, ...reportColumns } = getTableColumns(report);

// The name that was shown is all that whoever blocked knows of a neighbour.
const { blockedHouseholdId: _blocked, ...blockColumns } = getTableColumns(block);

// Nobody reads from a row whose objection it is, the moderators least of all.
const { householdId: _appellant, residentId: _person, ...appealColumns } = getTableColumns(appeal);
const { householdId: _asker, ...secondLookColumns } = getTableColumns(secondLook);

// Both sides of the own threads, as the page shows them: which account or household the other is stays unknown.
const {
  askerId: _asking, askerHouseholdId: _askingHousehold, askedId: _asked, askedHouseholdId: _askedHousehold, endedBy: _ended, ...threadColumns
} = getTableColumns(privateThread);
const { householdId: _writing, residentId: _writer, toHouseholdId: _reading, toResidentId: _reader, withdrawnBy: _taker, ...messageRow } = getTableColumns(privateMessage);
const messageColumns = { own: sql<boolean>`${privateMessage.residentId} = viewer.resident_id()`, ...messageRow };

// A thread that a block hides from both is one's own still, with what one wrote in it oneself.
async function ownThreadsIn(tx: ViewerTx): Promise<Row[]> {
  return [...(await tx.select(threadColumns).from(privateThread)), ...(await tx.select(unbound(threadColumns)).from(sql`viewer.threads_behind_a_block() private_thread`))];
}

async function ownMessagesIn(tx: ViewerTx): Promise<Row[]> {
  const columns = { own: sql<boolean>`true`, ...unbound(messageRow) };
  return [...(await tx.select(messageColumns).from(privateMessage)), ...(await tx.select(columns).from(sql`viewer.messages_behind_a_block() private_message`))];
}

/** Columns to read of a function that gives rows of their table, under its name. */
function unbound(columns: Record<string, PgColumn>): Record<string, SQL> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, sql`${column}`.mapWith(column)]));
}

const ownHousehold = ({ householdId }: AccountViewer) => (householdId ? eq(hiding.householdId, householdId) : sql`false`);

function rows(tx: ViewerTx, table: PgTable, which: SQL | undefined): Promise<Row[]> {
  return tx.select().from(table).where(which);
}

async function ofHousehold(tx: ViewerTx, { householdId, neighbourhoodCode }: AccountViewer, table: PgTable & { neighbourhoodCode: PgColumn }, column: PgColumn): Promise<Row[]> {
  if (!householdId || !neighbourhoodCode) return [];
  return rows(tx, table, and(eq(column, householdId), eq(table.neighbourhoodCode, neighbourhoodCode)));
}
