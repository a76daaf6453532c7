import { and, eq } from "drizzle-orm";
import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { recoveryCode, session, totp } from "../../../db/schema/auth.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { accountWithoutHome, moderatorOf, neighbourhood } from "../../../tests/support/people.ts";
import { pixelsOf } from "../../../tests/support/qr-pixels.ts";
import { currentViewer } from "../session/guards.server.ts";
import { confirmSecondFactor } from "./confirm-second-factor.server.ts";
import { offerSecondFactor, secretOfOffer } from "./offer-second-factor.server.ts";
import { resetSecondFactor } from "./reset-second-factor.server.ts";
import { secondFactorOf } from "./second-factor-of.server.ts";
import { setUpSecondFactor } from "./set-up-second-factor.server.ts";
import { spendRecoveryCode, spendTotpCode } from "./spend-code.server.ts";
import { codeAt, newTotpSecret, stepOfCode, totpUri } from "./totp.ts";

const minute = 60_000;

/** A moderator with a second step whose codes of now and of the past haven't been used. */
async function moderator() {
  const area = await neighbourhood();
  const { id, email } = await accountWithoutHome();
  await moderatorOf(id, area.code);
  const secret = newTotpSecret();
  const codes = await asAuth((tx) => setUpSecondFactor(tx, { accountId: id, secret, step: 0, replace: false }));
  const cookie = await logIn(id);
  const viewer = (await currentViewer(requestTo("/", cookie)))!;
  return { id, email, area, secret, codes: codes!, cookie, viewer };
}

describe.each(databaseKinds)("the second step on %s", (kind) => {
  testDatabase(kind);

  it("takes a code once, and none from before it", async () => {
    const { id, secret } = await moderator();
    const [before, now] = [codeAt(secret, Date.now() - 30_000), codeAt(secret)];
    expect(await asAuth((tx) => spendTotpCode(tx, id, now))).toBe(true);
    expect(await asAuth((tx) => spendTotpCode(tx, id, now))).toBe(false);
    expect(await asAuth((tx) => spendTotpCode(tx, id, before))).toBe(false);
  });

  it("takes a code once, however many ask at the same time", async () => {
    const { id, secret } = await moderator();
    const code = codeAt(secret);
    const answers = await Promise.all(Array.from({ length: 8 }, () => asAuth((tx) => spendTotpCode(tx, id, code))));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it("refuses a code of two minutes ago, of somebody else, and of nobody", async () => {
    const [one, other] = [await moderator(), await moderator()];
    expect(await asAuth((tx) => spendTotpCode(tx, one.id, codeAt(one.secret, Date.now() - 2 * minute)))).toBe(false);
    expect(await asAuth((tx) => spendTotpCode(tx, one.id, codeAt(other.secret)))).toBe(false);
    const nobody = await accountWithoutHome();
    expect(await asAuth((tx) => spendTotpCode(tx, nobody.id, codeAt(one.secret)))).toBe(false);
  });

  it("gives ten recovery codes that each work once, for their own account", async () => {
    const [one, other] = [await moderator(), await moderator()];
    expect(new Set(one.codes).size).toBe(10);
    expect(await asAuth((tx) => spendRecoveryCode(tx, other.id, one.codes[0]!))).toBe(false);
    expect(await asAuth((tx) => spendRecoveryCode(tx, one.id, one.codes[0]!))).toBe(true);
    expect(await asAuth((tx) => spendRecoveryCode(tx, one.id, one.codes[0]!))).toBe(false);
    expect(await asAuth((tx) => secondFactorOf(tx, one.id))).toEqual({ setUp: true, app: true, passkeys: 0, codesLeft: 9 });
  });

  it("tells the owner by mail when it is set up and when a recovery code was used", async () => {
    const { id, codes } = await moderator();
    await asAuth((tx) => spendRecoveryCode(tx, id, codes[3]!));
    const mails = await asWorker((tx) => tx.select({ template: outbox.template }).from(outbox).where(eq(outbox.accountId, id)));
    expect(mails.map(({ template }) => template).sort()).toEqual(["recovery-code-used", "second-factor-set-up"]);
  });

  it("keeps neither the secret nor a recovery code in a form that can be read", async () => {
    const { id, secret, codes } = await moderator();
    const kept = JSON.stringify(await asAuth(async (tx) => [await tx.select().from(totp).where(eq(totp.accountId, id)), await tx.select().from(recoveryCode).where(eq(recoveryCode.accountId, id))]));
    for (const readable of [secret, ...codes]) expect(kept).not.toContain(readable);
  });

  it("is replaced only by who has shown it, and then the old codes are worth nothing", async () => {
    const { id, secret, codes } = await moderator();
    const fresh = newTotpSecret();
    expect(await asAuth((tx) => setUpSecondFactor(tx, { accountId: id, secret: fresh, step: 0, replace: false }))).toBeNull();
    expect(await asAuth((tx) => spendTotpCode(tx, id, codeAt(secret)))).toBe(true);
    expect(await asAuth((tx) => setUpSecondFactor(tx, { accountId: id, secret: fresh, step: 0, replace: true }))).toHaveLength(10);
    expect(await asAuth((tx) => spendRecoveryCode(tx, id, codes[0]!))).toBe(false);
    expect(await asAuth((tx) => spendTotpCode(tx, id, codeAt(fresh)))).toBe(true);
  });

  it("gives the session its rights under a new id, and the old cookie none", async () => {
    const { id, secret, area, cookie, viewer } = await moderator();
    expect(viewer.moderates).toEqual([]);
    const confirmed = await confirmSecondFactor(viewer, requestTo("/tweede-stap", cookie).request, (tx) => spendTotpCode(tx, id, codeAt(secret)));
    if (!confirmed.ok) throw new Error("the code was right");
    const raised = confirmed.cookie.slice(0, confirmed.cookie.indexOf(";"));
    expect(raised).not.toBe(cookie);
    expect((await currentViewer(requestTo("/", raised)))?.moderates).toEqual([area.code]);
    expect(await currentViewer(requestTo("/", cookie))).toBeNull();
  });

  it("doesn't bring back a session that was ended meanwhile", async () => {
    const { id, secret, cookie, viewer } = await moderator();
    await asAuth((tx) => tx.delete(session).where(and(eq(session.accountId, id), eq(session.publicId, viewer.sessionId))));
    const confirmed = await confirmSecondFactor(viewer, requestTo("/", cookie).request, (tx) => spendTotpCode(tx, id, codeAt(secret)));
    expect(confirmed.ok).toBe(false);
  });

  it("makes who guesses wait after five wrong codes, also with the right one", async () => {
    const { id, secret, cookie, viewer } = await moderator();
    const { request } = requestTo("/tweede-stap", cookie);
    for (let guess = 0; guess < 5; guess++) {
      expect(await confirmSecondFactor(viewer, request, async () => false)).toEqual({ ok: false, minutes: null });
    }
    const waiting = await confirmSecondFactor(viewer, request, (tx) => spendTotpCode(tx, id, codeAt(secret)));
    expect(waiting).toEqual({ ok: false, minutes: expect.any(Number) });
  });

  it("can be taken away by who runs the site, which also logs out", async () => {
    const { id, email, cookie } = await moderator();
    expect(await resetSecondFactor(email.toUpperCase())).toBe(true);
    expect(await resetSecondFactor(email)).toBe(false);
    expect(await currentViewer(requestTo("/", cookie))).toBeNull();
    expect(await asAuth((tx) => secondFactorOf(tx, id))).toEqual({ setUp: false, app: false, passkeys: 0, codesLeft: 0 });
  });
});

it("knows the codes of RFC 6238", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(codeAt(secret, 59_000)).toBe("287082");
  expect(codeAt(secret, 1_111_111_109_000)).toBe("081804");
  expect(stepOfCode(secret, "287082", 59_000)).toBe(1);
  expect(stepOfCode(secret, "287082", 89_000)).toBe(1);
  expect(stepOfCode(secret, "287082", 150_000)).toBeNull();
  expect(stepOfCode(secret, "28708", 59_000)).toBeNull();
});

it("offers a secret in a QR code that a phone reads, and again with the same form only for the same account", () => {
  const offer = offerSecondFactor("anna", "anna@voorbeeld.test");
  const { data, size } = pixelsOf(offer.qr);
  const secret = secretOfOffer("anna", offer.sealed)!;
  expect(jsQR(data, size, size)?.data).toBe(totpUri(secret, "anna@voorbeeld.test"));
  expect(offer.key.replaceAll(" ", "")).toBe(secret);
  expect(offerSecondFactor("anna", "anna@voorbeeld.test", offer.sealed)).toEqual(offer);
  expect(secretOfOffer("bram", offer.sealed)).toBeNull();
  expect(offerSecondFactor("bram", "bram@voorbeeld.test", offer.sealed).key).not.toBe(offer.key);
});
