import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account, session } from "../../../db/schema/auth.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { dayInWords } from "../../i18n/day.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { createSession } from "../session/create-session.server.ts";
import { currentViewer } from "../session/guards.server.ts";
import { endInactive } from "./end-inactive.server.ts";

const awayFor = (accountId: string, months: number) =>
  asAuth((tx) => tx.update(account).set({ lastActiveOn: sql`(current_date - make_interval(months => ${months}::int))::date - 1` }).where(eq(account.id, accountId)));
const toldDaysAgo = (accountId: string, days: number) => asAuth((tx) => tx.update(account).set({ inactiveToldAt: sql`now() - make_interval(days => ${days}::int)` }).where(eq(account.id, accountId)));
const leaves = async (accountId: string) => (await asWorker((tx) => tx.select({ id: erasure.accountId }).from(erasure).where(eq(erasure.accountId, accountId)))).length === 1;
const rowOf = async (accountId: string) => (await asAuth((tx) => tx.select({ told: account.inactiveToldAt, active: account.lastActiveOn, today: sql<string>`current_date::text` }).from(account).where(eq(account.id, accountId))))[0]!;

describe.each(databaseKinds)("being away for long on %s", (kind) => {
  testDatabase(kind);

  it("is told once after 23 months, with the day on which everything goes, and nobody else is told", async () => {
    const { me, sameStreet } = await neighbours();
    await awayFor(me.accountId, 23);
    await asAuth((tx) => tx.update(account).set({ lastActiveOn: sql`(current_date - interval '22 months')::date` }).where(eq(account.id, sameStreet.accountId)));
    expect(await endInactive()).toEqual({ told: 1, left: 0 });
    expect(await endInactive()).toEqual({ told: 0, left: 0 });
    const mails = await deliveredMails();
    expect(mails.map(({ to }) => to)).toEqual([me.email]);
    const inThirtyDays = dayInWords(new Date(Date.now() + 30 * 86_400_000), "nl");
    const inAMonth = await asAuth((tx) => tx.select({ day: sql`(${account.lastActiveOn} + interval '24 months')::timestamptz`.mapWith(account.createdAt) }).from(account).where(eq(account.id, me.accountId)));
    expect([inThirtyDays, dayInWords(inAMonth[0]!.day, "nl")].some((day) => mails[0]!.text.includes(day))).toBe(true);
    expect(await leaves(me.accountId)).toBe(false);
  });

  it("ends after 24 months and 30 days' notice as if it was asked: hidden, journalled, and erased a week later", async () => {
    const { sameStreet, flatmate, me } = await neighbours();
    const id = await asViewer(sameStreet, (tx) => shareMeasure(tx, sameStreet, { kind: "induction", state: "done", year: null, costRange: null, doneBy: null, audience: "street" }));
    for (const one of [sameStreet, flatmate]) await awayFor(one.accountId, 24);
    await toldDaysAgo(sameStreet.accountId, 31);
    await toldDaysAgo(flatmate.accountId, 29);
    expect(await endInactive()).toEqual({ told: 0, left: 1 });
    expect([await leaves(sameStreet.accountId), await leaves(flatmate.accountId)]).toEqual([true, false]);
    expect(await asViewer(me, (tx) => findMeasure(tx, me, id))).toBeNull();
    const [member] = await asWorker((tx) => tx.select({ reason: membership.endedReason }).from(membership).where(eq(membership.residentId, sameStreet.residentId)));
    expect(member).toEqual({ reason: "erasure" });
    expect(await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, sameStreet.residentId)))).toEqual([{ kind: "erasure" }]);
    expect(await endInactive()).toEqual({ told: 0, left: 0 });
  });

  it("tells first whoever was away for far longer", async () => {
    const { me } = await neighbours();
    await awayFor(me.accountId, 40);
    expect(await endInactive()).toEqual({ told: 1, left: 0 });
    expect(await leaves(me.accountId)).toBe(false);
  });

  it("is over with logging in, and with being here in a session from before", async () => {
    const { me, sameStreet } = await neighbours();
    for (const one of [me, sameStreet]) {
      await awayFor(one.accountId, 24);
      await toldDaysAgo(one.accountId, 31);
    }
    await asAuth((tx) => createSession(tx, me.accountId, requestTo("/inloggen").request));
    const cookie = await logIn(sameStreet.accountId);
    await asAuth((tx) => tx.update(session).set({ lastSeenAt: sql`now() - interval '1 day'` }).where(eq(session.accountId, sameStreet.accountId)));
    await currentViewer(requestTo("/kaart", cookie));
    for (const one of [me, sameStreet]) {
      const { told, active, today } = await rowOf(one.accountId);
      expect([told, active]).toEqual([null, today]);
    }
    expect(await endInactive()).toEqual({ told: 0, left: 0 });
  });
});
