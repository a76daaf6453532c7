import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leftFact } from "../../../db/schema/homes.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { consent, membership, plannedMove } from "../../../db/schema/people.ts";
import { measure } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { household as householdAt, resident as residentAt } from "../../../tests/support/people.ts";
import { action as move, loader as movingPage } from "../../routes/huishouden.verhuizen.tsx";
import { action as callOff } from "../../routes/huishouden.verhuizen_.afzegging.ts";
import { consentBook } from "../consent/consent-book.server.ts";
import { changeMeasureAudience } from "../measures/change-measure-audience.server.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { withdrawMeasure } from "../measures/withdraw-measure.server.ts";
import { leftFacts } from "../own-home/left-facts.server.ts";
import { removeLeftFact } from "../own-home/remove-left-fact.server.ts";
import { takeOverLeftFact } from "../own-home/take-over-left-fact.server.ts";
import { forgetLeftFacts, leaveFacts, leftFactMonths } from "../privacy/leave-facts.server.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import { withdrawConsent } from "../privacy/withdraw-consent.server.ts";
import { dayAfter, today } from "../roles/role-days.ts";
import { currentViewer, isResident } from "../session/guards.server.ts";
import type { AccountViewer, Resident } from "../session/viewer.ts";
import { eraseWithdrawn } from "../sharing/erase-withdrawn.server.ts";
import { chooseWhatStays, leavable } from "./leave-behind.server.ts";
import { moveOut, moveOutThoseDue } from "./move-out.server.ts";
import { movesOn, planMove } from "./plan-move.server.ts";
import { returnHome } from "./return-home.server.ts";
import { leftBehind, takeAllAlong } from "./take-along.server.ts";

const share = (who: Resident, more: object = {}) =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "induction", state: "done", year: 2019, costRange: "500_2000", doneBy: "company", experience: "Onze oom deed het", audience: "street", ...more }));
const leave = (who: Resident, ...ids: string[]) => asViewer(who, (tx) => chooseWhatStays(tx, who, ids));
const chosen = async (who: Resident) => (await asViewer(who, (tx) => leavable(tx, who))).filter(({ stays }) => stays).map(({ id }) => id);
const planned = (who: Resident) => asViewer(who, (tx) => movesOn(tx, who));
const facts = async (who: Resident) => (await asViewer(who, leftFacts)).map(({ kind, year }) => ({ kind, year }));
const now = async (who: { accountId: string }) => (await currentViewer(requestTo("/", await logIn(who.accountId)))) as AccountViewer;
const lives = async (who: Resident) => isResident(await now(who));
const daysPass = (who: Resident, days: number) =>
  asWorker(async (tx) => {
    const back = sql`make_interval(days => ${days}::int)`;
    await tx.update(membership).set({ endedAt: sql`${membership.endedAt} - ${back}` }).where(eq(membership.residentId, who.residentId));
    await tx.update(measure).set({ withdrawnAt: sql`${measure.withdrawnAt} - ${back}` }).where(eq(measure.residentId, who.residentId));
    await tx.update(consent).set({ withdrawnAt: sql`${consent.withdrawnAt} - ${back}` }).where(eq(consent.residentId, who.residentId));
  });
const leftAt = ({ dwellingId }: Resident) => asWorker((tx) => tx.select().from(leftFact).where(eq(leftFact.dwellingId, dwellingId)));
/** The two rules of the daily job, in their order. */
const night = async () => [await asWorker(leaveFacts), await asWorker(eraseWithdrawn)];
/** Who lives in this home after those of before. */
async function nextAt({ dwellingId, neighbourhoodCode, streetId, buildingId }: Resident): Promise<Resident> {
  const next = await residentAt(await householdAt({ id: dwellingId, neighbourhoodCode, streetId, buildingId: buildingId!, postcode: "1000AA", houseNumber: 1 }));
  return (await now({ accountId: next.residentId })) as Resident;
}
const args = async (who: Resident, form?: [string, string][]) => {
  const { request } = requestTo("/", await logIn(who.accountId), form ? { method: "POST", body: new URLSearchParams(form) } : {});
  return { request, context: { nonce: "n", ip: "10.4.0.1" }, params: {} };
};

describe.each(databaseKinds)("moving on a day on %s", (kind) => {
  testDatabase(kind);

  it("leaves everything as it is until the day is over in Dutch time, and then ends the own membership only", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const [mine, theirs] = [await share(me), await share(housemate)];
    const sees = (id: string) => asViewer(sameStreet, async (tx) => (await findMeasure(tx, sameStreet, id)) !== null);
    await asViewer(me, (tx) => planMove(tx, me, "2099-01-12"));
    // 23:30 on the twelfth in winter time, and half past midnight of the night that follows.
    expect(await moveOutThoseDue(new Date("2099-01-12T22:30:00Z"))).toBe(0);
    expect([await lives(me), await sees(mine)]).toEqual([true, true]);
    expect(await moveOutThoseDue(new Date("2099-01-12T23:30:00Z"))).toBe(1);
    expect([await lives(me), await lives(housemate), await sees(mine), await sees(theirs)]).toEqual([false, true, false, true]);
    expect(await asWorker((tx) => tx.select().from(plannedMove))).toEqual([]);
    expect(await moveOutThoseDue(new Date("2099-01-13T23:30:00Z"))).toBe(0);
    // In summer time the day is over an hour earlier in UTC.
    await asViewer(housemate, (tx) => planMove(tx, housemate, "2099-07-01"));
    expect(await moveOutThoseDue(new Date("2099-07-01T21:59:00Z"))).toBe(0);
    expect(await moveOutThoseDue(new Date("2099-07-01T22:01:00Z"))).toBe(1);
  });

  it("can be changed and called off until then, is one's own to know, and a backup of before has nobody move", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = await share(me);
    await asViewer(me, (tx) => planMove(tx, me, "2099-01-12"));
    await asViewer(me, (tx) => planMove(tx, me, "2099-02-01"));
    await leave(me, id);
    expect([await planned(me), await planned(housemate)]).toEqual(["2099-02-01", null]);
    const read = (who: Resident) => asViewer(who, (tx) => tx.select().from(plannedMove));
    expect([await read(housemate), await read(sameStreet)]).toEqual([[], []]);
    const purposes = async (who: Resident) => (await asViewer(who, (tx) => consentBook(tx, who))).map(({ purpose }) => purpose);
    expect(await purposes(housemate)).not.toContain("leave_behind");
    expect(await purposes(me)).toContain("leave_behind");
    await callOff(await args(me));
    expect([await planned(me), await chosen(me)]).toEqual([null, []]);
    expect(await moveOutThoseDue(new Date("2099-03-01"))).toBe(0);
    const lines = await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(and(eq(journalEntry.subjectId, me.residentId), eq(journalEntry.kind, "stay"))));
    expect(lines).toHaveLength(2);
  });

  it("is asked in one form: today is at once, an empty day is today, and a day of before, of later than a year or of no calendar is refused with what was typed", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await share(me);
    const [of, other] = [await share(sameStreet), await share(sameStreet, { state: "planned" })];
    const wrong = async (datum: string) => ((await move(await args(me, [["datum", datum], ["blijft[]", id], ["sure[]", "yes"]]))) as unknown as { data: { errors: object; values: { blijft: string[] } } }).data;
    for (const datum of ["2020-01-01", dayAfter({ years: 2 }), "2027-02-30", "morgen"]) expect(await wrong(datum)).toMatchObject({ errors: { datum: expect.any(String) }, values: { blijft: [id] } });
    const unsure = (await move(await args(me, [["datum", today()]]))) as unknown as { data: object };
    expect(unsure.data).toMatchObject({ errors: { sure: expect.any(String) } });
    expect(await lives(me)).toBe(true);
    const later = (await move(await args(me, [["datum", dayAfter({ years: 1 })], ["blijft[]", id], ["blijft[]", of], ["blijft[]", "geen id"], ["sure[]", "yes"]]))) as Response;
    expect(later.headers.get("Location")).toBe("/huishouden/verhuizen");
    expect([await planned(me), await chosen(me)]).toEqual([dayAfter({ years: 1 }), [id]]);
    const page = await movingPage(await args(me));
    expect(page).toMatchObject({ planned: dayAfter({ years: 1 }), leavable: [{ id, kind: "induction", year: 2019, stays: true }] });
    // What the page shows is what the ledger keeps.
    const [kept] = await asWorker((tx) => tx.select({ text: consent.textShown }).from(consent).where(and(eq(consent.residentId, me.residentId), eq(consent.purpose, "leave_behind"))));
    expect(kept!.text).toBe(page.consent);
    const atOnce = (await move(await args(sameStreet, [["blijft[]", of], ["blijft[]", other], ["sure[]", "yes"]]))) as Response;
    expect(atOnce.headers.get("Location")).toBe("/verhuisd");
    expect(await leftBehind(sameStreet), "a plan can't stay").toBe(1);
  });
});

describe.each(databaseKinds)("what stays with a home on %s", (kind) => {
  testDatabase(kind);

  it("is the kind and the year of what was chosen, seven days later, for who lives there and nobody else; the rest goes along", async () => {
    const { sameStreet: leaver, me: neighbour } = await neighbours();
    const [stays, along] = [await share(leaver), await share(leaver, { kind: "glazing" })];
    await leave(leaver, stays);
    await moveOut(leaver);
    const next = await nextAt(leaver);
    expect([await night(), await facts(next)]).toEqual([[0, 0], []]);
    await daysPass(leaver, 8);
    expect(await night()).toEqual([1, 1]);
    expect(await facts(next)).toEqual([{ kind: "induction", year: 2019 }]);
    expect(await facts(neighbour)).toEqual([]);
    expect((await ownData(next)).leftFact).toHaveLength(1);
    const rows = await leftAt(leaver);
    expect(rows).toHaveLength(1);
    for (const secret of [leaver.residentId, leaver.householdId, stays, along, "oom", "company"]) expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows[0]!.leftOn).toMatch(/-01$/);
    expect(await night(), "once").toEqual([0, 0]);
  });

  it("can be taken over, for the household only, or removed, once and by who lives there", async () => {
    const { sameStreet: leaver, me: neighbour } = await neighbours();
    await leave(leaver, await share(leaver), await share(leaver, { kind: "glazing", year: null }));
    await moveOut(leaver);
    await daysPass(leaver, 8);
    await night();
    const next = await nextAt(leaver);
    const [first, second] = await asViewer(next, leftFacts);
    expect(await asViewer(neighbour, (tx) => removeLeftFact(tx, first!.id))).toBeNull();
    const made = await asViewer(next, (tx) => takeOverLeftFact(tx, next, first!.id));
    expect(await asViewer(next, (tx) => findMeasure(tx, next, made!))).toMatchObject({ kind: first!.kind, year: first!.year, state: "done", doneBy: "previous_owner", audience: "household" });
    expect(await asViewer(neighbour, (tx) => findMeasure(tx, neighbour, made!))).toBeNull();
    expect(await asViewer(next, (tx) => takeOverLeftFact(tx, next, first!.id))).toBeNull();
    expect(await asViewer(next, (tx) => removeLeftFact(tx, second!.id))).toEqual({ kind: second!.kind, year: second!.year });
    expect(await facts(next)).toEqual([]);
    const journaled = await asWorker((tx) => tx.select({ id: journalEntry.subjectId }).from(journalEntry).where(eq(journalEntry.kind, "withdrawal")));
    for (const { id } of [first!, second!]) expect(journaled.map((line) => line.id)).toContain(id);
  });

  it("is nothing of what was taken along after all, of who came back, of who asked to be erased, and of what was taken back before", async () => {
    const { me, sameStreet, otherStreet, flatmate } = await neighbours();
    const all = [me, sameStreet, otherStreet, flatmate];
    for (const who of all) await leave(who, await share(who, { audience: "household" }));
    const [withdrawn] = await chosen(flatmate);
    await asViewer(flatmate, (tx) => withdrawMeasure(tx, flatmate, withdrawn!));
    for (const who of all) await moveOut(who);
    expect(await Promise.all(all.map(leftBehind))).toEqual([1, 1, 1, 0]);
    expect([await takeAllAlong(me), await takeAllAlong(me), await leftBehind(me)]).toEqual([1, 0, 0]);
    await returnHome(await now(sameStreet));
    await requestErasure(await now(otherStreet));
    for (const who of all) await daysPass(who, 8);
    expect((await night())[0]).toBe(0);
    for (const who of all) expect(await leftAt(who)).toEqual([]);
    expect(await takeAllAlong(otherStreet), "too late").toBe(0);
  });

  it("stays chosen when its audience changes, and can be withdrawn in the book", async () => {
    const { me } = await neighbours();
    const id = await share(me);
    await leave(me, id);
    await asViewer(me, (tx) => changeMeasureAudience(tx, me, id, { audience: "household", mayAsk: false, mayVisit: false }));
    expect(await chosen(me)).toEqual([id]);
    const line = (await asViewer(me, (tx) => consentBook(tx, me))).find(({ purpose, withdrawnAt }) => purpose === "leave_behind" && !withdrawnAt)!;
    expect(line).toMatchObject({ kind: "induction", audience: null });
    expect(await asViewer(me, (tx) => withdrawConsent(tx, me, line.id))).toBe(true);
    expect(await chosen(me)).toEqual([]);
    expect((await asViewer(me, (tx) => findMeasure(tx, me, id)))?.withdrawnAt).toBeNull();
  });

  it("goes when nobody took it over for two years", async () => {
    const { me } = await neighbours();
    const at = (months: number) => ({ neighbourhoodCode: me.neighbourhoodCode, dwellingId: me.dwellingId, kind: "glazing", year: 2001, leftOn: sql`current_date - make_interval(months => ${months}::int)` });
    await asWorker((tx) => tx.insert(leftFact).values([at(leftFactMonths - 1), at(leftFactMonths + 1)]));
    expect(await asWorker(forgetLeftFacts)).toBe(1);
    expect(await facts(me)).toHaveLength(1);
  });
});
