import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { addressClaim, vouch, vouchLoss } from "../../../db/schema/addresses.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { household as householdTable, membership, roleGrant } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { letter, measure } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, neighbourhood, resident as residentOf, street } from "../../../tests/support/people.ts";
import { moderator, printAll, signedUp, viewerOf } from "../../../tests/support/sign-up.ts";
import { claimant, provenNeighbour, vouchers } from "../../../tests/support/vouching.ts";
import { chooseLetter } from "../households/choose-letter.server.ts";
import { useLetterCode } from "../households/use-letter-code.server.ts";
import { eraseDue } from "../privacy/erase-due.server.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import { limits } from "../session/rate-limits.server.ts";
import { readCode } from "../session/short-code.ts";
import type { Resident } from "../session/viewer.ts";
import { emailKey } from "./claim-code.server.ts";
import { claimsToDecide, claimToDecide, decideClaim, doorsConfirmed } from "./claims-to-decide.server.ts";
import { confirmAtDoor, doorQuestion } from "./door.server.ts";
import { findClaim } from "./find-claim.server.ts";
import { answerClaim, homeClaims, sayTheyLeft } from "./home-claims.server.ts";
import { objectByLetter } from "./object-by-letter.server.ts";
import { ownClaim, stoppedClaim } from "./own-claim.server.ts";
import { startClaims } from "./start-claims.server.ts";
import { doubtClaim, vouchFor, vouchProblem, vouchQuestion } from "./vouch.server.ts";

const place = async () => street((await neighbourhood()).code);
const mailsTo = async (email: string) => (await deliveredMails()).filter(({ to }) => to === email).map(({ subject }) => subject);
const passDays = (claimId: string, days: number) => {
  const ago = sql`make_interval(days => ${days}::int)`;
  return asWorker((tx) => tx.update(addressClaim).set({ provenAt: sql`${addressClaim.provenAt} - ${ago}`, startsAt: sql`${addressClaim.startsAt} - ${ago}` }).where(eq(addressClaim.id, claimId)));
};
const because = "We zijn er geweest en hebben gebeld.";

/** Two neighbours vouched for somebody; where `lived`, somebody lives at the address already. */
async function vouched({ lived = false } = {}) {
  const where = await place();
  const [first, second] = await vouchers(2, where);
  const someone = await claimant(where);
  const there = lived ? await provenNeighbour(someone.home) : null;
  await vouchFor(first!, someone.claimId);
  expect(await vouchFor(second!, someone.claimId)).toBe("second");
  return { ...someone, there: there!, first: first!, second: second! };
}

const isIn = async (accountId: string) => (await viewerOf(accountId)).householdId !== null;

describe.each(databaseKinds)("who says to live at an address on %s", (kind) => {
  testDatabase(kind);

  it("comes in at once where nobody lives, as evidence 'vouch', and the address gets a letter", async () => {
    const { accountId, home, claimId, email } = await vouched();
    const [made] = await asAuth((tx) => tx.select({ evidence: membership.evidence }).from(membership).where(eq(membership.residentId, accountId)));
    expect(made).toEqual({ evidence: "vouch" });
    expect(await viewerOf(accountId)).toMatchObject({ dwellingId: home.id, streetId: home.streetId });
    expect(await asAuth((tx) => tx.select({ claim: letter.claimId }).from(letter).where(eq(letter.dwellingId, home.id)))).toEqual([{ claim: claimId }]);
    expect(await mailsTo(email)).toEqual(["Je adres is bevestigd"]);
    expect(await startClaims()).toBe(0);
  });

  it("tells a neighbour a name and an address, and the same whoever lives there", async () => {
    const where = await place();
    const [voucher] = await vouchers(1, where);
    const empty = await claimant(where);
    const full = await claimant(where);
    await provenNeighbour(full.home);
    const seen = await Promise.all([empty, full].map(async ({ claimId, home }) => JSON.stringify(await vouchQuestion(voucher!, claimId)).replace(String(home.houseNumber), "N")));
    expect(seen[0]).toBe(seen[1]);
    const guard = await moderator(empty.home.neighbourhoodCode);
    const door = await Promise.all([empty, full].map(async ({ claimId, home }) => JSON.stringify(await doorQuestion(guard, claimId)).replace(String(home.houseNumber), "N")));
    expect(door[0]).toBe(door[1]);
    const own = await Promise.all([empty, full].map(async ({ accountId }) => ({ ...(await ownClaim(accountId)), address: "", code: "", expiresAt: null })));
    expect(own[0]).toEqual(own[1]);
    expect(await findClaim(voucher!, empty.code)).toEqual({ id: empty.claimId });
    for (let each = 0; each < 4; each++) expect(await findClaim(voucher!, "CDFHJKMN")).toBe("wrong");
    expect(await findClaim(voucher!, "CDFHJKMN")).toBe("no_tries");
    expect(await findClaim(voucher!, empty.code)).toBe("no_tries");
  });

  it("waits 14 days where somebody lives, who is told without a name, and then comes in", async () => {
    const { accountId, claimId, there, email } = await vouched({ lived: true });
    expect(await isIn(accountId)).toBe(false);
    const [alert] = (await deliveredMails()).filter(({ to }) => to === there.email);
    expect(alert!.subject).toBe("Iemand zegt ook op jouw adres te wonen");
    expect(alert!.text).not.toContain("Bo");
    expect((await asViewer(there, (tx) => homeClaims(tx, there)))[0]).toMatchObject({ name: "Bo", open: true, way: "vouch" });
    await passDays(claimId, 13);
    expect(await startClaims()).toBe(0);
    expect(await isIn(accountId)).toBe(false);
    await passDays(claimId, 1);
    expect(await startClaims()).toBe(1);
    expect(await isIn(accountId)).toBe(true);
    expect(await mailsTo(email)).toContain("Je doet mee");
    // Too late for the page; a moderator can still be asked.
    expect(await answerClaim(there, claimId, false)).toBeNull();
  });

  it("comes in at once when who lives there agrees, and not at all while a moderator looks at their objection", async () => {
    const agreed = await vouched({ lived: true });
    expect(await answerClaim(agreed.first, agreed.claimId, true)).toBeNull();
    expect(await answerClaim(agreed.there, agreed.claimId, true)).toBe("agreed");
    expect(await isIn(agreed.accountId)).toBe(true);
    const other = await vouched({ lived: true });
    expect(await answerClaim(other.there, other.claimId, false)).toBe("objected");
    await passDays(other.claimId, 20);
    expect(await startClaims()).toBe(0);
    const guard = await moderator(other.home.neighbourhoodCode);
    const elsewhere = await moderator(agreed.home.neighbourhoodCode);
    expect((await asViewer(guard, (tx) => claimsToDecide(tx, guard))).map(({ id }) => id)).toEqual([other.claimId]);
    expect(await asViewer(elsewhere, (tx) => decideClaim(tx, other.claimId, { outcome: "stays", reason: because, falseVouch: false }))).toBeNull();
    expect(await asViewer(guard, (tx) => decideClaim(tx, other.claimId, { outcome: "stays", reason: because, falseVouch: false }))).toBe("stays");
    expect(await startClaims()).toBe(1);
    expect(await isIn(other.accountId)).toBe(true);
    expect(await mailsTo(other.there.email)).toContain("Er is besloten over je adres");
    expect((await asViewer(other.there, (tx) => homeClaims(tx, other.there)))[0]).toMatchObject({ outcome: "stays", reason: because });
  });

  it("steps back on the code of the letter, hidden and out, and comes back as it was when a moderator says so", async () => {
    const { accountId, home, claimId, email } = await vouched();
    const resident = (await viewerOf(accountId)) as Resident;
    await asWorker((tx) =>
      tx.insert(measure).values({ householdId: resident.householdId, neighbourhoodCode: resident.neighbourhoodCode, streetId: resident.streetId, dwellingId: resident.dwellingId, residentId: accountId, kind: "solar_panels", state: "done", audience: "neighbourhood", sharedAt: sql`now()` }),
    );
    const [printed] = (await printAll(home)).filter(({ kind }) => kind === "notice");
    expect(printed!.text).toContain("localhost:3000/bezwaar-adres");
    expect(printed!.text).toContain(`Proefstraat ${home.houseNumber}`);
    const code = readCode(printed!.code)!;
    expect(await objectByLetter("1000AA", code)).toBe(false);
    expect(await objectByLetter(home.postcode, "CDFHJKMN")).toBe(false);
    expect(await isIn(accountId)).toBe(true);
    expect(await objectByLetter(home.postcode, code)).toBe(true);
    expect(await objectByLetter(home.postcode, code)).toBe(true);
    expect(await isIn(accountId)).toBe(false);
    const hidden = () => asWorker(async (tx) => (await tx.select({ at: measure.hiddenAt, gone: measure.withdrawnAt }).from(measure).where(eq(measure.householdId, resident.householdId)))[0]!);
    expect((await hidden()).at).not.toBeNull();
    expect(await stoppedClaim(accountId)).toMatchObject({ outcome: null });
    expect(await mailsTo(email)).toContain("Je aanmelding staat even stil");
    const guard = await moderator(home.neighbourhoodCode);
    expect(await asViewer(guard, (tx) => claimToDecide(tx, claimId))).toMatchObject({ objectedBy: "letter", way: "vouch", problem: null, vouchers: [expect.any(String), expect.any(String)] });
    expect(await asViewer(guard, (tx) => decideClaim(tx, claimId, { outcome: "stays", reason: because, falseVouch: true }))).toBe("stays");
    expect(await isIn(accountId)).toBe(true);
    expect(await hidden()).toEqual({ at: null, gone: null });
    expect(await asViewer(guard, (tx) => decideClaim(tx, claimId, { outcome: "ends", reason: because, falseVouch: true }))).toBe("decided");
    // A letter that was printed 30 days ago objects no more.
    await asWorker((tx) => tx.update(addressClaim).set({ objectCodeExpiresAt: sql`now()` }).where(eq(addressClaim.id, claimId)));
    expect(await objectByLetter(home.postcode, code)).toBe(false);
  });

  it("counts wrong codes of letters that object as every code of a letter: many of them are told, and lock nobody out", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { home } = await vouched();
    const [printed] = (await printAll(home)).filter(({ kind }) => kind === "notice");
    const { id, email } = await accountWithoutHome();
    await moderatorOf(id, home.neighbourhoodCode);
    for (let wrong = 1; wrong < limits.wrongLetterCodePerNeighbourhood.points; wrong++) expect(await objectByLetter(home.postcode, "CDFHJKMN")).toBe(false);
    expect(await mailsTo(email)).toEqual([]);
    for (let wrong = 0; wrong < 3; wrong++) await objectByLetter(home.postcode, "CDFHJKMN");
    expect(await mailsTo(email)).toEqual(["Veel foute briefcodes in je buurt"]);
    expect(await objectByLetter(home.postcode, readCode(printed!.code)!)).toBe(true);
  });

  it("costs both neighbours the right for good when it was false, ends with reasons by mail, and is in the journal", async () => {
    const { accountId, home, claimId, email, first, second } = await vouched();
    const [printed] = (await printAll(home)).filter(({ kind }) => kind === "notice");
    await objectByLetter(home.postcode, readCode(printed!.code)!);
    const guard = await moderator(home.neighbourhoodCode);
    expect(await asViewer(guard, (tx) => decideClaim(tx, claimId, { outcome: "ends", reason: because, falseVouch: true }))).toBe("ends");
    expect(await isIn(accountId)).toBe(false);
    const [ended] = await asAuth((tx) => tx.select({ id: membership.id, at: membership.endedAt }).from(membership).where(eq(membership.residentId, accountId)));
    expect(ended!.at).not.toBeNull();
    expect(await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, ended!.id)))).toEqual([{ kind: "membership_end" }]);
    const mails = await deliveredMails();
    expect(mails.some(({ to, text }) => to === email && text.includes(because))).toBe(true);
    expect(await stoppedClaim(accountId)).toMatchObject({ outcome: "ends", reason: because });
    for (const voucher of [first, second]) {
      expect(await vouchProblem(voucher)).toBe("lost");
      expect(mails.filter(({ to }) => to === voucher.email).map(({ subject }) => subject)).toEqual(["Je kunt niet meer voor een buur instaan"]);
      const own = await ownData(await viewerOf(voucher.residentId));
      expect(own.vouchLoss).toMatchObject([{ reason: because }]);
      expect(own.vouch).toHaveLength(1);
    }
    // Leaving and coming back with the same mailbox brings nothing back.
    await requestErasure(await viewerOf(first.residentId));
    await asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now()` }).where(eq(erasure.accountId, first.residentId)));
    await eraseDue();
    expect(await asWorker((tx) => tx.select({ account: vouchLoss.accountId, reason: vouchLoss.reason }).from(vouchLoss).where(eq(vouchLoss.emailKey, emailKey(first.email))))).toEqual([{ account: null, reason: null }]);
    expect(await vouchProblem(await provenNeighbour(first.dwelling, { email: first.email }))).toBe("lost");
    // The other side can be erased as well: who vouched keeps the count and nothing of whom.
    await requestErasure(await viewerOf(accountId));
    await asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now()` }).where(eq(erasure.accountId, accountId)));
    await eraseDue();
    expect(await asAuth((tx) => tx.select().from(addressClaim).where(eq(addressClaim.id, claimId)))).toEqual([]);
    expect(await asWorker((tx) => tx.select({ claim: vouch.claimId }).from(vouch).where(eq(vouch.voucherId, second.residentId)))).toEqual([{ claim: null }]);
    expect(await asAuth((tx) => tx.select().from(letter).where(eq(letter.dwellingId, home.id)))).toEqual([]);
  });

  it("stops for a moderator when a neighbour who was asked says that it isn't right", async () => {
    const where = await place();
    const [first, second, stranger] = [...(await vouchers(2, where)), ...(await vouchers(1, await place()))];
    const someone = await claimant(where);
    expect(await doubtClaim(stranger!, someone.claimId)).toBe(false);
    expect(await vouchFor(first!, someone.claimId)).toBe("first");
    expect(await doubtClaim(second!, someone.claimId)).toBe(true);
    expect(await vouchFor(second!, someone.claimId)).toBe("paused");
    const guard = await moderator(someone.home.neighbourhoodCode);
    expect(await asViewer(guard, (tx) => decideClaim(tx, someone.claimId, { outcome: "stays", reason: because, falseVouch: false }))).toBe("stays");
    expect(await asWorker((tx) => tx.select({ why: addressClaim.doubtSetAsideReason, by: addressClaim.doubtSetAsideBy }).from(addressClaim).where(eq(addressClaim.id, someone.claimId)))).toEqual([{ why: because, by: guard.residentId }]);
    expect(await vouchFor(second!, someone.claimId)).toBe("second");
  });

  it("is confirmed at the door by a moderator of the place, ten times a day at most, also at the same moment", async () => {
    const where = await place();
    const sought = [];
    for (let each = 0; each < 12; each++) sought.push(await claimant(where));
    const guard = await moderator(sought[0]!.home.neighbourhoodCode);
    expect(await confirmAtDoor(await moderator((await neighbourhood()).code), sought[0]!.claimId)).toBeNull();
    const outcomes = await Promise.all(sought.map(({ claimId }) => confirmAtDoor(guard, claimId)));
    expect(outcomes.filter((outcome) => outcome === "confirmed")).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === "too_many")).toHaveLength(2);
    const inside = sought[outcomes.indexOf("confirmed")]!;
    const resident = (await viewerOf(inside.accountId)) as Resident;
    const [log] = await asViewer(resident, (tx) => tx.select({ way: addressClaim.way, by: addressClaim.confirmedBy }).from(addressClaim).where(eq(addressClaim.householdId, resident.householdId)));
    expect(log).toEqual({ way: "door", by: guard.accountId });
    expect(await confirmAtDoor(guard, inside.claimId)).toBe("done");
    // At the door one is proven as with a letter, so one may vouch after a month.
    await asWorker((tx) => tx.update(membership).set({ startedAt: sql`now() - interval '31 days'` }).where(eq(membership.residentId, inside.accountId)));
    expect(await vouchProblem(resident)).toBeNull();
  });

  it("is confirmed at the door by the contact person of the street, and not by that of another", async () => {
    const where = await place();
    const someone = await claimant(where);
    const { neighbourhoodCode } = someone.home;
    const contactOf = async (streetId: string) => {
      const { residentId: accountId } = await residentOf(await household(await dwelling(neighbourhoodCode, { streetId })));
      await asWorker((tx) => tx.insert(roleGrant).values({ accountId, role: "contact_person", neighbourhoodCode, streetId }));
      return viewerOf(accountId);
    };
    expect(await confirmAtDoor(await contactOf(await street(neighbourhoodCode)), someone.claimId)).toBeNull();
    const contact = await contactOf(where);
    expect(await confirmAtDoor(contact, someone.claimId)).toBe("confirmed");
    expect(await isIn(someone.accountId)).toBe(true);
    expect(await asViewer(contact, (tx) => doorsConfirmed(tx, contact))).toMatchObject([{ id: someone.claimId, mine: true }]);
  });

  it("goes on until a moderator decides when it came by a letter, and the first household hears of it", async () => {
    const { home, there } = await vouched({ lived: true });
    const newer = await signedUp(home);
    await chooseLetter(newer.viewer);
    const [printed] = (await printAll(home)).filter(({ kind }) => kind === "code");
    expect(await useLetterCode(newer.viewer, readCode(printed!.code)!)).toBe("welcome");
    const claims = await asViewer(there, (tx) => homeClaims(tx, there));
    const byLetter = claims.find(({ way }) => way === "letter")!;
    expect(byLetter).toMatchObject({ open: true, name: null, startsAt: null });
    expect(await answerClaim((await viewerOf(newer.accountId)) as Resident, byLetter.id, false)).toBeNull();
    expect(await answerClaim(there, byLetter.id, false)).toBe("objected");
    expect(await isIn(newer.accountId)).toBe(true);
    const guard = await moderator(home.neighbourhoodCode);
    expect(await asViewer(guard, (tx) => decideClaim(tx, byLetter.id, { outcome: "ends", reason: because, falseVouch: true }))).toBe("ends");
    expect(await isIn(newer.accountId)).toBe(false);
    expect(await isIn(there.residentId)).toBe(true);
    expect(await mailsTo(newer.email)).toContain("Je huishouden bij Buurhof is gestopt");
    expect(await asWorker((tx) => tx.select().from(vouchLoss).where(eq(vouchLoss.neighbourhoodCode, home.neighbourhoodCode)))).toEqual([]);
  });

  it("ends earlier households only after a question, 14 days and a moderator's reasons", async () => {
    const where = await place();
    const someone = await claimant(where);
    const earlier = await provenNeighbour(someone.home);
    const later = await provenNeighbour(someone.home);
    await asWorker((tx) => tx.update(householdTable).set({ createdAt: sql`now() - interval '1 year'` }).where(eq(householdTable.id, earlier.householdId)));
    const invited = await provenNeighbour(someone.home, { evidence: "invitation" });
    expect(await sayTheyLeft(invited)).toBe(false);
    await asWorker((tx) => tx.update(membership).set({ endedAt: sql`now()` }).where(eq(membership.residentId, invited.residentId)));
    expect(await sayTheyLeft(later)).toBe(true);
    expect(await sayTheyLeft(later)).toBe(true);
    const asked = await asAuth((tx) => tx.select({ id: addressClaim.id }).from(addressClaim).where(and(eq(addressClaim.dwellingId, someone.home.id), eq(addressClaim.way, "gone"), isNull(addressClaim.decidedAt))));
    expect(asked).toHaveLength(1);
    const { id } = asked[0]!;
    expect(await mailsTo(earlier.email)).toEqual(["Woon je nog op je adres?"]);
    expect(await mailsTo(later.email)).toEqual([]);
    expect((await asViewer(earlier, (tx) => homeClaims(tx, earlier)))[0]).toMatchObject({ id, way: "gone", open: true });
    expect(await asViewer(later, (tx) => homeClaims(tx, later))).toEqual([]);
    // Where nobody else lives the answer is the same.
    const alone = await provenNeighbour((await claimant(where)).home);
    expect(await sayTheyLeft(alone)).toBe(true);
    const guard = await moderator(someone.home.neighbourhoodCode);
    expect(await asViewer(guard, (tx) => decideClaim(tx, id, { outcome: "ends", reason: because, falseVouch: false }))).toBe("too_soon");
    await passDays(id, 14);
    expect(await asViewer(guard, (tx) => decideClaim(tx, id, { outcome: "ends", reason: because, falseVouch: false }))).toBe("ends");
    expect(await isIn(earlier.residentId)).toBe(false);
    expect(await isIn(later.residentId)).toBe(true);
    expect((await deliveredMails()).some(({ to, text }) => to === earlier.email && text.includes(because))).toBe(true);
  });
});
