import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { account, letterCode, signup } from "../../../db/schema/auth.ts";
import { household as householdTable, joinRequest, membership } from "../../../db/schema/people.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails, tokenIn } from "../../../tests/support/mail.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, neighbourhood, resident, type TestDwelling } from "../../../tests/support/people.ts";
import { currentViewer, requireModerator } from "../session/guards.server.ts";
import { limits } from "../session/rate-limits.server.ts";
import { readCode } from "../session/short-code.ts";
import { useLink } from "../session/use-proof.server.ts";
import type { AccountViewer, Resident } from "../session/viewer.ts";
import { answerJoinRequest } from "./answer-join-request.server.ts";
import { askToJoin } from "./ask-to-join.server.ts";
import { chooseLetter, maxPendingPerAddress } from "./choose-letter.server.ts";
import { currentSignup } from "./current-signup.server.ts";
import { stopSignup } from "./end-signup.server.ts";
import { findAddresses } from "./find-addresses.server.ts";
import { printLetters } from "./print-letters.server.ts";
import { proveSignup } from "./prove-signup.server.ts";
import { startSignup } from "./start-signup.server.ts";
import { maxLetterTries, useLetterCode } from "./use-letter-code.server.ts";

let visitors = 0;
const nextIp = () => `10.1.${++visitors >> 8}.${visitors & 255}`;
const viewerOf = async (accountId: string, options = {}) => (await currentViewer(requestTo("/", await logIn(accountId, options)))) as AccountViewer;

/** Somebody with a proven mailbox who says to live at an address. */
async function signedUp(home: TestDwelling, email = `${crypto.randomUUID()}@voorbeeld.test`) {
  const browserHash = crypto.randomUUID();
  expect(await startSignup({ dwellingId: home.id, email, locale: "nl", ip: nextIp(), browserHash })).toBeNull();
  const mail = (await deliveredMails()).find((each) => each.to === email)!;
  const proven = await useLink(tokenIn(mail), browserHash, proveSignup);
  if (typeof proven === "string") throw new Error(proven);
  return { ...proven, email, viewer: await viewerOf(proven.accountId) };
}

async function moderator(code: string) {
  const { id } = await accountWithoutHome();
  await moderatorOf(id, code);
  return requireModerator(requestTo("/beheer", await logIn(id, { staff: true })));
}

const lettersAt = (home: TestDwelling) => asAuth((tx) => tx.select().from(letter).where(eq(letter.dwellingId, home.id)).orderBy(letter.requestedAt));
const printAll = async (home: TestDwelling) => printLetters(await moderator(home.neighbourhoodCode), (await lettersAt(home)).map((each) => each.id));

describe.each(databaseKinds)("joining on %s", (kind) => {
  testDatabase(kind);

  async function somewhere() {
    const area = await neighbourhood();
    return dwelling(area.code);
  }

  it("finds addresses with their additions, and says nothing of who has joined", async () => {
    const area = await neighbourhood({ name: "De Hof" });
    const options = { postcode: "4321ZZ", houseNumber: 12 };
    const homes = [await dwelling(area.code, options), await dwelling(area.code, { ...options, houseLetter: "A" }), await dwelling(area.code, { ...options, houseLetter: "A", houseAddition: "2" })];
    const before = await findAddresses("4321ZZ", "12");
    expect(before.map((found) => found.line)).toEqual(["Proefstraat 12", "Proefstraat 12A", "Proefstraat 12A-2"]);
    expect((await findAddresses("4321ZZ", "12 a-2")).map((found) => found.number)).toEqual(["12A-2"]);
    expect((await findAddresses("4321ZZ", "12 b")).map((found) => found.number)).toEqual(["12", "12A", "12A-2"]);
    expect(before[0]!.neighbourhood).toEqual({ code: area.code, name: "De Hof", served: true });
    await resident(await household(homes[0]!));
    expect(await findAddresses("4321ZZ", "12")).toEqual(before);
    expect(await findAddresses("4321ZZ", "13")).toEqual([]);
  });

  it("goes from an address by mail, letter and code to a new household", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    expect(someone.hasHome).toBe(false);
    expect(await chooseLetter(someone.viewer)).toBe(true);
    expect((await currentSignup(someone.accountId))!.letterPrintedAt).toBeNull();
    const [printed] = await printAll(home);
    expect(printed).toMatchObject({ url: "http://localhost:3000/meedoen/code", addressLines: [`Proefstraat ${home.houseNumber}`, expect.stringContaining("Proefstad")] });
    expect((await currentSignup(someone.accountId))!.letterPrintedAt).not.toBeNull();
    expect(await useLetterCode(someone.viewer, readCode(printed!.code)!)).toBe("welcome");
    const now = await viewerOf(someone.accountId);
    expect(now).toMatchObject({ dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, streetId: home.streetId, buildingId: home.buildingId, welcomed: false, displayName: null });
    expect(await useLetterCode(now, readCode(printed!.code)!)).toBe("no_letter");
    expect(await currentSignup(someone.accountId)).toBeNull();
  });

  it("keeps no code of a letter, and ends an earlier code when it is printed again", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [first] = await printAll(home);
    const [second] = await printAll(home);
    expect(first!.code).not.toBe(second!.code);
    const rows = JSON.stringify([await asAuth((tx) => tx.select().from(letterCode)), await lettersAt(home)]);
    for (const code of [first!.code, readCode(first!.code)!, second!.code, readCode(second!.code)!]) expect(rows).not.toContain(code);
    expect((await lettersAt(home))[0]!.printCount).toBe(2);
    expect(await useLetterCode(someone.viewer, readCode(first!.code)!)).toBe("wrong_code");
    expect(await useLetterCode(someone.viewer, readCode(second!.code)!)).toBe("welcome");
  });

  it("takes a letter's code for its own sign-up and for no other, not even at the same address", async () => {
    const home = await somewhere();
    const [mine, other] = [await signedUp(home), await signedUp(home)];
    await chooseLetter(mine.viewer);
    const [printed] = await printAll(home);
    await chooseLetter(other.viewer);
    expect(await useLetterCode(other.viewer, readCode(printed!.code)!)).toBe("no_letter");
    expect(await useLetterCode(await viewerOf((await accountWithoutHome()).id), readCode(printed!.code)!)).toBe("no_letter");
    expect(await useLetterCode(mine.viewer, readCode(printed!.code)!)).toBe("welcome");
  });

  it("takes five tries of a letter's code, also at the same moment, and none after 30 days", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [printed] = await printAll(home);
    const answers = await Promise.all(Array.from({ length: 9 }, () => useLetterCode(someone.viewer, "CCCCCCCC")));
    expect(answers.filter((answer) => answer === "wrong_code")).toHaveLength(maxLetterTries);
    expect(await useLetterCode(someone.viewer, readCode(printed!.code)!)).toBe("no_tries");
    const [again] = await printAll(home);
    await asAuth((tx) => tx.update(letterCode).set({ expiresAt: sql`${letterCode.expiresAt} - interval '30 days'` }).where(eq(letterCode.letterId, again!.letterId)));
    expect(await useLetterCode(someone.viewer, readCode(again!.code)!)).toBe("no_letter");
  });

  it("takes the code of a later letter and of one that comes late, and counts a wrong code once", async () => {
    const home = await somewhere();
    const twoLetters = async () => {
      const someone = await signedUp(home);
      await chooseLetter(someone.viewer);
      const [first] = await printAll(home);
      await asWorker((tx) => tx.update(letter).set({ printedAt: sql`now() - interval '15 days'` }).where(eq(letter.id, first!.letterId)));
      await chooseLetter(someone.viewer);
      const [second] = await printAll(home);
      expect(second!.letterId).not.toBe(first!.letterId);
      for (let wrong = 1; wrong < maxLetterTries; wrong++) expect(await useLetterCode(someone.viewer, "CCCCCCCC")).toBe("wrong_code");
      const rows = await asAuth((tx) => tx.select({ tries: letterCode.tries }).from(letterCode).innerJoin(signup, eq(signup.id, letterCode.signupId)).where(eq(signup.accountId, someone.accountId)));
      expect(rows.map(({ tries }) => tries).sort()).toEqual([0, maxLetterTries - 1]);
      return { viewer: someone.viewer, codes: [first!, second!].map((each) => readCode(each.code)!) };
    };
    const late = await twoLetters();
    expect(await useLetterCode(late.viewer, late.codes[0]!)).toBe("welcome");
    await asWorker((tx) => tx.update(letter).set({ printedAt: sql`now() - interval '15 days'` }).where(eq(letter.dwellingId, home.id)));
    const inTime = await twoLetters();
    expect(await useLetterCode(inTime.viewer, inTime.codes[1]!)).toBe("welcome");
  });

  it("makes one household when a code is sent ten times at the same moment", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [printed] = await printAll(home);
    const answers = await Promise.all(Array.from({ length: 5 }, () => useLetterCode(someone.viewer, readCode(printed!.code)!)));
    expect(answers.filter((answer) => answer === "welcome")).toHaveLength(1);
    expect(await asAuth((tx) => tx.select().from(householdTable).where(eq(householdTable.dwellingId, home.id)))).toHaveLength(1);
    expect(await asAuth((tx) => tx.select().from(membership).where(eq(membership.residentId, someone.accountId)))).toHaveLength(1);
  });

  it("gives an address one letter in 14 days and three waiting at most, and tells nobody", async () => {
    const home = await somewhere();
    const everyone = [];
    for (let each = 0; each < maxPendingPerAddress + 1; each++) everyone.push(await signedUp(home));
    expect(await Promise.all(everyone.map((each) => chooseLetter(each.viewer)))).toEqual([true, true, true, true]);
    const letters = await lettersAt(home);
    expect(letters).toHaveLength(maxPendingPerAddress);
    const days = letters.map((each) => Math.abs(Math.round((each.printAfter.getTime() - Date.now()) / 86_400_000))).sort((a, b) => a - b);
    expect(days).toEqual([0, 14, 28]);
    const states = await Promise.all(everyone.map((each) => currentSignup(each.accountId)));
    expect(new Set(states.map((state) => JSON.stringify({ ...state, id: null }))).size).toBe(1);
    const printed = await printAll(home);
    expect(printed).toHaveLength(1);
    await asWorker((tx) => tx.update(letter).set({ printAfter: sql`now()` }).where(eq(letter.dwellingId, home.id)));
    expect((await printAll(home)).map((each) => each.letterId)).toEqual([printed[0]!.letterId]);
  });

  it("lets nobody hold up an address's letters by signing up and stopping; one that was printed counts", async () => {
    const home = await somewhere();
    for (let again = 0; again < 3; again++) {
      const teaser = await signedUp(home);
      await chooseLetter(teaser.viewer);
      await stopSignup(teaser.accountId);
    }
    const [first, second] = [await signedUp(home), await signedUp(home)];
    await chooseLetter(first.viewer);
    expect(await printAll(home)).toHaveLength(1);
    await stopSignup(first.accountId);
    await chooseLetter(second.viewer);
    const [waits] = (await lettersAt(home)).filter((each) => each.endedAt === null);
    expect(Math.round((waits!.printAfter.getTime() - Date.now()) / 86_400_000)).toBe(14);
  });

  it("prints one letter for an address also when several have waited long enough", async () => {
    const home = await somewhere();
    for (let each = 0; each < 2; each++) await chooseLetter((await signedUp(home)).viewer);
    await asWorker((tx) => tx.update(letter).set({ printAfter: sql`now()` }).where(eq(letter.dwellingId, home.id)));
    expect(await printAll(home)).toHaveLength(1);
  });

  it("prints no letters of a neighbourhood that somebody else moderates", async () => {
    const home = await somewhere();
    await chooseLetter((await signedUp(home)).viewer);
    const elsewhere = await moderator((await neighbourhood()).code);
    expect(await printLetters(elsewhere, (await lettersAt(home)).map((each) => each.id))).toEqual([]);
    expect((await lettersAt(home))[0]!.printedAt).toBeNull();
  });

  it("tells who lives there already when a second household begins, without a name", async () => {
    const home = await somewhere();
    const first = await resident(await household(home), { displayName: "Noor" });
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [printed] = await printAll(home);
    await useLetterCode(someone.viewer, readCode(printed!.code)!);
    const mails = await deliveredMails();
    expect(mails.map((mail) => mail.to)).toEqual([first.email]);
    expect(mails[0]!.text).not.toContain(someone.email);
    const second = await viewerOf(someone.accountId);
    expect(second.householdId).not.toBe(first.householdId);
  });

  it("tells the moderators once, at the twentieth wrong code in a neighbourhood on a day, and locks nobody out", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const area = await neighbourhood();
    const { id, email } = await accountWithoutHome();
    await moderatorOf(id, area.code);
    let wrong = 0;
    let last: { viewer: AccountViewer; code: string } | null = null;
    const alarms = async () => (await deliveredMails()).filter((mail) => mail.to === email && mail.text.includes("20"));
    const told: number[] = [];
    while (wrong < limits.wrongLetterCodePerNeighbourhood.points + 4) {
      const home = await dwelling(area.code);
      const someone = await signedUp(home);
      await chooseLetter(someone.viewer);
      const [printed] = await printAll(home);
      for (let attempt = 0; attempt < maxLetterTries - 1; attempt++) {
        await useLetterCode(someone.viewer, "CCCCCCCC");
        wrong++;
        for (const _ of await alarms()) told.push(wrong);
      }
      last = { viewer: someone.viewer, code: readCode(printed!.code)! };
    }
    expect(told).toEqual([20]);
    expect(await useLetterCode(last!.viewer, last!.code)).toBe("welcome");
  });

  it("takes an adult in after a yes of the household; nobody hears whether there is one", async () => {
    const home = await somewhere();
    const adult = await resident(await household(home));
    const [someone, elsewhere] = [await signedUp(home), await signedUp(await somewhere())];
    expect(await askToJoin(someone.viewer, "Sam")).toBe(await askToJoin(elsewhere.viewer, "Sam"));
    await askToJoin(someone.viewer, "Sam");
    const strip = (state: Awaited<ReturnType<typeof currentSignup>>) => ({ ...state, id: null, address: null });
    expect(strip(await currentSignup(someone.accountId))).toEqual(strip(await currentSignup(elsewhere.accountId)));
    const mails = await deliveredMails();
    expect(mails.map((mail) => mail.to)).toEqual([adult.email]);
    expect(mails[0]!.text).not.toContain("Sam");
    const [request] = await asAuth((tx) => tx.select().from(joinRequest).where(eq(joinRequest.householdId, adult.householdId)));
    const [answerer, stranger] = [await viewerOf(adult.residentId), await viewerOf((await resident(await household(home))).residentId)];
    expect(await answerJoinRequest(stranger as Resident, request!.id, true)).toBe("gone");
    expect(await answerJoinRequest(answerer as Resident, request!.id, true)).toBe("accepted");
    expect(await answerJoinRequest(answerer as Resident, request!.id, true)).toBe("gone");
    expect((await viewerOf(someone.accountId)).householdId).toBe(adult.householdId);
    expect((await deliveredMails()).map((mail) => mail.to).sort()).toEqual([adult.email, someone.email].sort());
  });

  it("tells who asked nothing of a no", async () => {
    const home = await somewhere();
    const adult = await resident(await household(home));
    const someone = await signedUp(home);
    await askToJoin(someone.viewer, "Sam");
    await deliveredMails();
    const before = await currentSignup(someone.accountId);
    const [request] = await asAuth((tx) => tx.select().from(joinRequest).where(eq(joinRequest.householdId, adult.householdId)));
    expect(await answerJoinRequest((await viewerOf(adult.residentId)) as Resident, request!.id, false)).toBe("declined");
    expect(await deliveredMails()).toEqual([]);
    expect(await currentSignup(someone.accountId)).toEqual(before);
    expect(await chooseLetter(someone.viewer)).toBe(true);
  });

  it("logs in whoever has a home already and signs up again, without a second account", async () => {
    const home = await somewhere();
    const known = await resident(await household(home));
    const again = await signedUp(await somewhere(), known.email);
    expect(again).toMatchObject({ accountId: known.residentId, hasHome: true });
    expect(await currentSignup(known.residentId)).toBeNull();
  });

  it("forgets somebody who stops, at once", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    await stopSignup(someone.accountId);
    expect(await asAuth((tx) => tx.select().from(account).where(eq(account.email, someone.email)))).toEqual([]);
    expect(await asAuth((tx) => tx.select().from(signup).where(eq(signup.accountId, someone.accountId)))).toEqual([]);
    expect(await asAuth((tx) => tx.select().from(letter).where(and(eq(letter.dwellingId, home.id), isNull(letter.endedAt))))).toEqual([]);
  });

  it("lets nobody sign up for a shop or where the neighbourhood has not begun", async () => {
    const home = await dwelling((await neighbourhood({ served: false })).code);
    const asked = { email: "noor@voorbeeld.test", locale: "nl", ip: nextIp(), browserHash: "b" } as const;
    expect(await startSignup({ ...asked, dwellingId: home.id })).toBe("no_home");
    expect(await startSignup({ ...asked, dwellingId: "0000000000000000" })).toBe("no_home");
  });
});
