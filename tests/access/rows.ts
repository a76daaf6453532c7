import { randomUUID } from "node:crypto";
import { type InferInsertModel, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "../../db/schema/index.ts";
import { elsewhere, here, managing, membershipId, people } from "../support/town.ts";
import { rowsOfArchives } from "./rows-of-archives.ts";
import { rowsOfAreas } from "./rows-of-areas.ts";
import { rowsOfHomes } from "./rows-of-homes.ts";
import { hiddenPost, rowsOfFigures } from "./rows-of-figures.ts";
import { rowsOfNotices } from "./rows-of-notices.ts";
import { rowsOfPurchases } from "./rows-of-purchases.ts";
import { rowsOfQuestions } from "./rows-of-questions.ts";
import { rowsOfVisits } from "./rows-of-visits.ts";
import { rowsOfThreads } from "./rows-of-threads.ts";
import { answerTo, appealOf, batchOf, blockOf, box, claimOf, consentOf, endedHousehold, gridUseOf, hidingOf, household, in30Days, itemsOf, known, measureIds, measureOf, member, moderatorHere, neighbours, now, own, partOf, photoOf, reportOf, requestOf, roleInvitationOf, sameStreet, secondLookOf, sessionOf, shared, signupOf, square, storyOf, wishOf, type Maker } from "./row-makers.ts";

const twoDaysAgo = new Date(now.getTime() - 2 * 86_400_000);
type Schema = typeof schema;
/** The tables by the name of their drizzle export. */
export type TableKey = { [Key in keyof Schema]: Schema[Key] extends PgTable ? Key : never }[keyof Schema];
export const tables = Object.fromEntries(Object.entries(schema).filter(([, value]) => is(value, PgTable))) as unknown as { [Key in TableKey]: Schema[Key] };

type Insert<Key extends TableKey> = InferInsertModel<Schema[Key]>;
export type TableRows<Key extends TableKey> = {
  /** Added before the probes; all about the household of `own`. */
  rows: Record<string, Insert<Key>>;
  /** What other rows lean on; nothing is tried with it. */
  props?: Insert<Key>[];
  /** Rows that the town has already, by their key. */
  present?: Record<string, Partial<Insert<Key>>>;
  /** What somebody would add about themselves. */
  fresh: (by: Maker) => Insert<Key>;
  /** A change that makes sense, where writing back the same value would not. */
  change?: (by: { residentId: string }) => Partial<Insert<Key>>;
};

/** One or more rows for every table, in an order in which they can be added. */
export const rowsOf: { [Key in TableKey]: TableRows<Key> } = {
  migration: { rows: {}, present: { any: { name: "0000_roles.sql" } }, fresh: () => ({ name: "9999_new.sql", sha256: "0" }) },
  sharedKind: { rows: {}, present: { measure: { kind: "measure" } }, fresh: () => ({ kind: "letter", shape: "apart" }) },
  municipality: { rows: { other: { code: "GM9902", name: "Elders" } }, fresh: () => ({ code: "GM9903", name: "Nieuw" }) },
  organisation: {
    rows: { cooperative: { kind: "cooperative", name: "Energie Voorbeeld" }, landlord: { kind: "landlord", name: "B. Verhuurder" } },
    present: { managing: { id: managing } },
    fresh: () => ({ kind: "cooperative", name: "Nieuwe Energie" }),
  },
  neighbourhood: {
    rows: { notServed: { code: "BU99010003", year: 2025, name: "Nog niet", municipalityCode: "GM9901", geometry: square, ...box, source: "test" } },
    fresh: () => ({ code: "BU99010004", year: 2025, name: "Nieuw", municipalityCode: "GM9901", geometry: square, ...box, source: "test" }),
  },
  street: { rows: { here: { id: "9901300000000010", name: "Dwarsstraat" } }, fresh: () => ({ id: "9901300000000011", name: "Nieuwstraat" }) },
  streetInNeighbourhood: {
    rows: { here: { streetId: "9901300000000010", neighbourhoodCode: here, homeCount: 3 } },
    fresh: () => ({ streetId: "9901300000000010", neighbourhoodCode: elsewhere, homeCount: 3 }),
  },
  building: {
    rows: { here: { id: "9901100000000010", neighbourhoodCode: here, status: "Pand in gebruik", geometry: square, ...box, footprintM2: 50 } },
    fresh: () => ({ id: "9901100000000011", neighbourhoodCode: here, status: "Pand in gebruik", geometry: square, ...box, footprintM2: 50 }),
  },
  dwelling: {
    rows: { here: { id: "9901010000000010", neighbourhoodCode: here, isHome: true, status: "Verblijfsobject in gebruik", lon: 5, lat: 52 } },
    fresh: () => ({ id: "9901010000000011", neighbourhoodCode: here, isHome: true, status: "Verblijfsobject in gebruik", lon: 5, lat: 52 }),
  },
  dwellingBuilding: {
    rows: { here: { dwellingId: "9901010000000010", buildingId: "9901100000000010" } },
    fresh: () => ({ dwellingId: "9901010000000010", buildingId: own.buildingId }),
  },
  address: {
    rows: { here: { id: "9901200000000010", dwellingId: "9901010000000010", isMain: true, houseNumber: 10 } },
    fresh: () => ({ id: "9901200000000011", dwellingId: "9901010000000010", isMain: false, houseNumber: 11 }),
  },
  energyLabel: {
    rows: { own: { dwellingId: own.dwellingId, energyClass: "C", matchedBy: "id", sourceDate: "2026-04-01" } },
    fresh: () => ({ dwellingId: "9901010000000010", energyClass: "B", matchedBy: "address", sourceDate: "2026-04-01" }),
  },
  baseMap: {
    rows: { here: { neighbourhoodCode: here, geojson: { type: "FeatureCollection", features: [] }, source: "test" } },
    fresh: () => ({ neighbourhoodCode: elsewhere, geojson: { type: "FeatureCollection", features: [] }, source: "test" }),
  },
  gridUse: { rows: { any: gridUseOf("9901AA") }, fresh: () => gridUseOf("9901AB") },
  ...rowsOfAreas,
  ...rowsOfFigures,
  importRun: { rows: { any: { kind: "bag", fileName: "a.zip", fileSha256: "0" } }, fresh: () => ({ kind: "bag", fileName: "b.zip", fileSha256: "1" }) },

  account: { rows: { other: { email: "iemand@voorbeeld.example" } }, fresh: () => ({ email: "nieuw@voorbeeld.example" }) },
  session: {
    rows: { own: { idHash: "hash", accountId: own.accountId, expiresAt: in30Days } },
    fresh: (by) => ({ idHash: randomUUID(), accountId: by.accountId, expiresAt: in30Days }),
  },
  signup: { rows: { own: { ...signupOf(own), id: known.signup } }, fresh: signupOf },
  mailProof: {
    rows: { own: { purpose: "log_in", email: "own@voorbeeld.example", accountId: own.accountId, browserHash: "b", expiresAt: in30Days } },
    fresh: (by) => ({ purpose: "log_in", email: "own@voorbeeld.example", accountId: by.accountId, browserHash: "c", expiresAt: in30Days }),
  },
  letterCode: {
    rows: { own: { letterId: randomUUID(), signupId: known.signup, codeHmac: "h", expiresAt: in30Days } },
    fresh: () => ({ letterId: randomUUID(), signupId: known.signup, codeHmac: "i", expiresAt: in30Days }),
  },
  householdInvitation: {
    rows: { own: { householdId: own.householdId, invitedBy: own.accountId, email: "partner@voorbeeld.example", expiresAt: in30Days } },
    fresh: (by) => ({ householdId: by.householdId, invitedBy: by.accountId, email: "partner@voorbeeld.example", expiresAt: in30Days }),
  },
  roleInvitation: {
    rows: { contact: roleInvitationOf("own@voorbeeld.example") },
    fresh: () => roleInvitationOf("nieuw@voorbeeld.example"),
    change: () => ({ revokedAt: now }),
  },
  emailChange: {
    rows: { own: { accountId: own.accountId, oldEmail: "own@voorbeeld.example", newEmail: "later@voorbeeld.example" } },
    fresh: (by) => ({ accountId: by.accountId, oldEmail: "own@voorbeeld.example", newEmail: "later@voorbeeld.example" }),
  },
  totp: {
    rows: { moderator: { accountId: moderatorHere.accountId, secretEncrypted: "s" } },
    fresh: (by) => ({ accountId: by.accountId, secretEncrypted: "s" }),
  },
  recoveryCode: { rows: { moderator: { accountId: moderatorHere.accountId, codeHash: "c" } }, fresh: (by) => ({ accountId: by.accountId, codeHash: "c" }) },
  passkey: {
    rows: { own: { accountId: own.accountId, credentialId: "credential", publicKey: "key", name: "Telefoon" } },
    fresh: (by) => ({ accountId: by.accountId, credentialId: randomUUID(), publicKey: "key", name: "Telefoon" }),
  },
  passkeyChallenge: {
    rows: { own: { purpose: "add", challenge: "c", accountId: own.accountId, browserHash: "b", expiresAt: in30Days } },
    fresh: (by) => ({ purpose: "add", challenge: "d", accountId: by.accountId, browserHash: "b", expiresAt: in30Days }),
  },
  waiting: {
    rows: { any: { email: "wacht@voorbeeld.example", neighbourhoodCode: "BU99010003" } },
    fresh: () => ({ email: "wacht-ook@voorbeeld.example", neighbourhoodCode: "BU99010003" }),
  },
  rateLimit: { rows: { any: { key: "k" } }, fresh: () => ({ key: randomUUID() }) },

  household: {
    rows: { ended: { id: endedHousehold, neighbourhoodCode: here, dwellingId: "9901010000000010", streetId: own.streetId, endedAt: now } },
    present: { own: { id: own.householdId } },
    fresh: (by) => ({ neighbourhoodCode: by.neighbourhoodCode, dwellingId: by.dwellingId, streetId: by.streetId }),
  },
  ...rowsOfHomes,
  resident: {
    rows: {},
    present: { own: { id: own.residentId } },
    fresh: (by) => ({ id: moderatorHere.accountId, ...household(by) }),
    change: () => ({ displayName: "An" }),
  },
  membership: {
    rows: {},
    present: { own: { id: membershipId(own.residentId) } },
    fresh: (by) => ({ ...household(by), residentId: moderatorHere.accountId, evidence: "letter" }),
  },
  joinRequest: {
    rows: { own: { ...household(own), signupId: known.signup, requesterName: "Bo" } },
    fresh: (by) => ({ ...household(by), signupId: randomUUID(), requesterName: "Jo" }),
    change: (by) => ({ decidedAt: now, decidedBy: by.residentId, accepted: true }),
  },
  addressClaim: {
    rows: {
      asking: { ...claimOf(own), id: known.claim, codeId: randomUUID(), codeHmac: "asked", codeExpiresAt: in30Days },
      proven: { ...claimOf(sameStreet), dwellingId: own.dwellingId, way: "vouch", provenAt: now, startsAt: in30Days },
      objected: { ...claimOf(sameStreet), dwellingId: own.dwellingId, way: "vouch", provenAt: now, startsAt: in30Days, objectedAt: now, objectedBy: "resident", objectorId: own.residentId, endedAt: now },
      door: { ...claimOf(own), way: "door", provenAt: now, startsAt: now, startedAt: now, householdId: own.householdId, confirmedBy: moderatorHere.residentId },
    },
    fresh: claimOf,
  },
  vouch: {
    rows: { sameStreet: { neighbourhoodCode: here, claimId: known.claim, voucherId: sameStreet.residentId, dwellingId: sameStreet.dwellingId } },
    fresh: (by) => ({ neighbourhoodCode: here, claimId: known.claim, voucherId: by.residentId, dwellingId: by.dwellingId }),
  },
  vouchLoss: {
    rows: { own: { neighbourhoodCode: here, accountId: own.residentId, reason: "Dit adres klopte niet.", decidedBy: moderatorHere.residentId } },
    fresh: (by) => ({ neighbourhoodCode: here, accountId: randomUUID(), reason: "Dit adres klopte niet.", decidedBy: by.residentId }),
  },
  roleGrant: {
    rows: {
      own: { accountId: own.accountId, role: "moderator", neighbourhoodCode: elsewhere },
      contact: { accountId: own.accountId, role: "contact_person", neighbourhoodCode: here, streetId: own.streetId },
      official: { accountId: moderatorHere.accountId, role: "official", municipalityCode: "GM9901" },
    },
    fresh: (by) => ({ accountId: by.accountId, role: "moderator", neighbourhoodCode: here }),
  },
  roleEvent: {
    rows: {
      contact: { deed: "invited", role: "contact_person", neighbourhoodCode: here, streetId: own.streetId, actorId: moderatorHere.accountId, subjectId: own.accountId },
      official: { deed: "granted", role: "official", municipalityCode: "GM9901", subjectId: people.official.accountId },
    },
    fresh: (by) => ({ deed: "ended", role: "moderator", neighbourhoodCode: here, actorId: by.accountId, subjectId: by.accountId }),
  },
  consent: {
    rows: { own: consentOf(own), withdrawn: { ...consentOf(own), withdrawnAt: now, withdrawnBy: own.residentId }, name: { ...consentOf(own), purpose: "display_name", fieldGroup: "name", subjectId: null } },
    fresh: consentOf,
    change: (by) => ({ withdrawnAt: new Date(), withdrawnBy: by.residentId }),
  },
  disclosure: {
    rows: { own: { ...household(own), actorId: moderatorHere.residentId, actorRole: "moderator", what: "measure", subjectId: known.measure, reason: "report" } },
    fresh: (by) => ({ ...household(by), actorId: moderatorHere.residentId, actorRole: "moderator", what: "measure", subjectId: known.measure, reason: "report" }),
  },

  measure: {
    rows: itemsOf(measureOf, known.measure),
    props: [...neighbours.map((by) => ({ ...measureOf(by), id: measureIds.get(by.householdId)! })), { ...measureOf(sameStreet), ...shared, audience: "neighbourhood", mayAsk: true, id: known.askable }],
    fresh: (by) => ({ ...measureOf(by), ...shared, audience: "street" }),
  },
  wish: {
    rows: { ...itemsOf(wishOf, known.wish), joined: { ...wishOf(sameStreet), ...shared, audience: "neighbourhood", id: known.joinedWish } },
    fresh: (by) => ({ ...wishOf(by), ...shared, audience: "street" }),
  },
  story: {
    rows: itemsOf(storyOf, known.story),
    fresh: (by) => ({ ...storyOf(by), ...shared, audience: "street" }),
  },
  ...rowsOfQuestions,
  wishJoin: {
    rows: { own: { ...member(own), streetId: own.streetId, wishId: known.joinedWish } },
    fresh: (by) => ({ ...member(by), streetId: by.streetId, wishId: known.wish }),
  },
  jointRequest: {
    rows: {
      open: { ...requestOf(own), id: known.together, sentAt: now },
      withdrawn: { ...requestOf(own), withdrawnAt: now },
      longWithdrawn: { ...requestOf(own), withdrawnAt: new Date(now.getTime() - 8 * 86_400_000) },
        hidden: { ...requestOf(own), id: known.hiddenTogether, createdAt: twoDaysAgo, hiddenAt: now },
      hiddenOfOthers: { ...requestOf(own), createdAt: twoDaysAgo, hiddenAt: now },
    },
    // The second is hidden from everybody but who took it back.
    props: [{ ...requestOf(own), id: known.otherTogether }, { ...requestOf(people.sameBuilding), withdrawnAt: now }],
    fresh: requestOf,
    change: () => ({ withdrawnAt: now }),
  },
  jointRequestPart: { rows: { own: partOf(own, known.together) }, fresh: (by) => partOf(by, known.otherTogether) },
  jointRequestAnswer: { rows: { open: answerTo(known.together) }, fresh: () => answerTo(known.together) },
  ...rowsOfThreads,
  block: {
    rows: { own: blockOf(own, people.otherNeighbourhood) },
    fresh: (by) => blockOf(by, sameStreet),
  },
  photo: { rows: { neighbourhood: photoOf(own, known.measure) }, fresh: (by) => photoOf(by, measureIds.get(by.householdId) ?? known.measure) },
  announcement: {
    rows: {
      published: { neighbourhoodCode: here, authorId: moderatorHere.residentId, shownName: "Energie Voorbeeld", title: "Bijeenkomst", body: "Kom ook." },
      withdrawn: { neighbourhoodCode: here, authorId: moderatorHere.residentId, shownName: "Energie Voorbeeld", title: "Vervallen", body: "Kom niet.", withdrawnAt: now },
    },
    fresh: () => ({ neighbourhoodCode: here, authorId: moderatorHere.residentId, shownName: "Energie Voorbeeld", title: "Nieuw bericht", body: "Lees mij." }),
  },
  report: {
    rows: { open: { ...reportOf(own, known.joinedWish), subjectKind: "wish", id: known.report }, closed: { ...reportOf(own, known.measure), id: known.kept, closedAt: now, closedBy: moderatorHere.residentId, decision: "kept" } },
    fresh: (by) => reportOf(by, known.measure),
  },
  hiding: { rows: { own: { ...hidingOf(known.measure), id: known.hiding }, ofPost: { ...hidingOf(hiddenPost), householdId: null, id: known.postHiding, subjectKind: "municipal_post", duration: "for_good" } }, props: [{ ...hidingOf(known.measure), id: known.otherHiding }, { ...hidingOf(known.hiddenTogether), subjectKind: "joint_request", duration: "for_good" }], fresh: () => hidingOf(known.measure) },
  appeal: {
    rows: { hiding: { ...appealOf(own), hidingId: known.hiding }, kept: { ...appealOf(own), reportId: known.kept }, ofPost: { ...appealOf(own), householdId: null, residentId: people.official.residentId, hidingId: known.postHiding, subjectKind: "municipal_post", subjectId: hiddenPost } },
    fresh: (by) => ({ ...appealOf(by), hidingId: known.otherHiding }),
  },
  paperResident: {
    rows: { own: { ...household(own), id: known.paper, number: "CDFHJKMN" } },
    fresh: () => ({ neighbourhoodCode: here, householdId: endedHousehold, number: "CDFHJKMP" }),
    // Only in the transaction of the taking over itself.
    change: (by) => ({ takenOverAt: sql`now()` as unknown as Date, takenOverBy: by.residentId }),
  },
  assistedSession: { rows: { own: { ...sessionOf, id: known.helped } }, fresh: () => sessionOf },
  assistedEntry: { rows: { own: { ...household(own), sessionId: known.helped, kind: "measure", subjectId: known.measure } }, fresh: (by) => ({ ...household(by), sessionId: known.helped, kind: "wish", subjectId: randomUUID() }) },
  secondLook: { rows: { own: secondLookOf(known.hiding) }, fresh: () => secondLookOf(known.otherHiding) },
  missingAddress: {
    rows: {
      here: { neighbourhoodCode: here, postcode: "9901AA", houseNumber: "99", email: "nieuw@voorbeeld.example" },
      somewhere: { postcode: "9999ZZ", houseNumber: "1", email: "nieuw@voorbeeld.example" },
    },
    fresh: () => ({ neighbourhoodCode: here, postcode: "9901AA", houseNumber: "98", email: "nieuw@voorbeeld.example" }),
    change: (by) => ({ handledAt: now, handledBy: by.residentId }),
  },
  ...rowsOfArchives,
  letterBatch: { rows: { here: { id: known.batch, ...batchOf(moderatorHere.residentId) } }, fresh: () => batchOf(moderatorHere.residentId) },
  letterFile: {
    rows: { here: { batchId: known.batch, neighbourhoodCode: here, part: 0, bytes: new Uint8Array([1]) } },
    fresh: () => ({ batchId: known.batch, neighbourhoodCode: here, part: 1, bytes: new Uint8Array([1]) }),
  },
  letterRefusal: {
    rows: {
      here: { neighbourhoodCode: here, dwellingId: own.dwellingId, way: "phone", enteredBy: moderatorHere.residentId },
      ended: { neighbourhoodCode: here, dwellingId: own.dwellingId, way: "code", endedAt: now, endedBy: moderatorHere.residentId },
    },
    fresh: () => ({ neighbourhoodCode: here, dwellingId: sameStreet.dwellingId, way: "phone", enteredBy: moderatorHere.residentId }),
    change: (by) => ({ endedAt: now, endedBy: by.residentId }),
  },
  letter: {
    rows: { here: { neighbourhoodCode: here, dwellingId: own.dwellingId, signupId: known.signup }, invitation: { neighbourhoodCode: here, dwellingId: own.dwellingId, batchId: known.batch } },
    fresh: (by) => ({ neighbourhoodCode: by.neighbourhoodCode, dwellingId: by.dwellingId, signupId: randomUUID() }),
  },
  ...rowsOfNotices,
  ...rowsOfVisits,
  ...rowsOfPurchases,
  outbox: { rows: { any: { template: "measure-shared", accountId: own.accountId } }, fresh: (by) => ({ template: "measure-shared", accountId: by.accountId }) },
  journalEntry: {
    rows: { any: { id: randomUUID(), kind: "withdrawal", subjectId: known.measure } },
    fresh: () => ({ id: randomUUID(), kind: "withdrawal", subjectId: known.measure }),
  },
  erasure: {
    rows: { secondAdult: { ...household(own), accountId: people.secondAdult.residentId, wholeHousehold: false, dueAt: in30Days } },
    fresh: (by) => ({ ...household(by), accountId: by.residentId, wholeHousehold: false, dueAt: in30Days }),
  },
  retentionCount: { rows: { run: { runId: randomUUID(), rule: "letters", count: 3 } }, fresh: () => ({ runId: randomUUID(), rule: "notices", count: 12 }) },
};
