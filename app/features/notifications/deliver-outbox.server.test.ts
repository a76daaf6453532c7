import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { emailChange, householdInvitation, waiting } from "../../../db/schema/auth.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { codeIn, deliveredMails, tokenIn } from "../../../tests/support/mail.ts";
import { accountWithoutHome, dwelling, household, neighbourhood, resident } from "../../../tests/support/people.ts";
import { askProof } from "../session/ask-proof.server.ts";
import { emailForm } from "../session/email.schema.server.ts";
import { deliverOutbox, pauses } from "./deliver-outbox.server.ts";
import { enqueue } from "./enqueue.server.ts";
import { resendTransport } from "./resend-transport.server.ts";
import { smtpTransport } from "./smtp-transport.server.ts";
import { noticePaths, type NoticeTemplate } from "./templates.ts";
import { MailError, type Transport } from "./mail.ts";

const list = { id: "Buurhof <berichten.voorbeeld.test>", unsubscribe: "https://voorbeeld.test/berichten/afmelden/direct/00000000-0000-4000-8000-000000000001.c2lnbmVk" };
const failing: Transport = async () => {
  throw new MailError("smtp: 451");
};
const hurry = () => asWorker((tx) => tx.update(outbox).set({ deliverAfter: sql`now()` }));
const rowOf = async (accountId: string) => (await asWorker((tx) => tx.select().from(outbox).where(eq(outbox.accountId, accountId))))[0]!;

afterEach(() => vi.restoreAllMocks());

describe.each(databaseKinds)("the outbox on %s", (kind) => {
  testDatabase(kind);

  it("has a mail after the commit and none after a rollback", async () => {
    const { id, email } = await accountWithoutHome();
    await expect(
      asAuth(async (tx) => {
        await enqueue(tx, "new-adult", { accountId: id });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await deliveredMails()).toEqual([]);
    await asAuth((tx) => enqueue(tx, "new-adult", { accountId: id }));
    expect((await deliveredMails()).map((mail) => mail.to)).toEqual([email]);
    expect(await deliveredMails()).toEqual([]);
  });

  it("is written by residents too, who can't read it", async () => {
    const someone = await resident(await household(await dwelling((await neighbourhood()).code)));
    await asViewer(someone, (tx) => enqueue(tx, "new-adult", { accountId: someone.residentId }));
    await expect(asViewer(someone, (tx) => tx.select().from(outbox))).rejects.toThrow();
    expect(await deliveredMails()).toHaveLength(1);
  });

  it("delivers once when four processes deliver at the same time", async () => {
    for (let each = 0; each < 25; each++) {
      const { id } = await accountWithoutHome();
      await asAuth((tx) => enqueue(tx, "new-adult", { accountId: id }));
    }
    const boxes = await Promise.all(Array.from({ length: 4 }, deliveredMails));
    const keys = boxes.flat().map((mail) => mail.key);
    expect(keys).toHaveLength(25);
    expect(new Set(keys).size).toBe(25);
  });

  it("tries again with growing pauses, gives up visibly and keeps no address in the reason", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { id, email } = await accountWithoutHome();
    await asAuth((tx) => enqueue(tx, "new-adult", { accountId: id }));
    const waits: number[] = [];
    for (const _ of pauses) {
      expect(await deliverOutbox(failing)).toEqual({ delivered: 0, postponed: 1, givenUp: 0 });
      const row = await rowOf(id);
      waits.push(Math.round((row.deliverAfter.getTime() - Date.now()) / 60_000));
      await hurry();
    }
    expect(waits).toEqual([...pauses]);
    expect(await deliverOutbox(failing)).toEqual({ delivered: 0, postponed: 0, givenUp: 1 });
    const row = await rowOf(id);
    expect(row.givenUpAt).not.toBeNull();
    expect(row.lastError).toBe("smtp: 451");
    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.stringify(logged.mock.calls)).not.toContain(email);
  });

  it("delivers what a process took that died before it could say so, with the same key and the same link", async () => {
    const { id, email } = await accountWithoutHome();
    await asAuth((tx) => askProof(tx, { purpose: "log_in", email, locale: "nl", browserHash: "b", accountId: id }));
    const seen: { key: string; token: string; code: string }[] = [];
    const dying: Transport = async (mail, key) => {
      seen.push({ key, token: tokenIn(mail), code: codeIn(mail) });
      await new Promise(() => {});
    };
    void deliverOutbox(dying);
    await vi.waitFor(() => expect(seen).toHaveLength(1), { timeout: 10_000 });
    expect(await deliveredMails()).toEqual([]);
    await hurry();
    const [mail] = await deliveredMails();
    expect({ key: mail!.key, token: tokenIn(mail!), code: codeIn(mail!) }).toEqual(seen[0]);
  });

  it("gives up a link or code that would come too late to be of use", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await asAuth((tx) => askProof(tx, { purpose: "log_in", email: "laat@voorbeeld.test", locale: "nl", browserHash: "b" }));
    await asWorker((tx) => tx.update(outbox).set({ createdAt: sql`now() - interval '31 minutes'` }).where(sql`${outbox.proofId} is not null`));
    expect(await deliverOutbox(failing)).toMatchObject({ givenUp: 1 });
  });

  it("holds ids only", async () => {
    const { email } = await accountWithoutHome();
    await asAuth((tx) => askProof(tx, { purpose: "log_in", email, locale: "nl", browserHash: "b" }));
    expect(JSON.stringify(await asWorker((tx) => tx.select().from(outbox)))).not.toContain("@");
    await deliveredMails();
  });

  it("writes every mail in Dutch and English, in HTML and text, with a line and a link to our own site and nothing of a neighbour", async () => {
    for (const locale of ["nl", "en"] as const) {
      const { id, email } = await accountWithoutHome({ locale });
      const area = await neighbourhood();
      const home = await household(await dwelling(area.code));
      await asAuth(async (tx) => {
        for (const template of Object.keys(noticePaths) as NoticeTemplate[]) await enqueue(tx, template, { accountId: id });
        for (const purpose of ["log_in", "sign_up", "change_email", "confirm_waiting"] as const) await askProof(tx, { purpose, email, locale, browserHash: "b", accountId: id });
        await askProof(tx, { purpose: "log_in", email: `geen-${email}`, locale, browserHash: "b" });
        const [waits] = await tx.insert(waiting).values({ email, locale, neighbourhoodCode: area.code, confirmedAt: sql`now()` }).returning();
        await enqueue(tx, "waiting-served", { subjectId: waits!.id });
        const [invited] = await tx.insert(householdInvitation).values({ householdId: home.id, invitedBy: id, email, locale, expiresAt: sql`now() + interval '1 day'` }).returning();
        await enqueue(tx, "invitation", { subjectId: invited!.id });
        const [change] = await tx.insert(emailChange).values({ accountId: id, oldEmail: email, newEmail: `nieuw-${email}`, confirmedAt: sql`now()` }).returning();
        await enqueue(tx, "email-leaving", { subjectId: change!.id });
      });
      const mails = await deliveredMails();
      expect(mails).toHaveLength(Object.keys(noticePaths).length + 8);
      expect(new Set(mails.map((mail) => mail.subject)).size).toBeGreaterThan(12);
      for (const mail of mails) {
        expect(mail.text).toContain(locale === "nl" ? "Hallo," : "Hello,");
        expect(mail.html).toContain(`lang="${locale}"`);
        const links = [...mail.html.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1]!);
        expect(links.length).toBeGreaterThan(0);
        for (const link of links) expect(link).toMatch(/^http:\/\/localhost:3000\//);
        expect(mail.text).toContain(links[0]);
        expect(mail.html).not.toContain("<img");
      }
    }
  });
});

it("speaks SMTP, with the address as envelope only and a Message-ID that stays the same", async () => {
  const received: { to: string[]; body: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({ to: session.envelope.rcptTo.map((each) => each.address), body: Buffer.concat(chunks).toString() });
        done();
      });
    },
    onRcptTo: (address, _session, done) => (address.address.startsWith("weg") ? done(Object.assign(new Error("unknown user weg@voorbeeld.test"), { responseCode: 550 })) : done()),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const send = smtpTransport({ url: `smtp://127.0.0.1:${port}`, from: "Buurhof <post@buurhof.test>" });
  const mail = { to: "noor@voorbeeld.test", subject: "Inloggen bij Buurhof – é", html: "<p>Hallo</p>", text: "Hallo" };
  await send(mail, "buurhof-1");
  await send(mail, "buurhof-1");
  await send({ ...mail, list }, "buurhof-4");
  await expect(send({ ...mail, to: "weg@voorbeeld.test" }, "buurhof-2")).rejects.toThrow(/^smtp: EENVELOPE 550$/);
  // Whatever a form let through, an address or subject can't become another header or another receiver.
  await send({ ...mail, to: "noor@voorbeeld.test\r\nBcc: ander@voorbeeld.test", subject: "Hoi\r\nBcc: ander@voorbeeld.test" }, "buurhof-3").catch(() => {});
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(received[0]!.to).toEqual(["noor@voorbeeld.test"]);
  expect(received[0]!.body).toContain("Message-ID: <buurhof-1@buurhof.test>");
  expect(received[1]!.body).toContain("Message-ID: <buurhof-1@buurhof.test>");
  const unfolded = received.map(({ body }) => body.replace(/\r\n[ \t]+/g, " "));
  expect(unfolded[2]).toContain(`List-Unsubscribe: <${list.unsubscribe}>`);
  expect(unfolded[2]).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(unfolded[2]).toMatch(new RegExp(`^List-ID: ${list.id.replaceAll(".", "\\.")}`, "im"));
  expect(unfolded[0]).not.toMatch(/^list-/im);
  for (const { to, body } of received) {
    expect(to.join()).not.toContain("ander@");
    expect(body).not.toMatch(/^bcc:/im);
  }
});

it("speaks Resend's HTTP contract, with an idempotency key", async () => {
  const requests: { path: string; headers: Record<string, unknown>; body: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      const body = JSON.parse(text) as Record<string, unknown>;
      requests.push({ path: `${request.method} ${request.url}`, headers: request.headers, body });
      const refused = String(body.to).includes("weg");
      const other = request.headers["idempotency-key"] === "buurhof-1" && body.subject !== "Inloggen";
      if (other) {
        response.writeHead(409, { "Content-Type": "application/json" });
        response.end(JSON.stringify({ statusCode: 409, name: "invalid_idempotent_request", message: "This key was used with another payload" }));
        return;
      }
      response.writeHead(refused ? 422 : 200, { "Content-Type": "application/json" });
      response.end(JSON.stringify(refused ? { statusCode: 422, name: "validation_error", message: "weg@voorbeeld.test is unknown" } : { id: "49a3999c" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = resendTransport({ apiKey: "re_test", baseUrl, from: "Buurhof <post@buurhof.test>" });
  const mail = { to: "noor@voorbeeld.test", subject: "Inloggen", html: "<p>Hallo</p>", text: "Hallo" };
  await send(mail, "buurhof-1");
  await expect(send({ ...mail, to: "weg@voorbeeld.test" }, "buurhof-2")).rejects.toThrow(/^resend: validation_error \(422\)$/);
  await send({ ...mail, list }, "buurhof-3");
  await send({ ...mail, subject: "Iets anders" }, "buurhof-1");
  server.close();
  expect(requests[2]!.body.headers).toEqual({ "List-Id": list.id, "List-Unsubscribe": `<${list.unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  expect(requests[0]).toMatchObject({
    path: "POST /emails",
    headers: { authorization: "Bearer re_test", "idempotency-key": "buurhof-1" },
    body: { from: "Buurhof <post@buurhof.test>", to: ["noor@voorbeeld.test"], subject: "Inloggen", html: "<p>Hallo</p>", text: "Hallo" },
  });
  await expect(send(mail, "buurhof-3")).rejects.toThrow(/^resend: application_error$/);
});

it.each(["noor@voorbeeld.test\r\nBcc: ander@voorbeeld.test", "noor@voorbeeld.test\n", "a@b, c@d", "Noor <noor@voorbeeld.test>", "noor@voorbeeld.test\0", `${"a".repeat(250)}@b.nl`, "@b.nl", ""])(
  "takes no address such as %j",
  (text) => {
    const parsed = emailForm("nl").safeParse({ email: text });
    if (parsed.success) expect(parsed.data.email).toBe("noor@voorbeeld.test");
    else expect(parsed.error.issues[0]!.message).toContain("mailadres");
  },
);

it("reads an address in small letters, without spaces around it", () => {
  expect(emailForm("en").parse({ email: "  Noor@Voorbeeld.TEST " })).toEqual({ email: "noor@voorbeeld.test" });
});

