import { figuresIn } from "./fuzz-town-figures.ts";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { claimCode, hashClaimCode, signClaim } from "../../app/features/addresses/claim-code.server.ts";
import { versionOf } from "../../app/features/map/public-map.server.ts";
import { offerSecondFactor } from "../../app/features/second-factor/offer-second-factor.server.ts";
import { archivePurpose } from "../../app/features/privacy/archive/archive-work.server.ts";
import { filePurpose } from "../../app/features/letters/batch-work.server.ts";
import { sealBytes } from "../../app/http/sealing.server.ts";
import { dayAfter, today } from "../../app/features/roles/role-days.ts";
import { hashToken } from "../../app/features/session/prepare-proof.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { unsubscribePath } from "../../app/features/notices/unsubscribe-link.server.ts";
import { signId } from "../../app/http/signed-id.server.ts";
import type { Connection } from "../../db/connection.ts";
import { addressClaim } from "../../db/schema/addresses.ts";
import * as auth from "../../db/schema/auth.ts";
import { ownArchive, ownArchivePiece } from "../../db/schema/privacy.ts";
import { leftFact } from "../../db/schema/homes.ts";
import { jointRequest } from "../../db/schema/joint.ts";
import * as division from "../../db/schema/division.ts";
import * as letters from "../../db/schema/letters.ts";
import { notice } from "../../db/schema/notices.ts";
import * as people from "../../db/schema/people.ts";
import { dwelling as dwellingTable, neighbourhood as neighbourhoodTable, organisation } from "../../db/schema/register.ts";
import * as sharing from "../../db/schema/sharing.ts";
import { logIn } from "../support/log-in.ts";
import { askedAndAnswered, hangOn } from "./fuzz-town-questions.ts";
import { purchaseOnPaperIn, purchasesIn } from "./fuzz-town-purchases.ts";
import { purchaseDeskIn } from "./fuzz-town-purchase-desk.ts";
import { doorOf, visitsIn } from "./fuzz-town-visits.ts";
import { helpedIn, rolesIn } from "./fuzz-town-roles.ts";
import { threadsIn } from "./fuzz-threads.ts";
import { asResident, neighbours } from "../support/neighbours.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, neighbourhood, officialOf, resident } from "../support/people.ts";

export const visitors = ["nobody", "resident", "moderator", "official", "joiner", "manager"] as const;
/** A joiner has an account and says to live somewhere, without proof yet. */
export type Visitor = (typeof visitors)[number];

export type FuzzTown = {
  /** What can be named in a request, such as "own measure", with its id or code. */
  things: Record<string, string>;
  /** Whose things they are: of `me` what is called own, of `sameStreet` what is a neighbour's. */
  people: Record<"me" | "housemate" | "flatmate" | "sameStreet" | "otherStreet" | "stranger", Resident> & Record<"moderator" | "official", { accountId: string }>;
  /** A fresh session, as the value of a Cookie header; of somebody new in the place of a visitor who left. */
  cookieOf(visitor: Visitor): Promise<string>;
};

const later = () => new Date(Date.now() + 30 * 86_400_000);

/** Makes a neighbourhood of its own with everything in it that the app's addresses can be about. `owner` passes the policies. */
export async function fuzzTown(owner: Connection): Promise<FuzzTown> {
  const { here, me, housemate, sameStreet, otherStreet, flatmate, stranger } = await neighbours();
  const waitingPlace = await neighbourhood({ served: false });
  const [home] = await owner.db.select().from(dwellingTable).where(eq(dwellingTable.id, me.dwellingId));
  const { postcode, houseNumber } = home!;
  const own = await itemsOf(owner, me);
  const neighbour = await itemsOf(owner, sameStreet);
  const signup = await signupAt(me);
  const made = { resident: anotherAtHome, moderator, official, joiner, manager };
  const [managing] = await owner.db.insert(organisation).values({ kind: "landlord", name: `Huisbaas ${randomUUID()}` }).returning({ id: organisation.id });
  const accounts: Record<Exclude<Visitor, "nobody">, { id: string }> = {
    resident: { id: me.accountId },
    moderator: await moderator(),
    official: await official(),
    joiner: await joiner(),
    manager: await manager(),
  };

  async function anotherAtHome() {
    return { id: (await resident({ id: me.householdId, dwelling: homeOf(me) })).residentId };
  }
  async function moderator() {
    const made = await accountWithoutHome();
    await moderatorOf(made.id, here.code);
    return made;
  }
  async function official() {
    const made = await accountWithoutHome();
    await officialOf(made.id, here.municipalityCode);
    return made;
  }
  async function manager() {
    const made = await accountWithoutHome();
    await owner.db.insert(people.roleGrant).values({ accountId: made.id, role: "property_manager", neighbourhoodCode: here.code, buildingId: me.buildingId, organisationId: managing!.id });
    return made;
  }
  async function askedBy(who: Resident, more: object = {}) {
    const id = randomUUID();
    await owner.db.insert(jointRequest).values({ id, neighbourhoodCode: here.code, buildingId: who.buildingId!, organisationId: managing!.id, kind: "solar_panels", text: "Zonnepanelen op het dak", startedBy: who.residentId, ...more });
    return id;
  }
  async function joiner() {
    const made = await accountWithoutHome();
    await signupAt(sameStreet, made);
    return made;
  }
  async function signupAt(home: Resident & { email: string }, by?: { id: string; email: string }) {
    const id = randomUUID();
    const place = { dwellingId: home.dwellingId, neighbourhoodCode: home.neighbourhoodCode };
    await owner.db.insert(auth.signup).values({ id, ...place, email: by?.email ?? `${id}@voorbeeld.test`, accountId: by?.id, way: by ? "letter" : "join" });
    return id;
  }

  function homeOf({ dwellingId, neighbourhoodCode, streetId, buildingId }: Resident) {
    return { id: dwellingId, neighbourhoodCode, streetId, buildingId: buildingId!, postcode: postcode!, houseNumber: houseNumber! };
  }

  const letter = randomUUID();
  await owner.db.insert(sharing.letter).values({ id: letter, neighbourhoodCode: here.code, dwellingId: sameStreet.dwellingId, signupId: await signupAt(sameStreet, await accountWithoutHome()), printAfter: new Date(0) });
  const batch = randomUUID();
  await owner.db.insert(letters.letterBatch).values({ id: batch, neighbourhoodCode: here.code, choice: "not_invited", madeBy: accounts.moderator.id, state: "ready", total: 1, made: 1, readyAt: new Date() });
  await owner.db.insert(letters.letterFile).values({ batchId: batch, neighbourhoodCode: here.code, part: 0, bytes: sealBytes(filePurpose, `${batch} 0`, Buffer.from("%PDF-1.7")) });
  const archive = randomUUID();
  await owner.db.insert(ownArchive).values({ id: archive, accountId: me.accountId, state: "ready", readyAt: new Date(), expiresAt: new Date(Date.now() + 86_400_000), size: 4 });
  await owner.db.insert(ownArchivePiece).values({ archiveId: archive, part: 0, bytes: sealBytes(archivePurpose, `${archive} 0`, Buffer.from("PK05")) });
  const refusal = randomUUID();
  await owner.db.insert(letters.letterRefusal).values({ id: refusal, neighbourhoodCode: here.code, dwellingId: me.dwellingId, way: "code" });
  const request = randomUUID();
  await owner.db.insert(people.joinRequest).values({ id: request, householdId: me.householdId, neighbourhoodCode: here.code, signupId: signup, requesterName: "Robin" });
  const succession = randomUUID();
  await owner.db.insert(division.neighbourhoodSuccession).values({ id: succession, neighbourhoodCode: here.code, year: 2024, basis: "area", source: "fuzz" });
  const announcement = randomUUID();
  await owner.db.insert(sharing.announcement).values({ id: announcement, neighbourhoodCode: here.code, authorId: accounts.moderator.id, shownName: "Sanne", title: "Bijeenkomst", body: "Kom je ook?" });
  const missingAddress = randomUUID();
  await owner.db.insert(sharing.missingAddress).values({ id: missingAddress, neighbourhoodCode: here.code, postcode: postcode!, houseNumber: "99", email: "iemand@voorbeeld.test" });
  const hiddenReport = await reportOn(owner, me, own.hidden, "hidden");
  const ownHiding = randomUUID();
  await owner.db.insert(sharing.hiding).values({ id: ownHiding, neighbourhoodCode: here.code, householdId: me.householdId, subjectKind: "measure", subjectId: own.hidden, reportId: hiddenReport, moderatorId: accounts.moderator.id, rule: "other", reason: "Hierin staat een naam." });
  const [theirHiding, secondLook, changedHiding] = [randomUUID(), randomUUID(), randomUUID()];
  await owner.db.insert(sharing.hiding).values({ id: changedHiding, neighbourhoodCode: here.code, householdId: me.householdId, subjectKind: "measure", subjectId: own.measure, moderatorId: accounts.moderator.id, rule: "other", reason: "Hierin staat een naam." });
  await owner.db.insert(sharing.hiding).values({ id: theirHiding, neighbourhoodCode: here.code, householdId: sameStreet.householdId, subjectKind: "measure", subjectId: neighbour.hidden, moderatorId: accounts.moderator.id, rule: "other", reason: "Hierin staat een naam." });
  await owner.db.insert(sharing.secondLook).values({ id: secondLook, neighbourhoodCode: here.code, householdId: sameStreet.householdId, hidingId: theirHiding, subjectKind: "measure", subjectId: neighbour.hidden });
  const ownKept = await reportOn(owner, me, neighbour.measure, "kept");
  const appeal = randomUUID();
  const { residentId, householdId, neighbourhoodCode } = sameStreet;
  const disputed = await reportOn(owner, sameStreet, own.measure, "kept");
  await owner.db.insert(sharing.appeal).values({ id: appeal, residentId, householdId, neighbourhoodCode, reportId: disputed, subjectKind: "measure", subjectId: own.measure, firstDecidedBy: randomUUID(), reason: "Dit mag niet blijven staan." });
  const claims = { home: randomUUID(), objected: randomUUID(), asking: randomUUID(), code: randomUUID() };
  const claimer = await joiner();
  const claim = { neighbourhoodCode: here.code, accountId: claimer.id, shownName: "Robin" };
  await owner.db.insert(addressClaim).values([
    { ...claim, id: claims.home, dwellingId: me.dwellingId, way: "vouch" as const, provenAt: new Date(), startsAt: later() },
    { ...claim, id: claims.objected, dwellingId: sameStreet.dwellingId, way: "vouch" as const, provenAt: new Date(), startsAt: later(), objectedAt: new Date(), objectedBy: "letter" as const },
    { ...claim, id: claims.asking, dwellingId: sameStreet.dwellingId, codeId: claims.code, codeHmac: hashClaimCode(claimCode(claims.code)), codeExpiresAt: later() },
  ]);
  const change = randomUUID();
  await owner.db.insert(auth.emailChange).values({ id: change, accountId: me.accountId, oldEmail: me.email, newEmail: `${change}@voorbeeld.test`, confirmedAt: new Date(), effectiveAt: later() });
  const waiting = randomUUID();
  await owner.db.insert(auth.waiting).values({ id: waiting, email: "wacht@voorbeeld.test", neighbourhoodCode: waitingPlace.code, confirmedAt: new Date() });
  const browser = randomBytes(32).toString("base64url");
  const proofToken = randomBytes(32).toString("base64url");
  const browserHash = createHash("sha256").update(browser).digest("hex");
  await owner.db.insert(auth.mailProof).values({ purpose: "log_in", email: sameStreet.email, accountId: sameStreet.accountId, browserHash, tokenHash: hashToken(proofToken), expiresAt: later() });
  const invitationToken = randomBytes(32).toString("base64url");
  await owner.db.insert(auth.householdInvitation).values({ householdId: sameStreet.householdId, invitedBy: sameStreet.accountId, email: `${randomUUID()}@voorbeeld.test`, tokenHash: hashToken(invitationToken), expiresAt: later() });
  const helped = await helpedIn(owner, sameStreet, accounts.moderator.id);
  const roles = await rolesIn(owner, { me, neighbour: sameStreet, moderatorId: accounts.moderator.id, officialId: accounts.official.id, here });
  const figuresHere = await figuresIn(owner, here, accounts.official.id, accounts.moderator.id);
  await logIn(me.accountId);
  const [session] = await owner.db.select({ id: auth.session.publicId }).from(auth.session).where(eq(auth.session.accountId, me.accountId));
  const ownPasskey = randomUUID();
  await owner.db.insert(auth.passkey).values({ id: ownPasskey, accountId: me.accountId, credentialId: ownPasskey, publicKey: "pQECAyYgASFYIA", name: "Mijn telefoon" });
  const [map] = await owner.db.select({ version: neighbourhoodTable.mapVersion }).from(neighbourhoodTable).where(eq(neighbourhoodTable.code, here.code));
  const { measure, wish, story, question, answer, outcome, photo, consent, figures, invitation, report } = own;
  const someoneHere = async () => asResident(await resident(await household(await dwelling(here.code))));
  const visits = await visitsIn(owner, { me, neighbour: sameStreet, someoneHere, moderatorId: accounts.moderator.id });
  const onPaper = await purchaseOnPaperIn(owner, { ...sameStreet, householdId: helped.householdId, residentId: helped.person }, accounts.moderator.id);
  const purchases = { ...onPaper, ...(await purchasesIn(owner, me, accounts.moderator.id)) };
  const purchaseDesk = await purchaseDeskIn(owner, { neighbour: sameStreet, someoneHere, moderatorId: accounts.moderator.id });
  const [joins, ownBlock] = [randomUUID(), randomUUID()];
  await owner.db.insert(sharing.wishJoin).values({ id: joins, wishId: wish, neighbourhoodCode: here.code, householdId: flatmate.householdId, residentId: flatmate.residentId, streetId: flatmate.streetId });
  await owner.db.insert(sharing.block).values({ id: ownBlock, residentId: me.residentId, blockedHouseholdId: stranger.householdId, neighbourhoodCode: stranger.neighbourhoodCode, streetId: stranger.streetId });

  await hangOn(owner, me, own.question, { ...neighbour, householdId: sameStreet.householdId });
  // Who is blocked is gone with everything: every form that blocks is about somebody of its own.
  const [teller, asker, answerer] = [await itemsOf(owner, await someoneHere()), await itemsOf(owner, await someoneHere()), await itemsOf(owner, await someoneHere())];
  const leftFactId = randomUUID();
  await owner.db.insert(leftFact).values({ id: leftFactId, neighbourhoodCode: here.code, dwellingId: me.dwellingId, kind: "glazing", year: 1998 });
  const ownNotice = randomUUID();
  await owner.db.insert(notice).values({ id: ownNotice, neighbourhoodCode: here.code, residentId: me.residentId, happeningId: randomUUID(), kind: "announcement-published", subjectId: announcement });
  return {
    people: { me, housemate, flatmate, sameStreet, otherStreet, stranger, moderator: { accountId: accounts.moderator.id }, official: { accountId: accounts.official.id } },
    things: {
      "left fact": leftFactId, "own notice": ownNotice, "signed unsubscription": unsubscribePath("direct", sameStreet.accountId).split("/").at(-1)!,
      "own measure": measure, "own wish": wish, "own story": story, "own question": question, "own answer": answer, "own outcome": outcome, "own photo": photo, "own consent": consent, "own figures": figures, "own archive": archive, "own invitation": invitation, "own report": report, "own request": request,
      "own joint request": await askedBy(me), "own withdrawn request": await askedBy(me, { withdrawnAt: new Date() }), "flat request": await askedBy(flatmate, { sentAt: new Date() }), organisation: managing!.id,
      "own block": ownBlock, "second look": secondLook, "own changed hiding": changedHiding, "flatmate joins": joins, "other measure": (await itemsOf(owner, otherStreet)).measure,
      "story to block": teller.story, "question to block": asker.question, "answer to block": answerer.answer, ...(await threadsIn(owner, me, [sameStreet, await someoneHere(), await someoneHere()])),
      "own session": session!.id, "own passkey": ownPasskey, "passkey answer": answerOf(ownPasskey, { authenticatorData: "AAAA", signature: "AAAA", userHandle: "AAAA" }), "new passkey answer": answerOf("AAAA", { attestationObject: "o2NmbXRkbm9uZQ" }),
      "neighbour measure": neighbour.measure, "neighbour wish": neighbour.wish, "neighbour story": neighbour.story, "neighbour question": neighbour.question, "neighbour answer": neighbour.answer, "neighbour photo": neighbour.photo, "neighbour consent": neighbour.consent,
      report: neighbour.report, "hidden report": hiddenReport, "own hiding": ownHiding, "own kept report": ownKept, appeal, "claim at home": claims.home, "objected claim": claims.objected, "claim code": claimCode(claims.code), "signed door": signClaim("door", claims.asking, accounts.moderator.id), "signed vouch": signClaim("vouch", claims.asking, me.accountId), announcement, succession, "missing address": missingAddress, batch, refusal, neighbourhood: here.code, "waiting neighbourhood": waitingPlace.code,
      "waiting dwelling": (await dwelling(waitingPlace.code)).id, dwelling: me.dwellingId, building: me.buildingId!, street: me.streetId, postcode: postcode!,
      number: String(houseNumber), "map version": versionOf(map!.version), "signed change": signId("leaving a mailbox", change), "signed waiting": signId("leaving the waiting list", waiting),
      ...helped.things, ...roles, ...figuresHere, ...visits, ...purchases, ...purchaseDesk, municipality: here.municipalityCode, today: today(), "next week": later().toISOString().slice(0, 10), "next year": dayAfter({ years: 1 }), "proof token": proofToken, "invitation token": invitationToken, browser, offer: offerSecondFactor(accounts.moderator.id, "post@voorbeeld.test").sealed,
    },
    async cookieOf(visitor) {
      if (visitor === "nobody") return "";
      if (await hasLeft(owner, accounts[visitor].id, visitor === "resident")) accounts[visitor] = await made[visitor]();
      return logIn(accounts[visitor].id, { staff: visitor === "moderator" || visitor === "official" });
    },
  };
}

/** Whether an account is gone, or asked to be; or moved out, where it had a home. */
async function hasLeft(owner: Connection, id: string, hadHome: boolean): Promise<boolean> {
  const [there] = await owner.rows<{ account: boolean; home: boolean }>(
    `select exists (select from auth.account where id = $1) and not exists (select from erasure where account_id = $1) as account,
       exists (select from membership where resident_id = $1 and ended_at is null) as home`,
    [id],
  );
  return !there!.account || (hadHome && !there!.home);
}

/** Somebody in a neighbourhood of their own who shares things there and does nothing at all; with the ids by which their rows are known. */
export async function bystander(owner: Connection): Promise<{ things: Record<string, string>; ids: string[] }> {
  const { stranger } = await neighbours();
  const items = { ...(await itemsOf(owner, stranger)), ...(await doorOf(owner, stranger)) };
  const things = Object.fromEntries(Object.entries(items).map(([name, id]) => [`bystander ${name}`, id]));
  return { things: { ...things, "bystander household": stranger.householdId }, ids: [stranger.householdId, stranger.residentId, ...Object.values(items)] };
}

/** What a browser would send about a passkey, with bytes that prove nothing. */
function answerOf(id: string, response: Record<string, string>): string {
  const clientDataJSON = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge: "AAAA", origin: "http://localhost:3000" })).toString("base64url");
  return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response: { clientDataJSON, ...response } });
}

async function itemsOf(owner: Connection, me: ReturnType<typeof asResident>) {
  const place = { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode };
  const shared = { ...place, streetId: me.streetId, buildingId: me.buildingId, dwellingId: me.dwellingId, residentId: me.residentId, audience: "neighbourhood" as const, sharedAt: new Date() };
  const [measure, hidden, wish, homeWish, story, photo, consent, figures, invitation] = Array.from({ length: 9 }, () => randomUUID()) as [string, string, string, string, string, string, string, string, string];
  await owner.db.insert(sharing.measure).values([
    { ...shared, id: measure, kind: "solar_panels", state: "done", year: 2021, experience: "Het ging goed.", mayAsk: true },
    { ...shared, id: hidden, kind: "roof_insulation", state: "done", hiddenAt: new Date() },
  ]);
  await owner.db.insert(sharing.wish).values([
    { ...shared, id: wish, scope: "neighbourhood", title: "Een deelauto" },
    { ...shared, id: homeWish, scope: "home", kind: "heat_pump_hybrid", holdingBack: ["cost"] },
  ]);
  await owner.db.insert(sharing.story).values({ ...shared, id: story, indicator: "gas", title: "Minder gas", body: "We stookten samen minder." });
  const { question, answer, outcome } = await askedAndAnswered(owner, me);
  await owner.db.insert(sharing.photo).values({ ...place, id: photo, measureId: measure, mime: "image/webp", width: 1, height: 1, alt: "Het dak", bytes: Buffer.from("een foto") });
  const member = { ...place, residentId: me.residentId, fieldGroup: "item", audience: "neighbourhood" as const, textVersion: "1", textShown: "Ik deel dit.", locale: "nl" };
  await owner.db.insert(people.consent).values([
    { ...member, id: consent, purpose: "share_measure", subjectId: measure },
    { ...member, purpose: "share_wish", subjectId: wish },
    { ...member, purpose: "share_story", subjectId: story },
    { ...member, purpose: "share_question", subjectId: question },
    { ...member, purpose: "share_answer", subjectId: answer, audience: null },
    { ...member, id: figures, purpose: "published_figures", audience: null },
  ]);
  await owner.db.insert(auth.householdInvitation).values({ id: invitation, householdId: me.householdId, invitedBy: me.accountId, email: `${invitation}@voorbeeld.test`, expiresAt: later() });
  return { measure, hidden, wish, story, question, answer, outcome, "home wish": homeWish, photo, consent, figures, invitation, report: await reportOn(owner, me, measure) };
}

async function reportOn(owner: Connection, me: ReturnType<typeof asResident>, subjectId: string, decision?: "hidden" | "kept"): Promise<string> {
  const id = randomUUID();
  await owner.db.insert(sharing.report).values({
    id, receipt: id.slice(0, 8).toUpperCase(), neighbourhoodCode: me.neighbourhoodCode, reporterId: me.residentId, reporterHouseholdId: me.householdId, subjectKind: "measure", subjectId,
    category: "other", note: "Dit klopt niet.", ...(decision ? { closedAt: sql`now()`, closedBy: randomUUID(), decision } : {}),
  });
  return id;
}

/** A line per table about all its rows, or about those that belong to one of some ids: it changes when any of them does. */
export async function fingerprint(owner: Connection, ids?: string[]): Promise<string> {
  // Only columns of ids: the text of an id may be typed anywhere by anybody.
  const tables = await owner.rows<{ name: string; mine: string | null }>(
    `select format('%I.%I', t.schemaname, t.tablename) as name, string_agg('r.' || quote_ident(c.column_name) || ' = any($1::uuid[])', ' or ') as mine
     from pg_tables t left join information_schema.columns c on c.table_schema = t.schemaname and c.table_name = t.tablename and c.data_type = 'uuid'
     where t.schemaname not in ('pg_catalog', 'information_schema') group by 1 order by 1`,
  );
  const lines: string[] = [];
  for (const { name, mine } of tables) {
    if (ids && !mine) continue;
    const [row] = await owner.rows<{ rows: number; sum: string }>(
      `select count(*)::int as rows, md5(coalesce(string_agg(r::text, E'\\n' order by r::text), '')) as sum from ${name} r ${ids ? `where ${mine}` : ""}`,
      ids ? [ids] : [],
    );
    if (row!.rows > 0) lines.push(`${name} ${row!.rows} ${row!.sum}`);
  }
  return lines.join("\n");
}
