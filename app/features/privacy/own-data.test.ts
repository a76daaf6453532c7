import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { logIn } from "../../../tests/support/log-in.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { everythingOfPurchases } from "../../../tests/support/purchases.ts";
import { moderatorOf } from "../../../tests/support/people.ts";
import { putStepAside } from "../first-step/put-step-aside.server.ts";
import { addressClaim, vouch, vouchLoss } from "../../../db/schema/addresses.ts";
import { assistedEntry, assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { passkey } from "../../../db/schema/auth.ts";
import { jointRequest, jointRequestAnswer, jointRequestPart } from "../../../db/schema/joint.ts";
import { neighbourhoodSuccession } from "../../../db/schema/division.ts";
import { figureEvent, figurePublicity, municipalPost, promiseReport } from "../../../db/schema/insights.ts";
import { letterBatch } from "../../../db/schema/letters.ts";
import { notice, noticeChoice, unsubscription } from "../../../db/schema/notices.ts";
import { consent, disclosure, roleEvent } from "../../../db/schema/people.ts";
import { neighbourhood, organisation } from "../../../db/schema/register.ts";
import { answerThanks, outcomeVerdict, questionClaim, questionMerge, questionParking, questionPhoto } from "../../../db/schema/questions.ts";
import { announcement, block, hiding, photo, secondLook } from "../../../db/schema/sharing.ts";
import { koploper, visit, visitMeasure, visitRequest, visitRoute, visitSlot } from "../../../db/schema/visits.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { consentBook } from "../consent/consent-book.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { objectTo } from "../moderation/object-to.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import { askQuestion } from "../questions/ask-question.server.ts";
import { giveAnswer } from "../questions/give-answer.server.ts";
import { saveCorrection } from "../own-home/save-correction.server.ts";
import type { Resident } from "../session/viewer.ts";
import { shareStory } from "../stories/share-story.server.ts";
import { findWish } from "../wishes/find-wish.server.ts";
import { askNeighbour } from "../threads/ask-neighbour.server.ts";
import { writeMessage } from "../threads/write-message.server.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { inventory } from "./inventory.ts";
import { ownData } from "./own-data.server.ts";
import { codeFrom } from "../session/short-code.ts";
import { toCsv, toJson } from "./own-data-file.ts";
import { ownDataTables } from "./own-data-tables.ts";
import { requestErasure } from "./request-erasure.server.ts";
import { withdrawConsent } from "./withdraw-consent.server.ts";

const facts = { kind: "green_roof", state: "done", year: 2022, costRange: null, doneBy: null } as const;
const measureOf = (who: Resident, experience: string) => asViewer(who, (tx) => shareMeasure(tx, who, { ...facts, experience, audience: "street" }));
const dreamOf = (who: Resident, title: string) => asViewer(who, (tx) => shareWish(tx, who, { scope: "neighbourhood", title, audience: "street" }));
const openBook = (who: Resident) => asViewer(who, async (tx) => (await consentBook(tx, who)).filter((line) => !line.withdrawnAt));

/** A row in every table that is in the own export, each with a word that belongs to its owner. */
async function everything(who: Resident, neighbour: Resident, third: Resident, asked: Resident, word: string) {
  await logIn(who.accountId);
  await moderatorOf(who.accountId, who.neighbourhoodCode);
  await asViewer(who, (tx) => changeDisplayName(tx, who, word));
  const named = { ...who, displayName: word };
  const id = await measureOf(named, `Ervaring van ${word}`);
  await dreamOf(named, `Droom van ${word}`);
  await asViewer(named, (tx) => shareStory(tx, named, { indicator: "gas", title: "Minder gas", body: `Verhaal van ${word}`, audience: "street" }));
  await askAndAnswer(named, neighbour, word);
  await asViewer(named, (tx) => putStepAside(tx, named, "glazing"));
  await asViewer(named, (tx) => saveCorrection(tx, named, { dwellingType: null, builtYear: 1931, areaM2: null, energyClass: "none" }));
  const dream = await dreamOf(neighbour, "Een buurtmoestuin");
  await asViewer(named, (tx) => joinWish(tx, named, dream));
  const askable = await asViewer(asked, (tx) => shareMeasure(tx, asked, { ...facts, mayAsk: true, audience: "neighbourhood" }));
  const thread = await asViewer(named, (tx) => askNeighbour(tx, named, { kind: "measure", id: askable }, { body: `Vraag van ${word}` }));
  await asViewer(named, (tx) => writeMessage(tx, named, thread!, { body: `Bericht aan een buur van ${word}` }));
  const reported = await measureOf(neighbour, "Bel mijn oom");
  await asViewer(named, (tx) => reportItem(tx, named, { kind: "measure", id: reported }, { category: "other", note: `Melding van ${word}` }));
  await asAuth((tx) => tx.insert(passkey).values({ accountId: who.accountId, credentialId: `Id van ${word}`, publicKey: `Sleutel van ${word}`, name: `Telefoon van ${word}` }));
  const hidingId = randomUUID();
  const household = { neighbourhoodCode: who.neighbourhoodCode, householdId: who.householdId };
  await asWorker(async (tx) => {
    await tx.insert(photo).values({ ...household, measureId: id, mime: "image/webp", width: 1, height: 1, alt: `Foto van ${word}`, bytes: new Uint8Array([1, 2, 3]) });
    await tx.insert(disclosure).values({ ...household, actorId: neighbour.residentId, actorRole: "moderator", what: "measure", subjectId: id, reason: "report" });
    await tx.insert(hiding).values({ ...household, subjectKind: "measure", subjectId: id, id: hidingId, moderatorId: neighbour.residentId, rule: "other", reason: `Reden voor ${word}` });
    await tx.insert(roleEvent).values({ deed: "granted", role: "moderator", neighbourhoodCode: who.neighbourhoodCode, subjectId: who.accountId });
    await tx.insert(secondLook).values({ ...household, hidingId, subjectKind: "measure", subjectId: id, decidedAt: new Date(), decidedBy: neighbour.residentId, outcome: "left", answer: `Antwoord aan ${word}` });
    await tx.insert(block).values({ neighbourhoodCode: third.neighbourhoodCode, residentId: who.residentId, blockedHouseholdId: third.householdId, streetId: third.streetId, shownName: `Geblokkeerd door ${word}` });
    await tx.insert(announcement).values({ neighbourhoodCode: who.neighbourhoodCode, authorId: who.residentId, shownName: word, title: "Koffie", body: `Bericht van ${word}` });
    const [person] = await tx.insert(paperResident).values({ ...household, number: codeFrom(randomBytes(16)) }).returning({ id: paperResident.id });
    const [helped] = await tx.insert(assistedSession).values({ ...household, paperResidentId: person!.id, helperId: neighbour.residentId, helperRole: "contact_person", endsAt: new Date(), textShown: `Formulier van ${word}` }).returning({ id: assistedSession.id });
    await tx.insert(assistedEntry).values({ ...household, sessionId: helped!.id, kind: "measure", subjectId: id });
    const [manager] = await tx.insert(organisation).values({ kind: "landlord", name: `Huisbaas van ${word}` }).returning({ id: organisation.id });
    const at = { neighbourhoodCode: who.neighbourhoodCode, buildingId: who.buildingId! };
    const requestId = randomUUID();
    await tx.insert(jointRequest).values({ ...at, id: requestId, organisationId: manager!.id, kind: "glazing", text: `Verzoek van ${word}`, startedBy: who.residentId });
    await tx.insert(jointRequestPart).values({ ...at, requestId, householdId: who.householdId, residentId: who.residentId, shownName: `Meedoener ${word}` });
    await tx.insert(jointRequestAnswer).values({ ...at, requestId, answer: "no", text: `Nee van ${word}`, answeredBy: who.residentId });
    await tx.insert(jointRequestAnswer).values({ ...at, requestId, answer: "no", text: "Nee van een ander", answeredBy: third.residentId });
    await tx.insert(neighbourhoodSuccession).values({ neighbourhoodCode: who.neighbourhoodCode, year: 2024, basis: "area", source: "test", decision: "refused", decidedAt: new Date(), decidedBy: who.residentId, reason: `Besloten door ${word}` });
    await tx.insert(notice).values({ neighbourhoodCode: who.neighbourhoodCode, residentId: who.residentId, happeningId: randomUUID(), kind: "announcement-published", subjectId: id });
    const own = { ...household, streetId: who.streetId, buildingId: who.buildingId, dwellingId: who.dwellingId, residentId: who.residentId, audience: "street" as const };
    const visitId = randomUUID();
    await tx.insert(visit).values({ ...own, id: visitId, showsHome: true, note: `Kijkje bij ${word}` });
    await tx.insert(visitMeasure).values({ ...household, visitId, measureId: id });
    await tx.insert(visitSlot).values({ ...household, visitId, startsAt: new Date(), endsAt: new Date(Date.now() + 60_000), capacity: 2 });
    const asked = { visitId, neighbourhoodCode: who.neighbourhoodCode, hostHouseholdId: who.householdId };
    await tx.insert(visitRequest).values({ ...asked, guestHouseholdId: neighbour.householdId, guestResidentId: neighbour.residentId, guestStreetId: neighbour.streetId, people: 1, line: "Vraag van een gast" });
    await tx.insert(koploper).values({ ...own, kinds: ["glazing"], line: `Bord van ${word}` });
    await tx.insert(visitRoute).values({ neighbourhoodCode: who.neighbourhoodCode, day: "2026-05-01", title: `Route van ${word}`, announcedBy: who.residentId });
    const [place] = await tx.select({ code: neighbourhood.municipalityCode }).from(neighbourhood).where(eq(neighbourhood.code, who.neighbourhoodCode));
    const municipal = { neighbourhoodCode: who.neighbourhoodCode, municipalityCode: place!.code! };
    await tx.insert(figureEvent).values({ deed: "prepared", area: who.neighbourhoodCode, areaName: "Proefbuurt", quarter: "2026-1", neighbourhoods: [who.neighbourhoodCode], actorId: who.residentId });
    await tx.insert(figurePublicity).values({ ...municipal, side: "cooperative", decidedBy: who.residentId, endedBy: who.residentId, endedAt: new Date() });
    const [promise] = await tx.insert(municipalPost).values({ ...municipal, kind: "promise", title: "Straatverlichting", body: `Toezegging van ${word}`, dueOn: "2026-05-01", authorId: who.residentId }).returning({ id: municipalPost.id });
    await tx.insert(promiseReport).values({ ...municipal, promiseId: promise!.id, outcome: "kept", reason: `Nagekomen door ${word}`, authorId: who.residentId });
    await tx.insert(noticeChoice).values({ accountId: who.accountId });
    await tx.insert(unsubscription).values({ accountId: who.accountId, scope: "digest", way: "page" });
    await tx.insert(letterBatch).values({ neighbourhoodCode: who.neighbourhoodCode, choice: "not_invited", madeBy: who.residentId });
  });
  await everythingOfPurchases(who, word);
  const claim = { dwellingId: who.dwellingId, accountId: who.accountId, way: "door" as const, provenAt: new Date(), confirmedBy: neighbour.residentId, ...household };
  await asWorker(async (tx) => {
    await tx.insert(addressClaim).values({ ...claim, shownName: `Deur van ${word}` });
    await tx.insert(vouch).values({ neighbourhoodCode: who.neighbourhoodCode, voucherId: who.residentId, dwellingId: who.dwellingId, usedAt: new Date() });
    await tx.insert(vouchLoss).values({ neighbourhoodCode: who.neighbourhoodCode, accountId: who.accountId, reason: `Borg van ${word}`, decidedBy: neighbour.residentId });
  });
  expect(await asViewer(named, (tx) => objectTo(tx, hidingId, `Bezwaar van ${word}`))).toBe("made");
  return id;
}

/** A question with all that can hang on it, and an answer to one of a neighbour. */
async function askAndAnswer(who: Resident, neighbour: Resident, word: string) {
  const about = { body: `Uitleg van ${word}`, measureKind: null, place: null, aboutHome: false, commercial: false, audience: "street" } as const;
  const ask = (by: Resident, title: string) => asViewer(by, (tx) => askQuestion(tx, by, { ...about, title }));
  const [first, second, theirs] = [await ask(who, `Vraag van ${word}`), await ask(who, `Nog een vraag van ${word}`), await asViewer(neighbour, (tx) => askQuestion(tx, neighbour, { ...about, title: "Vraag van een buur", body: null }))];
  await asViewer(who, (tx) => giveAnswer(tx, who, theirs, { body: `Antwoord van ${word}`, commercial: false }));
  const outcome = { body: `Uitkomst van ${word}`, commercial: false, source: "Gebeld", foundOn: "2026-01-02", costRange: null, dwellingTypes: [], buildingPeriods: [] };
  const [found, thanked] = [await asViewer(who, (tx) => giveAnswer(tx, who, first, outcome)), await asViewer(neighbour, (tx) => giveAnswer(tx, neighbour, theirs, { body: "Dank", commercial: false }))];
  const member = { neighbourhoodCode: who.neighbourhoodCode, householdId: who.householdId, residentId: who.residentId };
  const under = { neighbourhoodCode: who.neighbourhoodCode, questionId: first, askedHouseholdId: who.householdId, askedResidentId: who.residentId, reach: `street:${who.streetId}` };
  const later = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  await asWorker(async (tx) => {
    await tx.insert(questionPhoto).values({ ...member, questionId: first, reach: under.reach, mime: "image/webp", width: 1, height: 1, alt: `Vraagfoto van ${word}`, bytes: new Uint8Array([1]) });
    await tx.insert(questionClaim).values({ ...under, ...member, streetId: who.streetId, shownName: `Uitzoeker ${word}`, until: later });
    await tx.insert(outcomeVerdict).values({ ...under, ...member, streetId: who.streetId, answerId: found!, verdict: "missing", note: `Gemis van ${word}` });
    await tx.insert(questionParking).values({ ...under, role: "asker", parkedBy: who.residentId, why: `Wachten van ${word}`, returnsOn: later });
    await tx.insert(questionMerge).values({ ...under, intoId: second, role: "asker", mergedBy: who.residentId });
    await tx.insert(answerThanks).values({ ...member, answerId: thanked!, thankedHouseholdId: neighbour.householdId });
  });
}

describe("the tables of the own download", () => {
  it("are those that the inventory names", () => {
    const named = Object.entries(inventory).flatMap(([table, line]) => (line.personal && line.inOwnExport === true ? [table] : []));
    expect([...ownDataTables].sort()).toEqual(named.sort());
  });
});

describe.each(databaseKinds)("own data on %s", (kind) => {
  testDatabase(kind);

  it("holds something of every table, and nothing of a housemate's own or of a neighbour", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet } = await neighbours();
    await everything(me, sameStreet, otherStreet, flatmate, "Abrikoos");
    await everything(sameStreet, me, otherStreet, flatmate, "Bosbes");
    await asViewer(housemate, (tx) => changeDisplayName(tx, housemate, "Citroen"));
    const data = await ownData(me);
    expect(Object.keys(data).sort()).toEqual([...ownDataTables].sort());
    const filled = Object.entries(data).filter(([, rows]) => rows.length > 0);
    expect(filled.map(([table]) => table).sort()).toEqual(ownDataTables.filter((table) => table !== "erasure").toSorted());
    const json = toJson(data);
    for (const words of ["Ervaring van", "Droom van", "Melding van", "Foto van", "Reden voor", "Bericht van", "Bezwaar van", "Telefoon van", "Antwoord aan", "Geblokkeerd door", "Formulier van", "Verzoek van", "Meedoener", "Nee van", "Kijkje bij", "Bord van", "Route van", "Vraag van", "Uitleg van", "Antwoord van", "Uitkomst van", "Vraagfoto van", "Uitzoeker", "Gemis van", "Wachten van", "Bericht aan een buur van", "Toezegging van", "Nagekomen door", "Inkoop van", "Nieuws van", "Stap van", "Aanbod aan", "Dak van", "Naam van", "Notitie over", "Bedrijf van"]) expect(json).toContain(`${words} Abrikoos`);
    expect(json).toContain("Vraag van een gast");
    expect(json).not.toContain("Bosbes");
    expect(json).not.toContain("Nee van een ander");
    expect(json).not.toContain("Citroen");
    for (const secret of [otherStreet.householdId, "idHash", "Id van", "Sleutel van"]) expect(json).not.toContain(secret);
    expect(JSON.parse(json)).toMatchObject({ photo: [{ bytes: "AQID" }] });
  }, 120_000);

  it("is there for an account without a home as well", async () => {
    const { me } = await neighbours();
    const data = await ownData({ ...me, householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null });
    expect([data.account.length, data.measure.length]).toEqual([1, 0]);
  });

  it("shows in the book what is shared, and withdrawing it takes effect at once", async () => {
    const { me, sameStreet } = await neighbours();
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    const named = { ...me, displayName: "Noor" };
    const measureId = await measureOf(named, "Mooi");
    const dream = await dreamOf(sameStreet, "Een buurtmoestuin");
    await asViewer(named, (tx) => joinWish(tx, named, dream));
    await asViewer(named, (tx) => giveConsent(tx, named, { purpose: "published_figures" }, { subjectId: null, fieldGroup: "counts" }));
    const lines = await openBook(named);
    expect(lines.map(({ purpose }) => purpose).sort()).toEqual(["display_name", "join_wish", "published_figures", "share_measure"]);
    expect(lines.find(({ subjectId }) => subjectId === measureId)).toMatchObject({ kind: "green_roof", audience: "street", mine: true });
    for (const { id } of lines) expect(await asViewer(named, (tx) => withdrawConsent(tx, named, id))).toBe(true);
    expect(await openBook(me)).toEqual([]);
    const data = await ownData(me);
    expect(data.measure).toMatchObject([{ id: measureId, audience: "household", shownName: null }]);
    expect(data.resident).toMatchObject([{ displayName: null }]);
    expect((await asViewer(sameStreet, (tx) => findWish(tx, sameStreet, dream)))?.joins).toEqual([]);
  });

  it("keeps others from withdrawing: a neighbour nothing, a housemate everything but a name", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    await measureOf(me, "Mooi");
    const lines = await openBook(me);
    const shared = lines.find(({ purpose }) => purpose === "share_measure")!;
    const name = lines.find(({ purpose }) => purpose === "display_name")!;
    expect(await asViewer(sameStreet, (tx) => withdrawConsent(tx, sameStreet, shared.id))).toBe(false);
    expect(await asViewer(housemate, (tx) => withdrawConsent(tx, housemate, name.id))).toBe(false);
    expect(await asViewer(housemate, (tx) => withdrawConsent(tx, housemate, shared.id))).toBe(true);
    expect(await asViewer(housemate, (tx) => withdrawConsent(tx, housemate, shared.id))).toBe(false);
  });

  it("counts no consent as open after somebody left", async () => {
    const { me } = await neighbours();
    await measureOf(me, "Mooi");
    await requestErasure(me);
    const open = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.residentId, me.residentId), isNull(consent.withdrawnAt))));
    expect(open).toEqual([]);
  });
});

describe("a table as CSV", () => {
  it("can be opened without running anything", () => {
    const csv = toCsv([{ id: 1, experience: '=HYPERLINK("http://kwaad.test")', powerAfterKwh: -200, note: "met, komma\nen regel", when: new Date(0), list: ["cost", "time"], bytes: new Uint8Array([1]) }]);
    expect(csv).toBe('\uFEFF"id";"experience";"powerAfterKwh";"note";"when";"list"\r\n1;"\'=HYPERLINK(""http://kwaad.test"")";-200;"met, komma\nen regel";"1970-01-01T00:00:00.000Z";"cost, time"\r\n');
    expect(toCsv([{ a: "+31", b: "@x", c: "-1" }])).toContain(`"'+31";"'@x";"'-1"`);
  });
});
