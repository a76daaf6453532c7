import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account, emailChange } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails, tokenIn } from "../../../tests/support/mail.ts";
import { accountWithoutHome, dwelling, household, neighbourhood, resident } from "../../../tests/support/people.ts";
import { readSignedId } from "../../http/signed-id.server.ts";
import { agreeToEmailChange, applyDueEmailChanges, lookAtEmailChange, pendingEmailChange, stopEmailChange } from "./apply-email-change.server.ts";
import { confirmEmailChange } from "./confirm-email-change.server.ts";
import { currentViewer, requireAccount } from "./guards.server.ts";
import { listSessions } from "./list-sessions.server.ts";
import { revokeOtherSessions, revokeSession } from "./revoke-session.server.ts";
import { startEmailChange } from "./start-email-change.server.ts";
import { useLink } from "./use-proof.server.ts";

let visitors = 0;
const viewerOf = async (accountId: string) => requireAccount(requestTo("/", await logIn(accountId)));
const emailOf = async (accountId: string) => (await asAuth((tx) => tx.select({ email: account.email }).from(account).where(eq(account.id, accountId))))[0]!.email;

describe.each(databaseKinds)("changing an e-mail address on %s", (kind) => {
  testDatabase(kind);

  async function changing(email = `${crypto.randomUUID()}@nieuw.test`) {
    const home = await household(await dwelling((await neighbourhood()).code));
    const [someone, partner] = [await resident(home), await resident(home)];
    const viewer = await viewerOf(someone.residentId);
    expect(await startEmailChange(viewer, { email, ip: `10.4.0.${++visitors}`, browserHash: "here" })).toBeNull();
    const [proof] = await deliveredMails();
    expect(proof!.to).toBe(email);
    return { someone, partner, viewer, email, token: tokenIn(proof!) };
  }
  async function proven() {
    const each = await changing();
    expect(await useLink(each.token, "elsewhere", confirmEmailChange)).toBe("expired");
    expect(await useLink(each.token, "here", confirmEmailChange)).toBe("confirmed");
    const mails = await deliveredMails();
    const signed = /\/oud-mailadres\/([\w.-]+)/.exec(mails.find((mail) => mail.to === each.someone.email)!.text)![1];
    return { ...each, mails, id: readSignedId("leaving a mailbox", signed)! };
  }

  it("asks the old mailbox, tells the other adult, and changes nothing yet", async () => {
    const { someone, partner, mails, email } = await proven();
    expect(mails.map((mail) => mail.to).sort()).toEqual([someone.email, partner.email].sort());
    expect(await emailOf(someone.residentId)).toBe(someone.email);
    expect(mails.find((mail) => mail.to === partner.email)!.text).not.toContain(email);
    expect((await pendingEmailChange(someone.residentId))!.newEmail).toBe(email);
  });

  it("takes effect at once when the old mailbox agrees, and logs out everywhere", async () => {
    const { someone, id, email, viewer } = await proven();
    expect((await lookAtEmailChange(id))!.newEmail).toBe(email);
    expect(await agreeToEmailChange(id)).toBe(true);
    expect(await emailOf(someone.residentId)).toBe(email);
    expect(await listSessions(viewer)).toEqual([]);
    expect(await agreeToEmailChange(id)).toBe(false);
    expect(await stopEmailChange(id)).toBe(false);
  });

  it("is stopped for good by the old mailbox", async () => {
    const { someone, id } = await proven();
    expect(await stopEmailChange(id)).toBe(true);
    expect(await agreeToEmailChange(id)).toBe(false);
    await asAuth((tx) => tx.update(emailChange).set({ effectiveAt: sql`now() - interval '1 day'` }).where(eq(emailChange.id, id)));
    await applyDueEmailChanges();
    expect(await emailOf(someone.residentId)).toBe(someone.email);
  });

  it("takes effect after seven days when the old mailbox is lost", async () => {
    const { someone, id, email } = await proven();
    await applyDueEmailChanges();
    expect(await emailOf(someone.residentId)).toBe(someone.email);
    await asAuth((tx) => tx.update(emailChange).set({ effectiveAt: sql`${emailChange.effectiveAt} - interval '7 days'` }).where(eq(emailChange.id, id)));
    await applyDueEmailChanges();
    expect(await emailOf(someone.residentId)).toBe(email);
  });

  it("takes no address that has an account, and says so only to who reads its mail", async () => {
    const known = await accountWithoutHome();
    const { token, someone } = await changing(known.email);
    expect(await useLink(token, "here", confirmEmailChange)).toBe("taken");
    expect(await pendingEmailChange(someone.residentId)).toBeNull();
  });
});

describe.each(databaseKinds)("one's own sessions on %s", (kind) => {
  testDatabase(kind);

  it("are listed and ended by oneself and by nobody else", async () => {
    const [someone, other] = [await accountWithoutHome(), await accountWithoutHome()];
    const [phone, laptop] = [await logIn(someone.id), await logIn(someone.id)];
    const viewer = await requireAccount(requestTo("/", laptop));
    const list = await listSessions(viewer);
    expect(list).toHaveLength(2);
    expect(list.filter((each) => each.current).map((each) => each.id)).toEqual([viewer.sessionId]);
    const onPhone = list.find((each) => !each.current)!;
    expect(await revokeSession(await viewerOf(other.id), onPhone.id)).toBe(false);
    expect(await revokeSession(viewer, onPhone.id)).toBe(true);
    expect(await currentViewer(requestTo("/", phone))).toBeNull();
    const third = await logIn(someone.id);
    await revokeOtherSessions(viewer);
    expect(await currentViewer(requestTo("/", third))).toBeNull();
    expect(await currentViewer(requestTo("/", laptop))).not.toBeNull();
  });
});
