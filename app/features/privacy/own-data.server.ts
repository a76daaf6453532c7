import { and, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { addressClaim, vouch, vouchLoss } from "../../../db/schema/addresses.ts";
import { assistedEntry, assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { account, passkey, session } from "../../../db/schema/auth.ts";
import { homeCorrection, leftFact, putAside } from "../../../db/schema/homes.ts";
import { jointRequest, jointRequestAnswer, jointRequestPart } from "../../../db/schema/joint.ts";
import { neighbourhoodSuccession } from "../../../db/schema/division.ts";
import { figureEvent, figurePublicity, municipalPost, promiseReport } from "../../../db/schema/insights.ts";
import { letterBatch } from "../../../db/schema/letters.ts";
import { consent, disclosure, household, membership, plannedMove, resident, roleEvent, roleGrant } from "../../../db/schema/people.ts";
import { notice, noticeChoice, unsubscription } from "../../../db/schema/notices.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { announcement, appeal, block, hiding, measure, photo, report, secondLook, story, wish, wishJoin } from "../../../db/schema/sharing.ts";
import { koploper, visit, visitMeasure, visitRoute, visitSlot } from "../../../db/schema/visits.ts";
import { privateMessage, privateThread } from "../../../db/schema/threads.ts";
import { bytesOf } from "../../../db/base64.server.ts";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { ownSessionsIn } from "../assisted/assisted-log.server.ts";
import { purchasePhoto } from "../../../db/schema/purchase-sign-ups.ts";
import { questionPhoto } from "../../../db/schema/questions.ts";
import { reportedByMe } from "../moderation/reported-by-me.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { requestsToExport } from "../visits/requests-to-export.server.ts";
import { fieldsOf, inOneGo, mine, moment, ofLogIn, orNone, type Part, pictured, type Row, text, texts, unbound, uuid, whole, yesOrNo } from "./own-data-part.server.ts";
import { ownPurchases } from "./own-purchases.server.ts";
import { ownQuestions } from "./own-questions.server.ts";
import type { OwnDataTable } from "./own-data-tables.ts";

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
const { idHash: _session, ...logInColumns } = getTableColumns(session);
// Which report led to a hiding would link it to the neighbour who reported.
const { reportId: _reported, ...hidingColumns } = getTableColumns(hiding);
const { bytes: _bytes, ...photoColumns } = getTableColumns(photo);


/** As visitRequests gives them, apart from who the other is. */
const requestFields = {
  id: uuid, side: text, visitId: uuid, slotId: orNone(uuid), byAppointment: yesOrNo, people: whole, line: orNone(text), askedAt: moment,
  answer: orNone(text), declineReason: orNone(text), answerWords: orNone(text), cancelledAt: orNone(moment), cancelledBy: orNone(text), cancelWords: orNone(text),
  startsAt: orNone(moment), endsAt: orNone(moment), streetName: text, noShowAt: orNone(moment), ownThanks: orNone(yesOrNo), ownWords: orNone(text),
  otherThanks: orNone(yesOrNo), otherWords: orNone(text), sequence: whole, houseRules: orNone(text), kinds: texts,
};

/** What is said of a session in which one helped, besides what is said of one in which one was helped. */
const inBoth = new Set(["id", "neighbourhoodCode", "startedAt", "helperRole", "entryCount"]);
const helpingFields = { helperName: orNone(text), own: orNone(yesOrNo) };
const helpedFields = { ...Object.fromEntries(Object.entries(fieldsOf(sessionColumns)).map(([name, field]) => [name, inBoth.has(name) || Array.isArray(field.type) ? field : orNone(field)])), ...helpingFields };

/** The sessions in which the own household was helped, and those in which one helped: of these it is not kept for oneself where. */
async function helpedAndHelping(tx: ViewerTx, { householdId }: AccountViewer): Promise<Row[]> {
  const helped = householdId ? await tx.select(sessionColumns).from(assistedSession).where(eq(assistedSession.householdId, householdId)) : [];
  const none = Object.fromEntries(Object.keys(helpedFields).map((name) => [name, null]));
  return [...helped, ...(await ownSessionsIn(tx))].map((row) => ({ ...none, ...row }));
}

// A thread that a block hides from both is one's own still, with what one wrote in it oneself.
async function ownThreadsIn(tx: ViewerTx): Promise<Row[]> {
  return [...(await tx.select(threadColumns).from(privateThread)), ...(await tx.select(unbound(threadColumns)).from(sql`viewer.threads_behind_a_block() private_thread`))];
}

async function ownMessagesIn(tx: ViewerTx): Promise<Row[]> {
  const columns = { own: sql<boolean>`true`, ...unbound(messageRow) };
  return [...(await tx.select(messageColumns).from(privateMessage)), ...(await tx.select(columns).from(sql`viewer.messages_behind_a_block() private_message`))];
}

/**
 * All data of an account and of its household, every column, apart from the hash of a session's id, the keys of passkeys
 * the report behind a hiding and the household behind a block. A housemate's own log-ins, name, consents and reports are not in it.
 * Each table is read by itself, under the policies of the moment.
 */
export const ownData: Record<OwnDataTable, Part> = {
  account: ofLogIn(getTableColumns(account), (tx, { accountId }) => tx.select().from(account).where(eq(account.id, accountId))),
  session: ofLogIn(logInColumns, (tx, { accountId }) => tx.select(logInColumns).from(session).where(eq(session.accountId, accountId))),
  passkey: ofLogIn(passkeyColumns, (tx, { accountId }) => tx.select(passkeyColumns).from(passkey).where(eq(passkey.accountId, accountId))),
  household: ofHousehold(household, household.id),
  homeCorrection: ofHousehold(homeCorrection, homeCorrection.householdId),
  putAside: ofHousehold(putAside, putAside.householdId),
  leftFact: mine(leftFact, ({ householdId, neighbourhoodCode }) => (householdId && neighbourhoodCode ? eq(leftFact.neighbourhoodCode, neighbourhoodCode) : null)),
  plannedMove: mine(plannedMove, ({ residentId }) => eq(plannedMove.residentId, residentId)),
  resident: mine(resident, ({ residentId }) => eq(resident.id, residentId)),
  membership: mine(membership, ({ residentId }) => eq(membership.residentId, residentId)),
  addressClaim: mine(addressClaim, ({ dwellingId }) => or(sql`${addressClaim.id} = any (viewer.own_gone())`, dwellingId ? eq(addressClaim.dwellingId, dwellingId) : undefined), claimColumns),
  vouch: mine(vouch, ({ residentId }) => eq(vouch.voucherId, residentId), vouchColumns),
  vouchLoss: mine(vouchLoss, ({ accountId }) => eq(vouchLoss.accountId, accountId), lossColumns),
  roleGrant: mine(roleGrant, ({ accountId }) => eq(roleGrant.accountId, accountId)),
  roleEvent: mine(roleEvent, ({ accountId }) => or(eq(roleEvent.actorId, accountId), eq(roleEvent.subjectId, accountId))),
  consent: mine(consent, ({ residentId }) => eq(consent.residentId, residentId)),
  disclosure: ofHousehold(disclosure, disclosure.householdId),
  erasure: mine(erasure, ({ accountId }) => eq(erasure.accountId, accountId)),
  measure: ofHousehold(measure, measure.householdId),
  wish: ofHousehold(wish, wish.householdId),
  story: ofHousehold(story, story.householdId),
  ...ownQuestions,
  visit: ofHousehold(visit, visit.householdId),
  visitMeasure: ofHousehold(visitMeasure, visitMeasure.householdId),
  visitSlot: ofHousehold(visitSlot, visitSlot.householdId),
  visitRequest: inOneGo(requestFields, requestsToExport),
  koploper: ofHousehold(koploper, koploper.householdId),
  visitRoute: mine(visitRoute, ({ residentId }) => eq(visitRoute.announcedBy, residentId)),
  ...ownPurchases,
  wishJoin: ofHousehold(wishJoin, wishJoin.householdId),
  jointRequest: mine(jointRequest, ({ residentId }) => eq(jointRequest.startedBy, residentId)),
  jointRequestPart: ofHousehold(jointRequestPart, jointRequestPart.householdId),
  jointRequestAnswer: mine(jointRequestAnswer, () => inArray(jointRequestAnswer.id, sql`(select viewer.own_joint_answers())`), answerColumns),
  block: mine(block, ({ residentId }) => eq(block.residentId, residentId), blockColumns),
  privateThread: inOneGo(fieldsOf(threadColumns), ownThreadsIn),
  privateMessage: inOneGo({ own: yesOrNo, ...fieldsOf(messageRow) }, ownMessagesIn),
  photo: ofHousehold(photo, photo.householdId, pictured(photoColumns)),
  announcement: mine(announcement, ({ residentId }) => eq(announcement.authorId, residentId)),
  neighbourhoodSuccession: mine(neighbourhoodSuccession, ({ residentId }) => eq(neighbourhoodSuccession.decidedBy, residentId)),
  letterBatch: mine(letterBatch, ({ residentId }) => eq(letterBatch.madeBy, residentId)),
  figureEvent: mine(figureEvent, ({ residentId }) => eq(figureEvent.actorId, residentId)),
  figurePublicity: mine(figurePublicity, ({ residentId }) => or(eq(figurePublicity.decidedBy, residentId), eq(figurePublicity.endedBy, residentId))),
  municipalPost: mine(municipalPost, ({ residentId }) => or(eq(municipalPost.authorId, residentId), eq(municipalPost.withdrawnBy, residentId))),
  promiseReport: mine(promiseReport, ({ residentId }) => eq(promiseReport.authorId, residentId)),
  report: mine(report, () => reportedByMe, reportColumns),
  hiding: ofHousehold(hiding, hiding.householdId, hidingColumns),
  appeal: mine(
    appeal,
    (viewer, tx) => or(inArray(appeal.reportId, tx.select({ id: report.id }).from(report).where(reportedByMe)), inArray(appeal.hidingId, tx.select({ id: hiding.id }).from(hiding).where(ownDecisions(viewer)))),
    appealColumns,
  ),
  secondLook: mine(secondLook, (viewer, tx) => inArray(secondLook.hidingId, tx.select({ id: hiding.id }).from(hiding).where(ownDecisions(viewer))), secondLookColumns),
  paperResident: ofHousehold(paperResident, paperResident.householdId),
  assistedSession: inOneGo(helpedFields, helpedAndHelping),
  assistedEntry: ofHousehold(assistedEntry, assistedEntry.householdId),
  notice: mine(notice, ({ residentId }) => eq(notice.residentId, residentId)),
  noticeChoice: mine(noticeChoice, ({ accountId }) => eq(noticeChoice.accountId, accountId)),
  unsubscription: mine(unsubscription, ({ accountId }) => eq(unsubscription.accountId, accountId)),
};

/** The tables of photos, which are files of their own in the archive. */
const photoTables = { photo, questionPhoto, purchasePhoto };

/** The bytes of an own photo; null for one that is gone meanwhile. */
export async function ownPhotoBytes(viewer: AccountViewer, table: keyof typeof photoTables, id: string): Promise<Uint8Array | null> {
  const from = photoTables[table];
  const [found] = await asViewer(viewer, (tx) => tx.select({ bytes: bytesOf(from.bytes) }).from(from).where(and(eq(from.id, id), eq(from.householdId, viewer.householdId ?? viewer.residentId))));
  return found?.bytes ?? null;
}

/** What was decided on things of the own household, or on what the own municipality posted. */
const ownDecisions = ({ householdId, officialNow = [] }: AccountViewer) =>
  or(
    householdId ? eq(hiding.householdId, householdId) : sql`false`,
    officialNow.length ? and(eq(hiding.subjectKind, "municipal_post"), sql`exists (select from municipal_post p where p.id = ${hiding.subjectId} and p.municipality_code = any (viewer.official_of()))`) : undefined,
  )!;

function ofHousehold(table: PgTable & { neighbourhoodCode: PgColumn }, column: PgColumn, columns: Record<string, PgColumn | SQL> = getTableColumns(table)): Part {
  return mine(table, ({ householdId, neighbourhoodCode }) => (householdId && neighbourhoodCode ? and(eq(column, householdId), eq(table.neighbourhoodCode, neighbourhoodCode)) : null), columns);
}
