import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { hashClaimCode, hashObjectionCode } from "../../../app/features/addresses/claim-code.server.ts";
import { hashLetterCode, makeLetterCode } from "../../../app/features/households/letter-code.server.ts";
import { limits } from "../../../app/features/session/rate-limits.server.ts";
import { codeAlphabet, codeFrom, codeLength } from "../../../app/features/session/short-code.ts";
import { addressClaim } from "../../../db/schema/addresses.ts";
import * as auth from "../../../db/schema/auth.ts";
import * as sharing from "../../../db/schema/sharing.ts";
import { logIn } from "../../support/log-in.ts";
import { accountWithoutHome, dwelling, neighbourhood, type TestDwelling } from "../../support/people.ts";
import { provenNeighbour } from "../../support/vouching.ts";
import { attack, besieged, form, whole } from "../besieged.ts";

const rounds = whole ? 25 : 1;
const codes = codeAlphabet.length ** codeLength;
const chanceOf = (guesses: number) => 1 - (1 - 1 / codes) ** guesses;
const day = 86_400;
// A window may begin anywhere, so one more than fit in a day touch it.
const perNetwork = (Math.ceil(day / limits.formPerIp.duration) + 1) * limits.formPerIp.points;
const claims = 2_000;
const perAccount = claims * 2 * limits.claimCodePerAccount.points;

it("leaves less than one chance in a million a day for one network to guess the code in one letter about an address", () => {
  expect(chanceOf(perNetwork)).toBeGreaterThan(0);
  expect(chanceOf(perNetwork)).toBeLessThan(1e-6);
});

it("leaves less than one chance in a million a day for one account to guess the code of one of 2,000 who ask neighbours", () => {
  expect(limits.claimCodePerAccount.duration).toBe(day);
  expect(chanceOf(perAccount)).toBeGreaterThan(0);
  expect(chanceOf(perAccount)).toBeLessThan(1e-6);
});

besieged("codes in letters", (siege) => {
  const later = (days: number) => new Date(Date.now() + days * day * 1000);
  const wrong = () => codeFrom(randomBytes(16));
  const network = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  const send = (path: string, fields: Record<string, string>, ip: string, cookie = "") => siege.ask({ path, body: form(fields), headers: [["X-Forwarded-For", ip]] }, cookie);

  /** A proven claim at a home, and the code in the letter about it. */
  async function disputable(home: TestDwelling, days = 30) {
    const [id, code, { id: accountId }] = [randomUUID(), makeLetterCode(), await accountWithoutHome()];
    await siege.owner.db.insert(addressClaim).values({ id, neighbourhoodCode: home.neighbourhoodCode, dwellingId: home.id, accountId, shownName: "Bo", way: "vouch", provenAt: new Date(), startsAt: later(14), objectCodeHmac: hashObjectionCode(code), objectCodeExpiresAt: later(days) });
    const objected = async () => (await siege.owner.rows<{ at: Date | null }>("select objected_at as at from address_claim where id = $1", [id]))[0]!.at !== null;
    return { code, objected };
  }

  /** An invitation to a home as it was printed. */
  async function printed(home: TestDwelling, { days = 30, used = false } = {}) {
    const [id, code] = [randomUUID(), makeLetterCode()];
    await siege.owner.db.insert(sharing.letter).values({ id, neighbourhoodCode: home.neighbourhoodCode, dwellingId: home.id, printedAt: new Date(), printCount: 1 });
    await siege.owner.db.insert(auth.letterCode).values({ letterId: id, codeHmac: hashLetterCode(id, code), expiresAt: later(days), usedAt: used ? new Date() : null });
    return code;
  }
  const somewhere = async () => dwelling((await neighbourhood()).code);

  attack(siege, `codes to object with: ${perNetwork} guesses a day from one network, chance ${chanceOf(perNetwork).toExponential(1)}; the right one after too many, with another postcode, late`, async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const home = await somewhere();
      const [right, late] = [await disputable(home), await disputable(home, -1)];
      const [attacker, other] = [network(), network()];
      const object = (code: string, ip: string, postcode = home.postcode) => send("/bezwaar-adres", { postcode, code }, ip);
      const guesses = Array.from({ length: limits.formPerIp.points }, wrong);
      // In a row, and all at the same moment.
      const answers = round % 2 ? await Promise.all(guesses.map((code) => object(code, attacker))) : [];
      for (const code of guesses.slice(answers.length)) answers.push(await object(code, attacker));
      answers.push(await object(right.code, attacker), await object(right.code, other, "9999ZZ"), await object(late.code, other));
      tried += answers.length;
      for (const { status, headers } of answers) if (![422, 429].includes(status)) through.push(`${status} ${headers.location ?? ""}`);
      if ((await right.objected()) || (await late.objected())) through.push("an objection");
      await object(right.code, other);
      if (!(await right.objected())) throw new Error("the right code fails");
    }
    return { tried, through };
  });

  attack(siege, "codes with which an address wants no letters: wrong, of another address, and right after too many wrong ones", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const [home, next] = [await somewhere(), await somewhere()];
      const [right, others] = [await printed(home), await printed(next)];
      const [attacker, other] = [network(), network()];
      const refuse = (code: string, ip: string) => send("/geen-brieven", { postcode: home.postcode, nummer: String(home.houseNumber), code }, ip);
      const refused = async () => (await siege.owner.rows<{ id: string }>("select id from letter_refusal where dwelling_id = any($1)", [[home.id, next.id]])).length;
      const guesses = [others, ...Array.from({ length: limits.formPerIp.points - 1 }, wrong), right];
      for (const code of guesses) await refuse(code, attacker);
      tried += guesses.length;
      if (await refused()) through.push("letters were refused");
      await refuse(right, other);
      if ((await refused()) !== 1) throw new Error("the right code fails");
    }
    return { tried, through };
  });

  attack(siege, "codes of an invitation: of another address, late, used", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const [home, next] = [await somewhere(), await somewhere()];
      const joiner = async () => {
        const { id, email } = await accountWithoutHome();
        await siege.owner.db.insert(auth.signup).values({ dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, email, accountId: id, way: "letter" });
        return logIn(id);
      };
      const right = await printed(home);
      const attacker = await joiner();
      for (const code of [await printed(next), await printed(home, { days: -1 }), await printed(home, { used: true })]) {
        const { status, headers } = await send("/meedoen/code", { code }, network(), attacker);
        tried++;
        if (status !== 422) through.push(`${status} ${headers.location ?? ""}`);
      }
      const joined = await send("/meedoen/code", { code: right }, network(), await joiner());
      if (joined.status !== 303) throw new Error(`the right code fails: ${joined.status}`);
      const again = await send("/meedoen/code", { code: right }, network(), await joiner());
      tried++;
      if (again.status !== 422) through.push(`twice: ${again.status}`);
    }
    return { tried, through };
  });

  attack(siege, `codes to vouch with: ${claims} who ask neighbours, ${perAccount} guesses a day within the limits, chance ${chanceOf(perAccount).toExponential(1)}; the right one after too many wrong ones`, async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const [home, code] = [await somewhere(), makeLetterCode()];
      const { id: accountId } = await accountWithoutHome();
      await siege.owner.db.insert(addressClaim).values({ neighbourhoodCode: home.neighbourhoodCode, dwellingId: home.id, accountId, shownName: "Bo", codeId: randomUUID(), codeHmac: hashClaimCode(code), codeExpiresAt: later(30) });
      const neighbour = async () => logIn((await provenNeighbour(await dwelling(home.neighbourhoodCode, { streetId: home.streetId }))).accountId);
      const cookie = await neighbour();
      const guesses = Array.from({ length: limits.claimCodePerAccount.points }, wrong);
      const guess = (typed: string) => send("/borg", { code: typed }, network(), cookie);
      const answers = round % 2 ? await Promise.all(guesses.map(guess)) : [];
      for (const typed of [...guesses.slice(answers.length), code]) answers.push(await guess(typed));
      tried += answers.length;
      for (const { status, headers } of answers) if (status !== 422) through.push(`${status} ${headers.location ?? ""}`);
      const right = await send("/borg", { code }, network(), await neighbour());
      if (right.status !== 303) throw new Error(`the right code fails: ${right.status}`);
    }
    return { tried, through };
  });
// These codes need no account and are limited per network, so each attacker says to come from a network of their own.
}, 1);
