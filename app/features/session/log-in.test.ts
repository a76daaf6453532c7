import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account, mailProof, rateLimit } from "../../../db/schema/auth.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { codeIn, deliveredMails, tokenIn } from "../../../tests/support/mail.ts";
import { accountWithoutHome } from "../../../tests/support/people.ts";
import { askToLogIn } from "./ask-to-log-in.server.ts";
import { giveBack, limits, visitorOf } from "./rate-limits.server.ts";
import { codeAlphabet, codeFrom, codeLength, readCode } from "./short-code.ts";
import { lookAtLink, maxTries, type UsedProof, useCode, useLink } from "./use-proof.server.ts";

const browserHash = "here";
let visitors = 0;
const ask = (email: string, browser = browserHash) => askToLogIn({ email, ip: `10.0.${++visitors >> 8}.${visitors & 255}`, locale: "nl", browserHash: browser });
const settle = async (_tx: unknown, proof: UsedProof) => ({ accountId: proof.accountId });
const typed = (code: string, browser: string | null = browserHash) => useCode(code, browser, ["log_in"], settle);
const wrong = (code: string) => (code.startsWith("C") ? "D" : "C") + code.slice(1);

describe.each(databaseKinds)("logging in on %s", (kind) => {
  testDatabase(kind);

  async function asked(browser = `browser ${++visitors}`) {
    const someone = await accountWithoutHome();
    expect(await ask(someone.email, browser)).toBeNull();
    const [mail] = await deliveredMails();
    return { ...someone, mail: mail!, browser };
  }

  it("opens with the link, once, also when it is pressed ten times at the same moment", async () => {
    const { id, mail, browser } = await asked();
    const results = await Promise.all(Array.from({ length: 10 }, () => useLink(tokenIn(mail), browser, settle)));
    expect(results.filter((result) => result !== "expired")).toEqual([{ accountId: id }]);
  });

  it("uses up nothing by looking at the link, however often a scanner does", async () => {
    const { id, mail, email, browser } = await asked();
    for (let look = 0; look < 5; look++) expect(await lookAtLink(tokenIn(mail), browser)).toEqual({ purpose: "log_in", email });
    expect(await useLink(tokenIn(mail), browser, settle)).toEqual({ accountId: id });
  });

  it("opens in the browser that asked and in no other", async () => {
    const { mail } = await asked();
    expect(await lookAtLink(tokenIn(mail), "elsewhere")).toBe("other_browser");
    expect(await useLink(tokenIn(mail), "elsewhere", settle)).toBe("expired");
    expect(await useLink(tokenIn(mail), null, settle)).toBe("expired");
    expect(await typed(codeIn(mail), "elsewhere")).toBe("expired");
    expect(await typed(codeIn(mail), null)).toBe("expired");
  });

  it("opens with the code, once, and the link is then used too", async () => {
    const { id, mail, browser } = await asked();
    expect(readCode(` ${codeIn(mail).toLowerCase().replace(/.{4}/, "$&-")} `)).toBe(codeIn(mail));
    const results = await Promise.all([typed(codeIn(mail), browser), typed(codeIn(mail), browser)]);
    expect(results.filter((result) => result !== "expired")).toEqual([{ accountId: id }]);
    expect(await useLink(tokenIn(mail), browser, settle)).toBe("expired");
  });

  it("takes five tries of a code, also when they come at the same moment", async () => {
    const { mail, email, browser } = await asked();
    const results = await Promise.all(Array.from({ length: 12 }, () => typed(wrong(codeIn(mail)), browser)));
    expect(results.filter((result) => result === "wrong_code")).toHaveLength(maxTries);
    expect(await typed(codeIn(mail), browser)).toBe("expired");
    await giveBack("wrongCodePerEmail", email);
  });

  it("takes only the link for an address after ten wrong codes in a day", async () => {
    const someone = await accountWithoutHome();
    const answers: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      await ask(someone.email, `round ${round}`);
      const [mail] = await deliveredMails();
      for (let attempt = 0; attempt < 4; attempt++) answers.push(await typed(wrong(codeIn(mail!)), `round ${round}`));
      if (round === 2) {
        expect(await typed(codeIn(mail!), "round 2")).toBe("link_only");
        expect(await useLink(tokenIn(mail!), "round 2", settle)).toEqual({ accountId: someone.id });
      }
    }
    expect(answers.filter((answer) => answer === "wrong_code")).toHaveLength(limits.wrongCodePerEmail.points);
  });

  it("takes a code or link no longer than ten minutes", async () => {
    const { mail, email, browser } = await asked();
    await asAuth((tx) => tx.update(mailProof).set({ expiresAt: sql`${mailProof.expiresAt} - interval '10 minutes'` }).where(eq(mailProof.email, email)));
    expect(await lookAtLink(tokenIn(mail), browser)).toBe("expired");
    expect(await useLink(tokenIn(mail), browser, settle)).toBe("expired");
    expect(await typed(codeIn(mail), browser)).toBe("expired");
  });

  it("keeps no token, code or address where a link could be made from it", async () => {
    const { mail, email } = await asked();
    const rows = JSON.stringify([await asAuth((tx) => tx.select().from(mailProof).where(eq(mailProof.email, email))), await asWorker((tx) => tx.select().from(outbox))]);
    expect(rows).not.toContain(tokenIn(mail));
    expect(rows).not.toContain(codeIn(mail));
    expect(rows).toContain("$argon2id$");
    const counters = JSON.stringify(await asAuth((tx) => tx.select().from(rateLimit)));
    expect(counters).not.toContain(email);
    expect(counters).not.toContain("10.0.");
  });

  it("gives known and unknown addresses one answer; the mail to the unknown one opens nothing", async () => {
    const known = await accountWithoutHome();
    expect(await ask(known.email, "known")).toEqual(await ask("niemand@voorbeeld.test", "unknown"));
    const mails = await deliveredMails();
    const unknown = mails.find((mail) => mail.to === "niemand@voorbeeld.test")!;
    expect(unknown.text).toContain("/meedoen");
    expect(unknown.text).not.toMatch(/bevestig|[A-Z0-9]{4}-[A-Z0-9]{4}/);
    for (let attempt = 0; attempt < maxTries; attempt++) expect(await typed("CCCCCCCC", "unknown")).toBe("wrong_code");
    expect(await typed("CCCCCCCC", "unknown")).toBe("expired");
    expect(await asAuth((tx) => tx.select().from(account).where(eq(account.email, "niemand@voorbeeld.test")))).toEqual([]);
  });

  it("takes the same time for known and unknown addresses", async () => {
    const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    const emails: string[] = [];
    for (let each = 0; each < 24; each++) emails.push((await accountWithoutHome()).email);
    for (const [round, email] of emails.entries()) {
      const both = [["known", email], ["unknown", `geen-${email}`]] as const;
      for (const [who, address] of round % 2 ? both : both.toReversed()) {
        const start = performance.now();
        await ask(address);
        times[who].push(performance.now() - start);
      }
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[list.length / 2]!;
    // A busy machine makes single runs vary far more than the two kinds could differ: hence interleaved, and medians.
    expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(Math.max(5, 0.5 * median(times.known)));
    await asWorker((tx) => tx.delete(outbox));
  });

  it("sends five mails in half an hour to one address and takes 25 forms in five minutes from one visitor", async () => {
    const answers = [];
    for (let round = 0; round < 6; round++) answers.push(await ask("vaak@voorbeeld.test"));
    expect(answers.map((answer) => answer === null)).toEqual([true, true, true, true, true, false]);
    const forms = await Promise.all(
      Array.from({ length: 30 }, (_, index) => askToLogIn({ email: `v${index}@voorbeeld.test`, ip: "2001:db8:1:2::" + index, locale: "nl", browserHash })),
    );
    expect(forms.filter((answer) => answer === null)).toHaveLength(limits.formPerIp.points);
    expect(forms.find((answer) => answer)?.secondsToWait).toBeGreaterThan(200);
  });
});

it("makes codes of letters and digits that nobody mistakes, all equally often", () => {
  const seen = new Map<string, number>();
  for (let round = 0; round < 4_000; round++) {
    for (const letter of codeFrom(crypto.getRandomValues(new Uint8Array(16)))) seen.set(letter, (seen.get(letter) ?? 0) + 1);
  }
  expect([...seen.keys()].sort().join("")).toBe([...codeAlphabet].sort().join(""));
  const expected = (4_000 * codeLength) / codeAlphabet.length;
  const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(60);
  for (const lookAlike of "0OQ1ILB8S5Z2GAEU") expect([...codeAlphabet].filter((letter) => letter === lookAlike).length).toBeLessThanOrEqual("82".includes(lookAlike) ? 1 : 0);
});

it("sees one visitor in an IPv4 address and in an IPv6 network of 64 bits", () => {
  expect(visitorOf("192.0.2.7")).toBe("192.0.2.7");
  expect(visitorOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(visitorOf("2001:db8:1:2:3:4:5:6")).toBe(visitorOf("2001:0db8:1:2::9"));
  expect(visitorOf("2001:db8:1:3::1")).not.toBe(visitorOf("2001:db8:1:2::1"));
  expect(visitorOf("2001:db8::1")).toBe("2001:db8:0:0");
  expect(visitorOf("::1")).toBe("0:0:0:0");
});
