import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { passkey, totp } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { TestBrowser } from "../../../tests/support/passkeys.ts";
import { accountWithoutHome, moderatorOf, neighbourhood, officialOf } from "../../../tests/support/people.ts";
import { resetSecondFactor } from "../second-factor/reset-second-factor.server.ts";
import { secondFactorOf } from "../second-factor/second-factor-of.server.ts";
import { setUpSecondFactor } from "../second-factor/set-up-second-factor.server.ts";
import { spendRecoveryCode } from "../second-factor/spend-code.server.ts";
import { newTotpSecret } from "../second-factor/totp.ts";
import { askForNewPasskey } from "./ask-for-new-passkey.server.ts";
import { listPasskeys } from "./list-passkeys.server.ts";
import { ownPasskey, removePasskey } from "./remove-passkey.server.ts";

/** A moderator with a browser that has logged in by mail, and no second step yet. */
async function moderator() {
  const area = await neighbourhood();
  const { id, email } = await accountWithoutHome();
  await moderatorOf(id, area.code);
  return { id, email, area, browser: await new TestBrowser().logIn(id) };
}

const setUpApp = (accountId: string, replace = false) => asAuth((tx) => setUpSecondFactor(tx, { accountId, secret: newTotpSecret(), step: 0, replace }));
const idsOf = async (accountId: string) => (await asAuth((tx) => tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.accountId, accountId)))).map(({ id }) => id);
const moderates = async (browser: TestBrowser) => (await browser.viewer)?.moderates;

describe.each(databaseKinds)("passkeys of staff on %s", (kind) => {
  testDatabase(kind);

  it("are a second step: the first one gives recovery codes, and this session its rights under a new id", async () => {
    const { id, area, browser } = await moderator();
    const before = browser.session;
    expect(await moderates(browser)).toEqual([]);
    const added = await browser.add();
    if (!added.ok || !added.second) throw new Error("it is the first second step");
    expect(new Set(added.second.codes).size).toBe(10);
    expect(browser.session).not.toBe(before);
    expect(await moderates(browser)).toEqual([area.code]);
    expect(await asAuth((tx) => secondFactorOf(tx, id))).toEqual({ setUp: true, app: false, passkeys: 1, codesLeft: 10 });
    expect(await asAuth((tx) => spendRecoveryCode(tx, id, added.second!.codes[0]!))).toBe(true);
    expect(await browser.add({ name: "Laptop" }), "a second one leaves the codes as they are").toEqual({ ok: true, second: null });
    expect((await asAuth((tx) => secondFactorOf(tx, id))).codesLeft).toBe(9);
  });

  it("count as both factors when they log in", async () => {
    const { id, area, browser } = await moderator();
    await browser.add();
    expect(await browser.enter()).toBe(true);
    expect(await moderates(browser)).toEqual([area.code]);
    const official = await accountWithoutHome();
    await officialOf(official.id, area.municipalityCode);
    const office = await new TestBrowser().logIn(official.id);
    await office.add();
    await office.enter();
    expect((await office.viewer)?.secondFactorAt).toBeInstanceOf(Date);
    await browser.logIn(id);
    expect(await moderates(browser), "by mail they still owe it").toEqual([]);
  });

  it("take the second step after a log-in by mail, once, and only one's own do", async () => {
    const [one, other] = [await moderator(), await moderator()];
    for (const { browser } of [one, other]) await browser.add();
    for (const { id, browser } of [one, other]) await browser.logIn(id);
    const [mine, theirs] = [one.browser.device.keys[0]!, other.browser.device.keys[0]!];
    one.browser.device.keys.push(theirs);
    expect(await one.browser.secondStep()).toBe(false);
    one.browser.device.keys.push(mine);
    expect(await one.browser.secondStep({ userVerified: false })).toBe(false);
    expect(await moderates(one.browser)).toEqual([]);
    expect(await one.browser.secondStep()).toBe(true);
    expect(await moderates(one.browser)).toEqual([one.area.code]);
  });

  it("can't be added, and no app either, by who has a mailbox and owes the second step", async () => {
    const { id, browser } = await moderator();
    await setUpApp(id);
    const viewer = (await browser.viewer)!;
    expect((await listPasskeys(viewer)).mayAdd).toBe("second_step");
    expect(await askForNewPasskey(viewer, browser.hash)).toBeNull();
    expect(await browser.add()).toEqual({ ok: false });

    const withPasskey = await moderator();
    await withPasskey.browser.add();
    await withPasskey.browser.add();
    expect(await setUpApp(withPasskey.id)).toBeNull();
    expect(await asAuth((tx) => tx.select({ id: totp.accountId }).from(totp).where(eq(totp.accountId, withPasskey.id)))).toEqual([]);
    await withPasskey.browser.logIn(withPasskey.id);
    const half = (await withPasskey.browser.viewer)!;
    const [first] = await idsOf(withPasskey.id);
    expect([await removePasskey(half, first!), (await ownPasskey(half, first!))?.mayRemove]).toEqual(["second_step", "second_step"]);
    expect(await idsOf(withPasskey.id)).toHaveLength(2);
  });

  it("stay when they are the last second step, also when two are removed at the same moment", async () => {
    const staff = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { id, browser } = await moderator();
        for (const name of ["Telefoon", "Laptop"]) await browser.add({ name });
        return { id, viewer: (await browser.viewer)!, passkeys: await idsOf(id) };
      }),
    );
    const outcomes = await Promise.all(staff.map(({ viewer, passkeys }) => Promise.all(passkeys.map((each) => removePasskey(viewer, each)))));
    for (const each of outcomes) expect(each.sort()).toEqual(["last", "yes"]);
    const { id, viewer } = staff[0]!;
    const [left] = await idsOf(id);
    expect(await removePasskey(viewer, left!)).toBe("last");
    await setUpApp(id, true);
    expect(await removePasskey(viewer, left!)).toBe("yes");
  });

  it("are taken away with the app by who runs the site, when somebody lost everything", async () => {
    const { id, email, browser } = await moderator();
    await browser.add();
    expect(await resetSecondFactor(email)).toBe(true);
    expect(await browser.viewer).toBeNull();
    expect(await asAuth((tx) => secondFactorOf(tx, id))).toEqual({ setUp: false, app: false, passkeys: 0, codesLeft: 0 });
    expect(await browser.enter()).toBe(false);
  });
});
