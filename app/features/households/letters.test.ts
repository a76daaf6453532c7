import { eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { letterCode, signup } from "../../../db/schema/auth.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { accountWithoutHome, dwelling, moderatorOf, neighbourhood } from "../../../tests/support/people.ts";
import { lettersAt, printAll, signedUp, somewhere, viewerOf } from "../../../tests/support/sign-up.ts";
import { dayInWords } from "../../i18n/day.ts";
import { action as tryCode } from "../../routes/meedoen.code.tsx";
import { limits } from "../session/rate-limits.server.ts";
import { readCode } from "../session/short-code.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { chooseLetter } from "./choose-letter.server.ts";
import { currentSignup } from "./current-signup.server.ts";
import { stopSignup } from "./end-signup.server.ts";
import { maxLetterTries, useLetterCode } from "./use-letter-code.server.ts";

const longAgo = (home: { id: string }) => asWorker((tx) => tx.update(letter).set({ printedAt: sql`now() - interval '15 days'` }).where(eq(letter.dwellingId, home.id)));

describe.each(databaseKinds)("letters on %s", (kind) => {
  testDatabase(kind);

  it("takes the code of a later letter and of one that comes late, and counts a wrong code once", async () => {
    const home = await somewhere();
    const twoLetters = async () => {
      const someone = await signedUp(home);
      await chooseLetter(someone.viewer);
      const [first] = await printAll(home);
      await asWorker((tx) => tx.update(letter).set({ printedAt: sql`now() - interval '15 days'` }).where(eq(letter.id, first!.letterId)));
      expect((await currentSignup(someone.accountId))?.letterPrintedAt).not.toBeNull();
      await chooseLetter(someone.viewer);
      expect((await currentSignup(someone.accountId))?.letterPrintedAt, "a third cannot be asked for yet").toBeNull();
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

  it("keeps no code of a letter, and ends an earlier code when it is printed again", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [first] = await printAll(home);
    expect(await printAll(home), "not again within 14 days").toEqual([]);
    await longAgo(home);
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
    expect(await useLetterCode(other.viewer, readCode(printed!.code)!)).toBe("wrong_code");
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
    await longAgo(home);
    const [again] = await printAll(home);
    await asAuth((tx) => tx.update(letterCode).set({ expiresAt: sql`${letterCode.expiresAt} - interval '30 days'` }).where(eq(letterCode.letterId, again!.letterId)));
    expect(await useLetterCode(someone.viewer, readCode(again!.code)!)).toBe("wrong_code");
  });

  it("says from which day a new letter can be asked for when a code has no tries left", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    await printAll(home);
    const cookie = await logIn(someone.accountId);
    const answer = async () => {
      const { request } = requestTo("/meedoen/code", cookie, { method: "POST", body: new URLSearchParams({ code: "CCCC-CCCC" }) });
      return JSON.stringify(await tryCode({ request, context: { nonce: "n", ip: "10.5.0.1" }, params: {} }));
    };
    for (let wrong = 0; wrong < maxLetterTries; wrong++) expect(await answer()).not.toContain("nieuwe brief");
    expect(await answer()).toContain(`Vanaf ${dayInWords(new Date(Date.now() + 14 * 86_400_000), "nl")} kun je hier een nieuwe brief vragen`);
    await asWorker((tx) => tx.update(letter).set({ printedAt: sql`now() - interval '15 days'` }).where(eq(letter.dwellingId, home.id)));
    expect(await answer()).toContain("Je kunt nu een nieuwe brief vragen");
  });

  it("prints one letter for an address also when several have waited long enough", async () => {
    const home = await somewhere();
    for (let each = 0; each < 2; each++) await chooseLetter((await signedUp(home)).viewer);
    await asWorker((tx) => tx.update(letter).set({ printAfter: sql`now()` }).where(eq(letter.dwellingId, home.id)));
    expect(await printAll(home)).toHaveLength(1);
  });
});
