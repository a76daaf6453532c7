import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expandHappenings } from "../../app/features/notices/expand-happenings.server.ts";
import { chooseNotices } from "../../app/features/notices/notice-choice.server.ts";
import { writeDigests } from "../../app/features/notices/write-digests.server.ts";
import { deliverOutbox } from "../../app/features/notifications/deliver-outbox.server.ts";
import { smtpTransport } from "../../app/features/notifications/smtp-transport.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { joinWish } from "../../app/features/wishes/join-wish.server.ts";
import { shareWish } from "../../app/features/wishes/share-wish.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { everyDatabase, testDatabase } from "../support/databases.ts";
import { neighbours } from "../support/neighbours.ts";
import { hasBuild, runApp, type RunningApp } from "../support/running-app.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A mail server that keeps what it gets. */
async function mailServer() {
  const received: { to: string[]; body: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), body: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { received, deliver: () => deliverOutbox(smtpTransport({ url, from: "Buurhof <post@buurhof.test>" })), stop: () => new Promise<void>((closed) => server.close(() => closed())) };
}

/** A header of a mail, with the lines it was folded over put together. */
const header = (body: string, name: string) => new RegExp(`^${name}:(.*(?:\\r\\n[ \\t].*)*)`, "mi").exec(body)?.[1]?.replaceAll(/\r\n[ \t]+/g, " ").trim();

describe.runIf(hasBuild("digest")).each(everyDatabase.slice(-1))("a digest on %s", (kind) => {
  testDatabase(kind);
  let app: RunningApp;
  let mail: Awaited<ReturnType<typeof mailServer>>;
  beforeAll(async () => {
    [app, mail] = [await runApp(), await mailServer()];
  });
  afterAll(async () => {
    app.stop();
    await mail.stop();
  });

  test("is received over SMTP with nothing of a neighbour in it, is turned off with the one POST of a mail program, and comes no more", async () => {
    const { me, housemate, sameStreet, otherStreet } = await neighbours();
    await asViewer(me, (tx) => chooseNotices(tx, me, { direct: "weekly", quietNights: false }));
    await asViewer(housemate, (tx) => chooseNotices(tx, housemate, { direct: "nothing" }));
    const dream = await asViewer(me, (tx) => shareWish(tx, me, { scope: "neighbourhood", title: "Samen een kanariedeelauto", audience: "neighbourhood" }));
    const join = async (who: Resident) => {
      await asViewer(who, (tx) => joinWish(tx, who, dream));
      await expandHappenings();
    };
    await join(sameStreet);
    expect(await writeDigests(inDays(8))).toBe(1);
    expect(await mail.deliver()).toMatchObject({ delivered: 1 });
    const [{ to, body }] = mail.received as [(typeof mail.received)[number]];
    expect(to).toEqual([(me as Resident & { email: string }).email]);
    expect(body).toContain("Iemand doet mee met je wens");
    expect(body, "every place was filled in").not.toContain("%%");
    for (const secret of ["kanarie", sameStreet.householdId, sameStreet.residentId]) expect(body).not.toContain(secret);
    expect(header(body, "List-Id")).toMatch(/^Buurhof <berichten\./);
    expect(header(body, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    const path = new URL(/<(http[^>]+)>/.exec(header(body, "List-Unsubscribe")!)![1]!).pathname;

    const opened = await fetch(`${app.url}${path}`);
    expect(opened.status, "a scanner that opens it turns nothing off").toBe(200);
    await join(otherStreet);
    expect(await writeDigests(inDays(16))).toBe(1);
    const elsewhere = { Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" };
    const turnedOff = await fetch(`${app.url}${path}`, { method: "POST", headers: elsewhere, body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
    expect([turnedOff.status, turnedOff.headers.get("set-cookie")]).toEqual([200, null]);
    await mail.deliver();
    expect(mail.received, "what was written before is not sent after it").toHaveLength(1);
    expect(await writeDigests(inDays(24)), "and nothing is written any more").toBe(0);
  });
});
