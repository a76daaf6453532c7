import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { daysBetweenLetters, maxPendingPerAddress } from "../../../app/features/households/choose-letter.server.ts";
import { letterCodeDays } from "../../../app/features/households/code-letters.server.ts";
import { hashLetterCode, makeLetterCode } from "../../../app/features/households/letter-code.server.ts";
import { maxLetterTries } from "../../../app/features/households/use-letter-code.server.ts";
import { limits } from "../../../app/features/session/rate-limits.server.ts";
import { codeAlphabet, codeFrom, codeLength } from "../../../app/features/session/short-code.ts";
import * as auth from "../../../db/schema/auth.ts";
import * as sharing from "../../../db/schema/sharing.ts";
import { logIn } from "../../support/log-in.ts";
import { codeFor } from "../../support/mail.ts";
import { accountWithoutHome, dwelling, neighbourhood } from "../../support/people.ts";
import { attack, besieged, type Besieged, cookiesOf, form, whole } from "../besieged.ts";

const addresses = 2_000;
const codes = codeAlphabet.length ** codeLength;
const chanceOf = (guesses: number) => 1 - (1 - 1 / codes) ** guesses;

// At an address there are never more letters whose code counts than fit in the days that one does, nor than may wait.
const lettersAlive = Math.max(maxPendingPerAddress, Math.ceil(letterCodeDays / daysBetweenLetters));
const letterGuesses = addresses * lettersAlive * maxLetterTries;
// A window of a day may begin anywhere, so two full ones touch one day.
const logInGuesses = addresses * 2 * limits.wrongCodePerEmail.points;

it("leaves less than one chance in a million to claim one of 2,000 addresses by guessing the codes of letters", () => {
  expect(chanceOf(letterGuesses)).toBeGreaterThan(0);
  expect(chanceOf(letterGuesses)).toBeLessThan(1e-6);
});

it("leaves less than one chance in a million a day to take over one of 2,000 known mailboxes by guessing the codes in mails", () => {
  expect(limits.wrongCodePerEmail.duration).toBe(86_400);
  expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  expect(chanceOf(logInGuesses)).toBeGreaterThan(0);
  expect(chanceOf(logInGuesses)).toBeLessThan(1e-6);
});

besieged("guessing codes", (siege) => {
  const rounds = whole ? 40 : 2;
  const wrong = () => codeFrom(randomBytes(16));

  attack(siege, `codes of letters: ${addresses} addresses, ${letterGuesses} guesses within the limits, chance ${chanceOf(letterGuesses).toExponential(1)}; the right code after too many wrong ones`, async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const { cookie, code } = await letterOnItsWay(siege);
      const guess = (typed: string) => siege.ask({ path: "/meedoen/code", body: form({ code: typed }) }, cookie);
      // In a row, and all at the same moment: a count that is read before it is written would let more be compared.
      const answers = round % 2 ? await Promise.all(Array.from({ length: 25 }, () => guess(wrong()))) : [];
      for (let guessed = answers.length; guessed < maxLetterTries; guessed++) answers.push(await guess(wrong()));
      answers.push(await guess(code));
      tried += answers.length;
      for (const answer of answers) if (answer.status !== 422) through.push(`${answer.status} ${answer.headers.location}`);
    }
    return { tried, through };
  });

  attack(siege, `codes from a mail: ${addresses} mailboxes, ${logInGuesses} guesses a day within the limits, chance ${chanceOf(logInGuesses).toExponential(1)}; the right code after too many wrong ones`, async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const { email } = await accountWithoutHome();
      // Five wrong ones end a code; ten in a day, spread over codes and browsers, end all codes of that mailbox.
      for (const wrongOnes of round % 2 ? [4, 4, 2, 0] : [5]) {
        const browser = cookiesOf(await siege.ask({ path: "/inloggen", body: form({ email }) }));
        const code = await codeFor(email);
        const guess = (typed: string) => siege.ask({ path: "/inloggen/code", body: form({ code: typed }) }, browser);
        const answers = await Promise.all(Array.from({ length: wrongOnes }, () => guess(wrong())));
        if (wrongOnes === 5 || wrongOnes === 0) answers.push(await guess(code));
        tried += answers.length;
        for (const answer of answers) if (answer.status !== 422) through.push(`${answer.status} ${answer.headers.location}`);
      }
    }
    return { tried, through };
  });
});

/** Somebody who waits for a letter, and the code that is in it. */
async function letterOnItsWay({ owner }: Besieged): Promise<{ cookie: string; code: string }> {
  const home = await dwelling((await neighbourhood()).code);
  const { id, email } = await accountWithoutHome();
  const [signup, letter, code] = [randomUUID(), randomUUID(), makeLetterCode()];
  await owner.db.insert(auth.signup).values({ id: signup, dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, email, accountId: id, way: "letter" });
  await owner.db.insert(sharing.letter).values({ id: letter, neighbourhoodCode: home.neighbourhoodCode, dwellingId: home.id, signupId: signup, printedAt: new Date(), printCount: 1 });
  await owner.db.insert(auth.letterCode).values({ letterId: letter, signupId: signup, codeHmac: hashLetterCode(letter, code), expiresAt: new Date(Date.now() + letterCodeDays * 86_400_000) });
  return { cookie: await logIn(id), code };
}
