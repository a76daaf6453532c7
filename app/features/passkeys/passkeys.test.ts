import { generateKeyPairSync } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { passkey, passkeyChallenge, session } from "../../../db/schema/auth.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deviceCertificate } from "../../../tests/support/device-certificate.ts";
import { requestTo } from "../../../tests/support/log-in.ts";
import { TestBrowser } from "../../../tests/support/passkeys.ts";
import { accountWithoutHome } from "../../../tests/support/people.ts";
import { currentViewer } from "../session/guards.server.ts";
import { listSessions } from "../session/list-sessions.server.ts";
import { addPasskey } from "./add-passkey.server.ts";
import { askForNewPasskey } from "./ask-for-new-passkey.server.ts";
import { useUpChallenges } from "./challenges.server.ts";
import { listPasskeys } from "./list-passkeys.server.ts";
import { logInWithPasskey } from "./log-in-with-passkey.server.ts";
import { mostPasskeys } from "./may-add-passkey.server.ts";
import { ownPasskey, removePasskey } from "./remove-passkey.server.ts";

/** Somebody who is logged in, in a browser of their own. */
async function somebody() {
  const { id, email } = await accountWithoutHome();
  return { id, email, browser: await new TestBrowser().logIn(id) };
}

const rowsOf = (accountId: string) => asAuth((tx) => tx.select().from(passkey).where(eq(passkey.accountId, accountId)));
const mailsTo = async (accountId: string) => (await asWorker((tx) => tx.select({ template: outbox.template }).from(outbox).where(eq(outbox.accountId, accountId)))).map(({ template }) => template).sort();
const age = (accountId: string, minutes: number) =>
  asAuth((tx) => tx.update(session).set({ createdAt: sql`now() - make_interval(mins => ${minutes}::int)` }).where(eq(session.accountId, accountId)));

describe.each(databaseKinds)("passkeys on %s", (kind) => {
  testDatabase(kind);

  it("are added by who is logged in, and log in: with a new session that says so, in the place of the one before", async () => {
    const { id, browser } = await somebody();
    expect(await browser.add({ name: "Mijn telefoon" })).toEqual({ ok: true, second: null });
    const before = browser.session;
    expect((await listPasskeys((await browser.viewer)!)).passkeys).toMatchObject([{ name: "Mijn telefoon", lastUsedAt: null }]);
    expect(await browser.enter()).toBe(true);
    expect(browser.session).not.toBe(before);
    const viewer = (await browser.viewer)!;
    expect(viewer.accountId).toBe(id);
    expect(await currentViewer(requestTo("/", before))).toBeNull();
    expect(await listSessions(viewer)).toMatchObject([{ current: true, passkey: true }]);
    expect((await listPasskeys(viewer)).passkeys).toMatchObject([{ lastUsedAt: expect.any(Date) }]);
    expect(await rowsOf(id)).toMatchObject([{ counter: 1, transports: ["hybrid", "internal"] }]);
    expect(await mailsTo(id)).toEqual(["passkey-added"]);
  });

  it("log in once with what was signed: caught on its way it is worth nothing", async () => {
    const { browser } = await somebody();
    await browser.add();
    const caught = await browser.sign();
    expect(await logInWithPasskey(browser.request, caught)).toContain("buurhof-session=");
    expect(await logInWithPasskey(browser.request, caught)).toBeNull();
    const [first, ...rest] = await Promise.all(Array.from({ length: 6 }, () => browser.sign())).then((all) => Promise.all(all.map((one) => logInWithPasskey(browser.request, one))));
    expect([first, ...rest].filter(Boolean), "what a browser was asked is used up together").toHaveLength(1);
  });

  it("use up what was asked also when the answer is wrong", async () => {
    const { browser } = await somebody();
    await browser.add();
    const answer = await browser.sign();
    const wrong = { ...answer, response: { ...answer.response, signature: Buffer.from("no").toString("base64url") } };
    expect(await logInWithPasskey(browser.request, wrong)).toBeNull();
    expect(await logInWithPasskey(browser.request, answer)).toBeNull();
    expect(await asAuth((tx) => tx.select().from(passkeyChallenge).where(eq(passkeyChallenge.browserHash, browser.hash)))).toEqual([]);
  });

  it("count only in the browser that was asked, and within five minutes", async () => {
    const { browser } = await somebody();
    const elsewhere = new TestBrowser();
    await browser.add();
    expect(await browser.enter({ by: elsewhere })).toBe(false);
    expect(await browser.add({ by: elsewhere })).toEqual({ ok: false });
    const late = await browser.sign();
    await asAuth((tx) => tx.update(passkeyChallenge).set({ expiresAt: sql`${passkeyChallenge.expiresAt} - interval '5 minutes'` }).where(eq(passkeyChallenge.browserHash, browser.hash)));
    expect(await logInWithPasskey(browser.request, late)).toBeNull();
    expect(await browser.enter()).toBe(true);
  });

  it("count only for what was asked", async () => {
    const { id, browser } = await somebody();
    await askForNewPasskey((await browser.viewer)!, browser.hash);
    const asked = { browserHash: browser.hash, accountId: id };
    expect(await asAuth((tx) => useUpChallenges(tx, { ...asked, purpose: "second_step" }))).toEqual([]);
    expect(await asAuth((tx) => useUpChallenges(tx, { ...asked, purpose: "add" }))).toHaveLength(1);
  });

  it("log in nobody when anything is wrong: no finger or face, another site, key, owner, question or deed", async () => {
    const [{ browser }, other] = [await somebody(), await somebody()];
    await browser.add();
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const handle = Buffer.from(other.id).toString("base64url");
    const wrong = [{ userVerified: false }, { origin: "https://buurhof.example.evil" }, { rpId: "evil.example" }, { signedBy: privateKey }, { userHandle: handle }, { challenge: "AAAA" }, { type: "webauthn.create" }];
    for (const odd of wrong) expect([odd, await browser.enter(odd)]).toEqual([odd, false]);
    expect(await browser.enter()).toBe(true);
    expect(await other.browser.add({ userVerified: false })).toEqual({ ok: false });
    expect(await other.browser.add({ origin: "https://evil.example" })).toEqual({ ok: false });
    expect(await other.browser.add({ type: "webauthn.get" })).toEqual({ ok: false });
    expect(await rowsOf(other.id)).toEqual([]);
  });

  it("refuse a copy of a device: one that counts must have counted on", async () => {
    const { browser } = await somebody();
    await browser.add();
    expect(await browser.enter({ counter: 7 })).toBe(true);
    expect(await browser.enter({ counter: 7 })).toBe(false);
    expect(await browser.enter({ counter: 3 })).toBe(false);
    expect(await browser.enter({ counter: 8 })).toBe(true);
  });

  it("refuse all but one of several copies that sign at the same moment", async () => {
    const { browser } = await somebody();
    await browser.add();
    const copies = Array.from({ length: 6 }, () => new TestBrowser());
    for (const copy of copies) copy.device.keys.push({ ...browser.device.keys[0]! });
    const answers = await Promise.all(copies.map((copy) => copy.sign({ counter: 1 })));
    const cookies = await Promise.all(copies.map((copy, number) => logInWithPasskey(copy.request, answers[number]!)));
    expect(cookies.filter(Boolean)).toHaveLength(1);
  });

  it("of a device that doesn't count work again and again", async () => {
    const { browser } = await somebody();
    await browser.add();
    for (let time = 0; time < 3; time++) expect(await browser.enter({ counter: 0 })).toBe(true);
  });

  it("take no certificate of a device, which nobody asked for", async () => {
    const { browser } = await somebody();
    expect(await browser.add({ certificate: deviceCertificate() })).toEqual({ ok: false });
  });

  it("of somebody else can't be added, seen or removed", async () => {
    const [one, other] = [await somebody(), await somebody()];
    await one.browser.add();
    expect(await other.browser.add({ id: one.browser.device.keys[0]!.id })).toEqual({ ok: false });
    const { id } = (await rowsOf(one.id))[0]!;
    const viewer = (await other.browser.viewer)!;
    expect([await ownPasskey(viewer, id), await removePasskey(viewer, id)]).toEqual([null, null]);
    expect(await rowsOf(one.id)).toHaveLength(1);
    expect(await one.browser.enter()).toBe(true);
    expect((await one.browser.viewer)?.accountId).toBe(one.id);
    expect(await mailsTo(other.id)).toEqual([]);
  });

  it("that somebody else was asked to make can't be added", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const options = (await askForNewPasskey((await one.browser.viewer)!, one.browser.hash))!;
    const answer = one.browser.device.make(options);
    expect(await addPasskey((await other.browser.viewer)!, one.browser.request, { name: "x", answer })).toEqual({ ok: false });
    expect(await rowsOf(other.id)).toEqual([]);
  });

  it("log in no more once they are removed, and their owner hears of it", async () => {
    const { id, browser } = await somebody();
    await browser.add();
    expect(await removePasskey((await browser.viewer)!, (await rowsOf(id))[0]!.id)).toBe("yes");
    expect(await browser.enter()).toBe(false);
    expect(await mailsTo(id)).toEqual(["passkey-added", "passkey-removed"]);
  });

  it("are added in the first ten minutes after logging in only", async () => {
    const { id, browser } = await somebody();
    const viewer = (await browser.viewer)!;
    const answer = browser.device.make((await askForNewPasskey(viewer, browser.hash))!);
    await age(id, 11);
    expect((await listPasskeys(viewer)).mayAdd).toBe("log_in");
    expect(await askForNewPasskey(viewer, browser.hash)).toBeNull();
    expect(await addPasskey(viewer, browser.request, { name: "x", answer })).toEqual({ ok: false });
    await age(id, 9);
    expect((await listPasskeys(viewer)).mayAdd).toBe("yes");
  });

  it("are ten at most", async () => {
    const { id, browser } = await somebody();
    const row = (number: number) => ({ accountId: id, credentialId: `${id}-${number}`, publicKey: "k", name: "x" });
    await asAuth((tx) => tx.insert(passkey).values(Array.from({ length: mostPasskeys - 1 }, (_, number) => row(number))));
    const viewer = (await browser.viewer)!;
    const answers = [];
    const other = new TestBrowser();
    other.session = browser.session;
    for (const each of [browser, other]) answers.push({ each, answer: each.device.make((await askForNewPasskey(viewer, each.hash))!) });
    const added = await Promise.all(answers.map(({ each, answer }) => addPasskey(viewer, each.request, { name: "x", answer })));
    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listPasskeys(viewer)).mayAdd).toBe("remove");
  });

  it("keep nothing that opens anything, and ask a device for nothing but a name to tell accounts apart", async () => {
    const { email, browser } = await somebody();
    await browser.add();
    const options = (await askForNewPasskey((await browser.viewer)!, browser.hash))!;
    expect(options).toMatchObject({ rp: { id: "localhost" }, user: { name: email }, attestation: "none", timeout: 300_000, excludeCredentials: [{ id: browser.device.keys[0]!.id }] });
    expect(options.authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required" });
  });
});
