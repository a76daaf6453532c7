import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { letterCode, signup } from "../../../db/schema/auth.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { accountWithoutHome, household, neighbourhood } from "../../../tests/support/people.ts";
import { viewerOf, signedUp, moderator, lettersAt, printAll, somewhere } from "../../../tests/support/sign-up.ts";
import { readCode } from "../session/short-code.ts";
import { chooseLetter, maxPendingPerAddress } from "./choose-letter.server.ts";
import { currentSignup } from "./current-signup.server.ts";
import { stopSignup } from "./end-signup.server.ts";
import { printLetters } from "./print-letters.server.ts";
import { maxLetterTries, useLetterCode } from "./use-letter-code.server.ts";

describe.each(databaseKinds)("letters on %s", (kind) => {
  testDatabase(kind);

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
});
