import { randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Connection } from "../../db/connection.ts";
import { addressClaim, vouch, vouchLoss } from "../../db/schema/addresses.ts";
import * as assisted from "../../db/schema/assisted.ts";
import * as auth from "../../db/schema/auth.ts";
import { homeCorrection, putAside } from "../../db/schema/homes.ts";
import * as joint from "../../db/schema/joint.ts";
import * as peopleSchema from "../../db/schema/people.ts";
import * as questions from "../../db/schema/questions.ts";
import * as sharing from "../../db/schema/sharing.ts";
import { sql } from "drizzle-orm";
import { expectedGuests, releaseVisits } from "./canaries-of-visits.ts";
import { purchaseCanaries } from "./canaries-of-purchases.ts";
import { threadCanaries } from "./canaries-of-threads.ts";
import { buildTown, here, managing, people, type Person } from "../support/town.ts";
import { releaseFigures } from "./canaries-of-figures.ts";

// A unique word in every personal field of every household, with on paper who may ever read it.

export type Canary = { about: string; mayRead: ReadonlySet<Person> };
/** The words, and the ids of rows that others could be linked by. */
export type Canaries = { words: Map<string, Canary>; ids: Record<"preparation" | "promise" | "measure" | "wish" | "story" | "question" | "answer" | "photo" | "report" | "announcement" | "missingAddress" | "hiding" | "appeal" | "role" | "roleInvitation" | "block" | "join" | "secondLook" | "together" | "visit" | "slot" | "visitRequest" | "thread" | "message" | "koploper" | "purchase" | "purchaseSignUp", string[]> };

const residents = ["own", "secondAdult", "sameBuilding", "sameStreet", "sameNeighbourhood", "otherNeighbourhood"] as const;
type Resident = (typeof residents)[number];
type Audience = peopleSchema.Audience;

/** Who belongs to an audience of somebody's item. */
function audienceOf(owner: Resident, audience: Audience): Resident[] {
  const mine = people[owner];
  return residents.filter((name) => {
    const other = people[name];
    if (other.householdId === mine.householdId) return true;
    if (audience === "household" || other.neighbourhoodCode !== mine.neighbourhoodCode) return false;
    if (audience === "building") return other.buildingId === mine.buildingId;
    return audience === "neighbourhood" || other.streetId === mine.streetId;
  });
}

/** Builds the town and fills it. `owner` passes the policies. */
export async function releaseCanaries(owner: Connection): Promise<Canaries> {
  await buildTown();
  const words = new Map<string, Canary>();
  const ids: Canaries["ids"] = { preparation: [], promise: [], measure: [], wish: [], story: [], question: [], answer: [], photo: [], report: [], announcement: [], missingAddress: [], hiding: [], appeal: [], role: [], roleInvitation: [], block: [], join: [], secondLook: [], together: [], visit: [], slot: [], visitRequest: [], koploper: [], purchase: [], purchaseSignUp: [], thread: [], message: [] };
  const bird = (about: string, mayRead: readonly Person[]) => {
    const word = `kanarie${String(words.size).padStart(4, "0")}x`;
    words.set(word, { about, mayRead: new Set(mayRead) });
    return word;
  };
  const known = (about: string, mayRead: readonly Person[], id: string = randomUUID()) => {
    words.set(id, { about, mayRead: new Set(mayRead) });
    return id;
  };
  const add = async (table: PgTable, row: Record<string, unknown>) => void (await owner.db.insert(table).values(row));
  const emailBird = (about: string, mayRead: readonly Person[]) => `${bird(about, mayRead)}@voorbeeld.example`;
  const now = new Date();
  const later = new Date(Date.now() + 30 * 86_400_000);

  for (const name of residents) {
    const me = people[name];
    const place = { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, streetId: me.streetId, buildingId: me.buildingId, dwellingId: me.dwellingId, residentId: me.residentId };
    const member = { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, residentId: me.residentId };
    const household = audienceOf(name, "household");
    const moderator: Person = me.neighbourhoodCode === here ? "moderatorHere" : "moderatorElsewhere";
    known(`account of ${name}`, household, me.accountId);
    if (name !== "secondAdult") known(`household of ${name}`, household, me.householdId);
    await owner.db.update(auth.account).set({ email: emailBird(`e-mail of ${name}`, [name]) }).where(sql`id = ${me.accountId}`);
    // Numbers are no unique words: own-home.test.ts holds what others get against what they got before.
    if (name !== "secondAdult") await add(homeCorrection, { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, builtYear: 1931, energyClass: "none" });
    if (name !== "secondAdult") await add(putAside, { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, kind: "glazing" });
    await owner.db.update(peopleSchema.resident).set({ displayName: bird(`name of ${name}`, household) }).where(sql`id = ${me.accountId}`);

    const items: { audience: Audience; state: string; mayRead: readonly Person[]; extra: object }[] = [
      ...peopleSchema.audiences.map((audience) => ({ audience, state: audience, mayRead: audienceOf(name, audience), extra: {} })),
      { audience: "neighbourhood", state: "withdrawn", mayRead: household, extra: { withdrawnAt: now, withdrawnBy: me.residentId } },
      // What was reported, the moderator of the neighbourhood reads too, and that leaves a trace.
      { audience: "neighbourhood", state: "hidden", mayRead: [...household, moderator], extra: { hiddenAt: now } },
      { audience: "neighbourhood", state: "reported", mayRead: [...audienceOf(name, "neighbourhood"), moderator], extra: {} },
    ];
    for (const { audience, state, mayRead, extra } of items) {
      const about = (field: string) => `${field} (${state}) of ${name}`;
      const neighboursOnly = mayRead.filter((person) => !person.startsWith("moderator"));
      const shared = { ...place, audience, sharedAt: audience === "household" ? null : now, ...extra };
      const measureId = known(about("measure id"), neighboursOnly);
      await add(sharing.measure, {
        ...shared, id: measureId, kind: "solar_panels", state: "done", shownName: bird(about("measure name"), mayRead),
        experience: bird(about("measure experience"), mayRead), wouldDoDifferently: bird(about("measure advice"), mayRead), mayAsk: true,
      });
      const photoId = known(about("photo id"), neighboursOnly);
      await add(sharing.photo, { id: photoId, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, measureId, mime: "image/webp", width: 1, height: 1, alt: bird(about("photo words"), mayRead), bytes: Buffer.from(bird(about("photo bytes"), mayRead)) });
      const wishId = known(about("wish id"), neighboursOnly);
      const forAll = state === "neighbourhood" || state === "street";
      await add(sharing.wish, {
        ...shared, id: wishId, scope: forAll ? "neighbourhood" : "home", kind: forAll ? null : "heat_pump_hybrid", title: forAll ? bird(about("wish title"), mayRead) : null,
        note: bird(about("wish note"), mayRead), shownName: bird(about("wish name"), mayRead), holdingBack: ["cost"],
      });
      ids.measure.push(measureId);
      ids.photo.push(photoId);
      ids.wish.push(wishId);
      const storyId = known(about("story id"), neighboursOnly);
      await add(sharing.story, { ...shared, id: storyId, indicator: "gas", title: bird(about("story title"), mayRead), body: bird(about("story text"), mayRead), shownName: bird(about("story name"), mayRead) });
      ids.story.push(storyId);
      const questionId = known(about("question id"), neighboursOnly);
      const { audience: _audience, ...said } = { ...shared, withdrawnAt: undefined, withdrawnBy: undefined, hiddenAt: undefined };
      await add(sharing.question, { ...shared, id: questionId, title: bird(about("question title"), mayRead), body: bird(about("question text"), mayRead), shownName: bird(about("question name"), mayRead) });
      ids.question.push(questionId);
      const reach = state === "neighbourhood" || state === "reported" ? "neighbourhood" : state === "street" ? `street:${me.streetId}` : state === "building" && me.buildingId ? `building:${me.buildingId}` : `household:${me.householdId}`;
      const under = { questionId, askedHouseholdId: me.householdId, askedResidentId: me.residentId, reach };
      const answerId = known(about("answer id"), neighboursOnly);
      await add(sharing.answer, {
        ...said, ...under, id: answerId, body: bird(about("answer text"), mayRead), shownName: bird(about("answer name"), mayRead), outcome: true, foundOn: "2026-01-02", source: bird(about("outcome source"), mayRead),
        earlier: [{ body: bird(about("earlier answer"), mayRead), at: now.toISOString() }],
      });
      ids.answer.push(answerId);
      await add(questions.questionPhoto, { id: known(about("question photo id"), neighboursOnly), ...member, questionId, reach, mime: "image/webp", width: 1, height: 1, alt: bird(about("question photo words"), mayRead), bytes: Buffer.from(bird(about("question photo bytes"), mayRead)) });
      await add(questions.outcomeVerdict, { ...under, ...member, answerId, streetId: me.streetId, verdict: "missing", note: bird(about("what is missing"), mayRead), shownName: bird(about("name of who misses something"), mayRead) });
      await add(questions.questionClaim, { ...under, ...member, streetId: me.streetId, until: later.toISOString().slice(0, 10), shownName: bird(about("claim name"), mayRead) });
      await add(questions.questionParking, { ...under, neighbourhoodCode: me.neighbourhoodCode, role: "asker", parkedBy: me.residentId, why: bird(about("why a question is parked"), mayRead), returnsOn: later.toISOString().slice(0, 10) });
      if (audience !== "household") {
        await add(peopleSchema.consent, { ...member, id: known(about("consent id"), household), purpose: "share_measure", fieldGroup: "item", subjectId: measureId, audience, textVersion: "1", textShown: bird(about("consent text"), household), locale: "nl" });
      }
      if (forAll) {
        for (const joiner of audienceOf(name, audience).filter((other) => other !== "secondAdult" && people[other].householdId !== me.householdId)) {
          const who = people[joiner];
          const readers = audienceOf(name, audience);
          const joinId = known(`join id of ${joiner} in ${about("wish")}`, readers);
          ids.join.push(joinId);
          await add(sharing.wishJoin, { id: joinId, wishId, neighbourhoodCode: who.neighbourhoodCode, householdId: who.householdId, residentId: who.residentId, streetId: who.streetId, shownName: bird(`joiner ${joiner} of ${about("wish")}`, readers) });
        }
      }
      if (state === "reported" || state === "hidden") {
        const reportId = known(about("report id"), [name, moderator]);
        // Somebody reports an item of the own household here: then nobody but they and the moderator reads what they wrote.
        await add(sharing.report, {
          id: reportId, receipt: bird(about("report receipt"), [name, moderator]), neighbourhoodCode: me.neighbourhoodCode, reporterId: me.residentId, reporterHouseholdId: me.householdId,
          subjectKind: "measure", subjectId: measureId, category: "other", note: bird(about("report note"), [name, moderator]),
          ...(state === "hidden" ? { closedAt: now, closedBy: people[moderator].residentId, decision: "hidden", decisionNote: bird(about("report decision"), [...household, moderator]) } : {}),
        });
        ids.report.push(reportId);
        if (state === "hidden") {
          const hidingId = known(about("hiding id"), [...household, moderator]);
          await add(sharing.hiding, { id: hidingId, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, subjectKind: "measure", subjectId: measureId, reportId, moderatorId: people[moderator].residentId, rule: "other", reason: bird(about("hiding reason"), [...household, moderator]) });
          ids.hiding.push(hidingId);
          const appealId = known(about("appeal id"), [...household, moderator]);
          await add(sharing.appeal, { id: appealId, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, residentId: me.residentId, hidingId, subjectKind: "measure", subjectId: measureId, firstDecidedBy: me.residentId === people.own.residentId ? randomUUID() : people[moderator].residentId, reason: bird(about("appeal reason"), [...household, moderator]) });
          ids.appeal.push(appealId);
          const lookId = known(about("second look id"), [...household, moderator]);
          await add(sharing.secondLook, { id: lookId, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, hidingId, subjectKind: "measure", subjectId: measureId, decidedAt: now, decidedBy: people[moderator].residentId, outcome: "left", answer: bird(about("answer to a second look"), household) });
          const openId = known(about("open second look id"), [...household, moderator]);
          await add(sharing.secondLook, { id: openId, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, hidingId, subjectKind: "measure", subjectId: measureId, createdAt: new Date(now.getTime() - 1000) });
          ids.secondLook.push(openId);
        }
      }
    }

    // Everybody is contact person of the own street, unseen but for their moderator; only one agreed to be named.
    const roleId = known(`contact role of ${name}`, [name, moderator]);
    ids.role.push(roleId);
    await add(peopleSchema.roleGrant, { id: roleId, accountId: me.accountId, role: "contact_person", neighbourhoodCode: me.neighbourhoodCode, streetId: me.streetId, grantedBy: randomUUID() });
    if (name === "sameStreet") {
      const [shown] = [...words].find(([, { about }]) => about === `name of ${name}`)!;
      words.set(shown, { about: `contact name of ${name}`, mayRead: new Set([...audienceOf(name, "street"), moderator]) });
      await add(peopleSchema.consent, { ...member, purpose: "contact_person", fieldGroup: "name", subjectId: roleId, textVersion: "1", textShown: "Ja", locale: "nl" });
    }
    await add(peopleSchema.disclosure, { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, actorId: people.moderatorHere.residentId, actorRole: "moderator", what: "measure", subjectId: ids.measure.at(-1)!, reason: "other", note: bird(`look at ${name}`, household) });
    // Of somebody far away, so that nobody here is out of sight; the name is read by whoever blocked, and by nobody else.
    const blocked = people[name === "otherNeighbourhood" ? "own" : "otherNeighbourhood"];
    if (name !== "secondAdult") {
      const blockId = known(`block of ${name}`, [name]);
      await add(sharing.block, { id: blockId, residentId: me.residentId, blockedHouseholdId: blocked.householdId, neighbourhoodCode: blocked.neighbourhoodCode, streetId: blocked.streetId, shownName: bird(`whom ${name} blocks`, [name]) });
      ids.block.push(blockId);
    }
    await add(auth.session, { idHash: bird(`session of ${name}`, []), accountId: me.accountId, device: bird(`device of ${name}`, [name]), expiresAt: later });
    await add(auth.passkey, { accountId: me.accountId, credentialId: bird(`credential of ${name}`, []), publicKey: bird(`key of ${name}`, []), name: bird(`passkey of ${name}`, [name]) });
    await add(auth.passkeyChallenge, { purpose: "log_in", challenge: bird(`challenge of ${name}`, []), browserHash: bird(`asked browser of ${name}`, []), expiresAt: later });
    const signupId = known(`sign-up at the door of ${name}`, household);
    await add(auth.signup, { id: signupId, email: emailBird(`sign-up e-mail at ${name}`, []), dwellingId: me.dwellingId, neighbourhoodCode: me.neighbourhoodCode, way: "join", requesterName: bird(`who asks at ${name}`, household) });
    await add(peopleSchema.joinRequest, { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, signupId, requesterName: bird(`request at ${name}`, household) });
    // Who asks neighbours (here the official) is known by name to nobody else; who was vouched for, to who lives at the address.
    await add(addressClaim, { neighbourhoodCode: me.neighbourhoodCode, dwellingId: me.dwellingId, accountId: people.official.accountId, shownName: bird(`asks neighbours at ${name}`, ["official"]), codeId: randomUUID(), codeHmac: bird(`code for neighbours at ${name}`, []), codeExpiresAt: later });
    const claimAt = name === "secondAdult" ? [] : [{ neighbourhoodCode: me.neighbourhoodCode, dwellingId: me.dwellingId, accountId: people.official.accountId, way: "vouch" as const, provenAt: now, startsAt: later, shownName: bird(`vouched for at ${name}`, [...audienceOf(name, "household"), "official"]), objectCodeHmac: bird(`code to object at ${name}`, []) }];
    for (const row of claimAt) await add(addressClaim, row);
    await add(vouchLoss, { neighbourhoodCode: me.neighbourhoodCode, accountId: me.accountId, reason: bird(`why ${name} may not vouch`, [name]), emailKey: bird(`mailbox of ${name} that may not vouch`, []), decidedBy: people.moderatorHere.residentId });
    await add(vouch, { neighbourhoodCode: me.neighbourhoodCode, voucherId: me.residentId, dwellingId: me.dwellingId, homeKey: bird(`home key of ${name}`, []), usedAt: now });
    await add(auth.householdInvitation, { householdId: me.householdId, invitedBy: me.accountId, email: emailBird(`invited by ${name}`, household), expiresAt: later });
    await add(auth.emailChange, { accountId: me.accountId, oldEmail: emailBird(`old e-mail of ${name}`, [name]), newEmail: emailBird(`new e-mail of ${name}`, [name]) });
    await add(auth.mailProof, { purpose: "log_in", email: emailBird(`proof of ${name}`, []), accountId: me.accountId, browserHash: bird(`browser of ${name}`, []), expiresAt: later });
    await add(auth.waiting, { email: emailBird(`waiting, invited by ${name}`, []), neighbourhoodCode: me.neighbourhoodCode, confirmedAt: now });
    // The household was helped on paper by a neighbour, before: one person of it took that over.
    if (name === "secondAdult") continue;
    const person = known(`paper resident of ${name}`, household);
    const helped = randomUUID();
    const own = { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode };
    await add(assisted.paperResident, { ...own, id: person, number: known(`paper number of ${name}`, household, `KNR${String(words.size).padStart(4, "0")}X`), takenOverAt: now, takenOverBy: me.accountId });
    await add(assisted.assistedSession, { ...own, id: helped, paperResidentId: person, helperId: people.moderatorHere.residentId, helperRole: "moderator", endsAt: sql`now()` as unknown as Date, endedAt: now, textVersion: bird(`form version of ${name}`, household), textShown: bird(`form of ${name}`, household), locale: "nl" });
    await add(assisted.assistedEntry, { ...own, sessionId: helped, kind: "measure", subjectId: ids.measure.at(-1)! });
  }

  await purchaseCanaries({ add, bird, known, ids });
  await releaseVisits({ add, bird, known, ids, audienceOf: (name, audience) => audienceOf(name, audience) });
  for (const { guest, hosts } of expectedGuests((name, audience) => audienceOf(name, audience))) {
    const [shown, canary] = [...words].find(([, { about }]) => about === `name of ${guest}` || about === `contact name of ${guest}`)!;
    words.set(shown, { ...canary, mayRead: new Set([...canary.mayRead, ...hosts]) });
  }

  for (const [moderator, code] of [["moderatorHere", people.own.neighbourhoodCode], ["moderatorElsewhere", people.otherNeighbourhood.neighbourhoodCode]] as const) {
    const author = people[moderator].residentId;
    const readers = [...residents.filter((name) => people[name].neighbourhoodCode === code), moderator];
    for (const withdrawn of [false, true]) {
      const mayRead = withdrawn ? [moderator] : readers;
      const id = known(`announcement of ${moderator}`, mayRead);
      await add(sharing.announcement, { id, neighbourhoodCode: code, authorId: author, shownName: bird(`author ${moderator}`, mayRead), title: bird(`announcement of ${moderator}`, mayRead), body: bird(`text of ${moderator}`, mayRead), withdrawnAt: withdrawn ? now : null });
      ids.announcement.push(id);
    }
    const missing = known(`missing address for ${moderator}`, [moderator]);
    await add(sharing.missingAddress, { id: missing, neighbourhoodCode: code, postcode: "9901AA", houseNumber: "99", streetName: bird(`missing street for ${moderator}`, [moderator]), note: bird(`missing note for ${moderator}`, [moderator]), email: emailBird(`who misses an address for ${moderator}`, []) });
    ids.missingAddress.push(missing);
    await owner.db.update(auth.account).set({ email: emailBird(`e-mail of ${moderator}`, [moderator]) }).where(sql`id = ${people[moderator].accountId}`);
  }
  // One request that only the building reads yet, and one that was sent: who manages it reads that one, its answer and the names in it.
  const inBuilding = audienceOf("own", "building");
  for (const sent of [false, true]) {
    const mayRead: Person[] = sent ? [...inBuilding, "propertyManager"] : inBuilding;
    const about = (field: string) => `${field} of a request${sent ? " that was sent" : ""}`;
    const id = known(about("id"), mayRead);
    const at = { neighbourhoodCode: here, buildingId: people.own.buildingId };
    await add(joint.jointRequest, { id, ...at, organisationId: managing, kind: "solar_panels", text: bird(about("text"), mayRead), startedBy: people.own.residentId, sentAt: sent ? now : null });
    for (const who of ["own", "sameBuilding"] as const) {
      const { householdId, residentId } = people[who];
      await add(joint.jointRequestPart, { requestId: id, ...at, householdId, residentId, shownName: bird(about(`name of ${who}`), mayRead) });
    }
    if (sent) await add(joint.jointRequestAnswer, { requestId: id, ...at, answer: "no", text: bird(about("answer"), mayRead), answeredBy: people.propertyManager.residentId });
    ids.together.push(id);
  }
  // One that is hidden: left to who started it and the household that was told why. Of what is their own in it others have its id.
  const ofOwn: Person[] = ["own", "secondAdult"];
  const hiddenId = known("id of a hidden request", [...ofOwn, "sameBuilding", "propertyManager", "moderatorHere"]);
  const place = { neighbourhoodCode: here, buildingId: people.own.buildingId };
  await add(joint.jointRequest, { id: hiddenId, ...place, organisationId: managing, kind: "solar_panels", text: bird("text of a hidden request", ofOwn), startedBy: people.own.residentId, sentAt: now, hiddenAt: now });
  for (const who of ["own", "sameBuilding"] as const) {
    const { householdId, residentId } = people[who];
    await add(joint.jointRequestPart, { requestId: hiddenId, ...place, householdId, residentId, shownName: bird(`name of ${who} in a hidden request`, who === "own" ? ofOwn : [...ofOwn, who]) });
  }
  await add(joint.jointRequestAnswer, { requestId: hiddenId, ...place, answer: "no", text: bird("answer to a hidden request", [...ofOwn, "propertyManager"]), answeredBy: people.propertyManager.residentId });
  const decision = known("id of the hiding of a request", [...ofOwn, "moderatorHere"]);
  await add(sharing.hiding, { id: decision, householdId: people.own.householdId, neighbourhoodCode: here, subjectKind: "joint_request", subjectId: hiddenId, moderatorId: people.moderatorHere.residentId, rule: "other", duration: "for_good", reason: bird("why a request is hidden", [...ofOwn, "moderatorHere"]) });
  ids.together.push(hiddenId);
  ids.hiding.push(decision);
  await owner.db.update(auth.account).set({ email: emailBird("e-mail of the property manager", ["propertyManager"]) }).where(sql`id = ${people.propertyManager.accountId}`);
  Object.assign(ids, await threadCanaries({ bird, known, add }));
  // Who was invited is known to who invited, and to nobody else at the desk.
  for (const [by, mayRead, place] of [["moderatorHere", ["moderatorHere"], { role: "contact_person", neighbourhoodCode: here, streetId: people.own.streetId }], ["official", ["official"], { role: "official", municipalityCode: "GM9901" }]] as const) {
    const id = known(`invitation to a role by ${by}`, mayRead);
    await add(auth.roleInvitation, { id, ...place, email: emailBird(`invited to a role by ${by}`, mayRead), invitedBy: people[by].accountId, startsOn: now.toISOString().slice(0, 10), endsOn: later.toISOString().slice(0, 10), expiresAt: later });
    ids.roleInvitation.push(id);
    await add(peopleSchema.roleEvent, { deed: "invited", ...place, actorId: people[by].accountId, invitationId: id });
  }
  await releaseFigures(add, bird, known, ids);
  await owner.db.update(auth.account).set({ email: emailBird("e-mail of the official", ["official"]) }).where(sql`id = ${people.official.accountId}`);
  return { words, ids };
}
