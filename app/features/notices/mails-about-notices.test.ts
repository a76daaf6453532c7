import { and, eq, isNull, sql } from "drizzle-orm";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { notice, noticeChoice, unsubscription } from "../../../db/schema/notices.ts";
import { membership, resident as residentTable } from "../../../db/schema/people.ts";
import { outbox, wish } from "../../../db/schema/sharing.ts";
import { account } from "../../../db/schema/auth.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { chooseInvolvement } from "../households/choose-involvement.server.ts";
import { deliverOutbox } from "../notifications/deliver-outbox.server.ts";
import { MailError } from "../notifications/mail.ts";
import type { Resident } from "../session/viewer.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { expandHappenings } from "./expand-happenings.server.ts";
import { chooseNotices, ownUnsubscriptions } from "./notice-choice.server.ts";
import { readAll } from "./own-notices.server.ts";
import { readUnsubscribe, unsubscribePath } from "./unsubscribe-link.server.ts";
import { unsubscribe } from "./unsubscribe.server.ts";
import { writeDigests } from "./write-digests.server.ts";

const dream = (who: Resident) => asViewer(who, (tx) => shareWish(tx, who, { scope: "neighbourhood", title: "Samen een kanariedeelauto", audience: "neighbourhood" }));
const joinIn = (who: Resident, id: string) => asViewer(who, (tx) => joinWish(tx, who, id));
/** Tests run at night too. */
const choose = (who: Resident, choice: Parameters<typeof chooseNotices>[2]) => asViewer(who, (tx) => chooseNotices(tx, who, { quietNights: false, ...choice }));
const mailsTo = async (who: Resident) => (await deliveredMails()).filter(({ to }) => to === (who as Resident & { email: string }).email);
const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000);
const unmailed = (who: Resident) => asWorker((tx) => tx.select({ id: notice.id }).from(notice).where(and(eq(notice.residentId, who.residentId), isNull(notice.mailedAt))));

/** Me, whose wish a neighbour joined, told and not delivered yet. */
async function joined(choice: Parameters<typeof chooseNotices>[2] = {}) {
  const people = await neighbours();
  await choose(people.me, choice);
  await choose(people.housemate, { direct: "nothing" });
  const wishId = await dream(people.me);
  await joinIn(people.sameStreet, wishId);
  await expandHappenings();
  return { ...people, wishId };
}

describe.each(databaseKinds)("mail about notices on %s", (kind) => {
  const database = testDatabase(kind);

  it("comes at once about what concerns oneself, with a line, a link, and no word or name of a neighbour", async () => {
    const { me, housemate, sameStreet } = await joined();
    const mails = await deliveredMails();
    expect(mails.map(({ to }) => to)).toEqual([(me as Resident & { email: string }).email]);
    const [mail] = mails;
    expect(mail!.subject).toBe("Iemand doet mee met je wens");
    const [told] = await asWorker((tx) => tx.select({ id: notice.id, mailedAt: notice.mailedAt }).from(notice).where(eq(notice.residentId, me.residentId)));
    expect(mail!.text).toContain(`http://localhost:3000/berichten/${told!.id}`);
    expect(told!.mailedAt).not.toBeNull();
    for (const text of [mail!.text, mail!.html]) for (const secret of ["kanarie", sameStreet.householdId, sameStreet.residentId]) expect(text).not.toContain(secret);
    for (const text of [mail!.text, mail!.html]) expect(text, "nothing was left open").not.toContain("%%");
    expect(mail!.list).toEqual({ id: "Buurhof <berichten.localhost>", unsubscribe: `http://localhost:3000${unsubscribePath("direct", me.accountId)}` });
    expect(await unmailed(housemate)).toHaveLength(1);
    expect(await deliveredMails()).toEqual([]);
  });

  it("comes in the language of who reads it", async () => {
    const { me } = await joined();
    await asAuth((tx) => tx.update(account).set({ locale: "en" }).where(eq(account.id, me.accountId)));
    expect((await mailsTo(me)).map(({ subject }) => subject)).toEqual(["Somebody joins your wish"]);
  });

  it("becomes one mail when several things wait for one person", async () => {
    const { me, otherStreet, flatmate, wishId } = await joined();
    await joinIn(otherStreet, wishId);
    await joinIn(flatmate, wishId);
    await expandHappenings();
    const mails = await mailsTo(me);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain("- 3 huishoudens doen mee met je wens");
    expect(mails[0]!.text).toContain("http://localhost:3000/berichten");
    expect(await unmailed(me)).toEqual([]);
  });

  it("comes as a digest to who wants one, once, with what is unread and still to be seen", async () => {
    const { me, otherStreet, wishId } = await joined({ direct: "weekly" });
    expect(await mailsTo(me)).toEqual([]);
    await joinIn(otherStreet, wishId);
    await expandHappenings();
    expect(await writeDigests(inTwoWeeks())).toBe(1);
    expect(await writeDigests(inTwoWeeks())).toBe(0);
    const [mail, ...more] = await mailsTo(me);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe("Wat er speelt in je buurt");
    expect(mail!.text).toContain("- 2 huishoudens doen mee met je wens");
    expect(mail!.list!.unsubscribe).toContain("/berichten/afmelden/digest/");
    expect(await writeDigests(new Date(Date.now() + 28 * 86_400_000)), "nothing new").toBe(0);
  });

  it("is not written as a digest before one's hour, and made up for after an hour that was missed", async () => {
    const { me } = await joined({ direct: "daily" });
    const happened = new Date(Date.now() + 3 * 86_400_000);
    await asWorker((tx) => tx.update(notice).set({ createdAt: happened }).where(eq(notice.residentId, me.residentId)));
    expect(await writeDigests(happened)).toBe(0);
    expect(await writeDigests(new Date(happened.getTime() + 26 * 3_600_000))).toBe(1);
  });

  it("is not sent about what was read, withdrawn or hidden in between, and an empty digest is none", async () => {
    for (const way of ["read", "withdrawn", "hidden"] as const) {
      const { me, wishId } = await joined({ direct: "daily" });
      await writeDigests(inTwoWeeks());
      expect(await asWorker((tx) => tx.select().from(outbox).where(and(eq(outbox.accountId, me.accountId), isNull(outbox.deliveredAt))))).toHaveLength(1);
      if (way === "read") await asViewer(me, readAll);
      else await asWorker((tx) => tx.update(wish).set(way === "hidden" ? { hiddenAt: sql`now()` } : { withdrawnAt: sql`now()` }).where(eq(wish.id, wishId)));
      expect(await mailsTo(me), way).toEqual([]);
      expect(await asWorker((tx) => tx.select().from(outbox).where(and(eq(outbox.accountId, me.accountId), isNull(outbox.deliveredAt))))).toEqual([]);
    }
  });

  it("is not sent to who moved out, said nu niet, blocked, or chose otherwise since it was written", async () => {
    const changes: Record<string, (who: Resident, neighbour: Resident) => Promise<unknown>> = {
      "moved out": (who) => asWorker((tx) => tx.update(membership).set({ endedAt: sql`now()` }).where(eq(membership.residentId, who.residentId))),
      "nu niet": (who) => asViewer(who, (tx) => chooseInvolvement(tx, who, "not_now")),
      "blocked": (who, neighbour) => asWorker((tx) => tx.execute(sql`insert into block (neighbourhood_code, resident_id, blocked_household_id, street_id) values (${who.neighbourhoodCode}, ${who.residentId}, ${neighbour.householdId}, ${neighbour.streetId})`)),
      "no mail": (who) => choose(who, { direct: "nothing" }),
      "a digest": (who) => choose(who, { direct: "weekly" }),
    };
    for (const [name, change] of Object.entries(changes)) {
      const { me, sameStreet } = await joined();
      await change(me, sameStreet);
      expect(await mailsTo(me), name).toEqual([]);
    }
  });

  it("waits for seven in the morning, without counting as a try", async () => {
    const { me } = await joined();
    await asWorker((tx) => tx.update(noticeChoice).set({ quietNights: true }).where(eq(noticeChoice.accountId, me.accountId)));
    const hour = Number(new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", hour12: false, timeZone: "Europe/Amsterdam" }));
    const night = hour >= 22 || hour < 7;
    expect((await mailsTo(me)).length).toBe(night ? 0 : 1);
    const [row] = await asWorker((tx) => tx.select().from(outbox).where(eq(outbox.accountId, me.accountId)));
    expect({ delivered: row!.deliveredAt !== null, attempts: row!.attempts }).toEqual(night ? { delivered: false, attempts: 0 } : { delivered: true, attempts: 1 });
  });

  it("is tried again when it could not be handed on, with the same key, and is marked as mailed only then", async () => {
    const { me } = await joined();
    const keys: string[] = [];
    const failing = async (_mail: unknown, key: string) => {
      keys.push(key);
      throw new MailError("smtp: 451");
    };
    expect(await deliverOutbox(failing)).toEqual({ delivered: 0, postponed: 1, givenUp: 0 });
    expect(await unmailed(me)).toHaveLength(1);
    await asWorker((tx) => tx.update(outbox).set({ deliverAfter: sql`now()` }).where(eq(outbox.accountId, me.accountId)));
    const mails = await mailsTo(me);
    expect(mails.map(({ key }) => key)).toEqual(keys);
    expect(await unmailed(me)).toEqual([]);
  });

  it("is turned off with the link in it, which says so on one's own page and in the journal, and does nothing twice", async () => {
    const { me } = await joined();
    const link = readUnsubscribe({ scope: "direct", signed: unsubscribePath("direct", me.accountId).split("/").at(-1)! });
    expect(link).toEqual({ scope: "direct", accountId: me.accountId });
    await unsubscribe(link!.accountId, link!.scope, "mail_program");
    await unsubscribe(link!.accountId, link!.scope, "mail_program");
    expect(await mailsTo(me)).toEqual([]);
    expect((await asViewer(me, (tx) => ownUnsubscriptions(tx, me))).map(({ scope, way }) => [scope, way])).toEqual([["direct", "mail_program"]]);
    expect(await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(and(eq(journalEntry.subjectId, me.accountId), eq(journalEntry.kind, "withdrawal"))))).toHaveLength(1);
  });

  it("stays off after a restore, all of it, because the journal tells that mail was turned off and not which", async () => {
    vi.stubEnv("JOURNAL_FILE", join(mkdtempSync(join(tmpdir(), "buurhof-mail-")), "journal.txt"));
    const { me, housemate } = await joined();
    await unsubscribe(me.accountId, "digest", "mail_program");
    await unsubscribe(housemate.accountId, "digest", "mail_program");
    // What the database was before: neither choice nor line.
    await asWorker((tx) => tx.delete(noticeChoice));
    await asWorker((tx) => tx.delete(unsubscription));
    await asOwner(database, "delete from journal_entry where kind = 'withdrawal'");
    await asOwner(database, `delete from membership where resident_id = '${housemate.residentId}'`);
    await replayJournal(database.connection);
    const choices = await asWorker((tx) => tx.select().from(noticeChoice));
    const nothing = { direct: "nothing", questions: "nothing", visits: "nothing", wishes: "nothing", homes: "nothing", neighbourhood: "nothing" };
    expect(choices, "of who is not there any more nothing is made").toMatchObject([{ accountId: me.accountId, ...nothing }]);
    expect(await mailsTo(me)).toEqual([]);
    expect(await writeDigests(inTwoWeeks())).toBe(0);
    vi.unstubAllEnvs();
  });

  it("keeps what comes at once when the digest is turned off, and nothing when all is", async () => {
    const { me } = await neighbours();
    const choice = async () => (await asWorker((tx) => tx.select().from(noticeChoice).where(eq(noticeChoice.accountId, me.accountId))))[0]!;
    await unsubscribe(me.accountId, "digest", "page");
    expect(await choice()).toMatchObject({ direct: "at_once", wishes: "nothing", homes: "nothing", neighbourhood: "nothing" });
    await unsubscribe(me.accountId, "all", "page");
    expect(await choice()).toMatchObject({ direct: "nothing", wishes: "nothing" });
  });

  it("gives one answer to a link of an account that is gone, and none to one that nobody signed", async () => {
    const gone = "00000000-0000-4000-8000-0000000000aa";
    await unsubscribe(gone, "all", "mail_program");
    expect(await asWorker((tx) => tx.select().from(unsubscription).where(eq(unsubscription.accountId, gone)))).toEqual([]);
    const signed = unsubscribePath("direct", gone).split("/").at(-1)!;
    expect(readUnsubscribe({ scope: "all", signed })).toBeNull();
    expect(readUnsubscribe({ scope: "direct", signed: `${signed}x` })).toBeNull();
    expect(readUnsubscribe({ scope: "direct", signed })).toEqual({ scope: "direct", accountId: gone });
  });

  it("is told of again from the next one on when somebody takes part again", async () => {
    const { me, otherStreet, wishId } = await joined();
    await asWorker((tx) => tx.update(residentTable).set({ involvement: "not_now" }).where(eq(residentTable.id, me.residentId)));
    expect(await mailsTo(me)).toEqual([]);
    await asViewer(me, (tx) => chooseInvolvement(tx, me, "join_in"));
    await joinIn(otherStreet, wishId);
    await expandHappenings();
    expect(await mailsTo(me)).toHaveLength(1);
  });
});
