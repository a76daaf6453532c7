import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { agreed, ask, open, past, seenBy, slot, told } from "../../../tests/support/visits.ts";
import { household as householdTable, membership } from "../../../db/schema/people.ts";
import { dwelling as dwellingTable } from "../../../db/schema/register.ts";
import { block } from "../../../db/schema/sharing.ts";
import { visit, visitFeedback, visitRequest, visitSlot } from "../../../db/schema/visits.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { blockBehind, noteNoShow, thankForVisit } from "./deeds.server.ts";
import { findVisit, seenVisits } from "./find-visit.server.ts";
import { eraseVisitsOf, forgetVisits } from "./forget-visits.server.ts";
import { moments } from "./moments.server.ts";
import { lapseRequests, remindVisits } from "./remind-visits.server.ts";
import { changeVisitAudience, restoreVisit, withdrawVisit } from "./visit-audience.server.ts";

/** The reminders of one hour. */
const reminded = (now: Date) => asWorker((tx) => remindVisits(tx, now));

describe.each(databaseKinds)("the end of visits on %s", (kind) => {
  testDatabase(kind);

  it("are called off by a block in either direction, told to neither as such, and no word of the other is left", async () => {
    for (const blocker of ["guest", "host"] as const) {
      const { me, sameStreet } = await neighbours();
      const { visitId, request } = await agreed(me, sameStreet);
      const who = blocker === "guest" ? sameStreet : me;
      const made = await asViewer(who, (tx) => blockBehind(tx, who, request));
      expect(made).not.toBeNull();
      expect(await asWorker((tx) => tx.select({ id: block.id }).from(block).where(eq(block.residentId, who.residentId)))).toEqual([{ id: made }]);
      for (const one of [me, sameStreet]) expect(await seenBy(one)).toMatchObject([{ cancelledBy: "nobody", cancelWords: null, blocked: true, revealed: false }]);
      expect((await seenBy(sameStreet))[0]!.answerWords).toBeNull();
      expect((await seenBy(me))[0]!.line).toBeNull();
      expect(await told(visitId)).toContain("visit-cancelled by nobody");
      expect(await asViewer(sameStreet, (tx) => findVisit(tx, visitId))).toBeNull();
      expect(await ask(sameStreet, visitId, null)).toBeNull();
    }
  });

  it("block whoever opens a door without saying who that is", async () => {
    const { me, otherStreet, stranger } = await neighbours();
    const visitId = await open(me);
    expect(await asViewer(stranger, (tx) => blockBehind(tx, stranger, visitId))).toBeNull();
    expect(await asViewer(me, (tx) => blockBehind(tx, me, visitId))).toBeNull();
    expect(await asViewer(otherStreet, (tx) => blockBehind(tx, otherStreet, visitId))).not.toBeNull();
    expect(await asViewer(otherStreet, (tx) => seenVisits(tx))).toEqual([]);
  });

  it("end with the opening, its audience, the membership of the guest and other boundaries", async () => {
    const ends: Record<string, (host: Resident, guest: Resident, visitId: string) => Promise<unknown>> = {
      withdrawn: (host, _guest, id) => asViewer(host, (tx) => withdrawVisit(tx, host, id)),
      narrowed: (host, _guest, id) => asViewer(host, (tx) => changeVisitAudience(tx, host, id, "household")),
      hidden: (_host, _guest, id) => asWorker((tx) => tx.update(visit).set({ hiddenAt: new Date() }).where(eq(visit.id, id))),
      left: (_host, guest) => asWorker((tx) => tx.update(membership).set({ endedAt: new Date(), endedReason: "moved" }).where(eq(membership.residentId, guest.residentId))),
    };
    for (const end of Object.values(ends)) {
      const { me, sameStreet } = await neighbours();
      const { visitId, request } = await agreed(me, sameStreet);
      await end(me, sameStreet, visitId);
      const [row] = await asWorker((tx) => tx.select({ by: visitRequest.cancelledBy, sequence: visitRequest.sequence }).from(visitRequest).where(eq(visitRequest.id, request)));
      expect(row).toEqual({ by: "nobody", sequence: 1 });
      expect(await told(visitId)).toContain("visit-cancelled by nobody");
    }
    const { here, me, sameStreet, stranger } = await neighbours();
    const { visitId } = await agreed(me, sameStreet);
    // The home of the guest comes to lie elsewhere.
    await asWorker(async (tx) => {
      await tx.update(dwellingTable).set({ neighbourhoodCode: stranger.neighbourhoodCode }).where(eq(dwellingTable.id, sameStreet.dwellingId));
      await tx.update(householdTable).set({ neighbourhoodCode: stranger.neighbourhoodCode }).where(and(eq(householdTable.id, sameStreet.householdId), eq(householdTable.neighbourhoodCode, here.code)));
    });
    expect(await asWorker((tx) => tx.select({ id: visitRequest.id }).from(visitRequest).where(eq(visitRequest.visitId, visitId)))).toEqual([]);
  });

  it("are told of when an opening with a time is shared later, and leave no trace of who was erased", async () => {
    const { me, sameStreet } = await neighbours();
    const visitId = await open(me, { audience: "household" });
    await slot(me, visitId);
    expect(await told(visitId)).toEqual([]);
    await asViewer(me, (tx) => changeVisitAudience(tx, me, visitId, "neighbourhood"));
    expect(await told(visitId)).toEqual(["visit-opened"]);
    const { request } = await agreed(me, sameStreet);
    await asWorker((tx) => eraseVisitsOf(tx, { residentId: me.residentId }));
    expect(await asWorker((tx) => tx.select({ by: visitRequest.answeredBy }).from(visitRequest).where(eq(visitRequest.id, request)))).toEqual([{ by: null }]);
    await asWorker((tx) => eraseVisitsOf(tx, { residentId: sameStreet.residentId, householdId: sameStreet.householdId }));
    expect(await asWorker((tx) => tx.select({ id: visitRequest.id }).from(visitRequest).where(eq(visitRequest.id, request)))).toEqual([]);
  });

  it("come back without their moments when an opening is put back", async () => {
    const { me, sameStreet } = await neighbours();
    const { visitId } = await agreed(me, sameStreet);
    await asViewer(me, (tx) => withdrawVisit(tx, me, visitId));
    expect(await asViewer(sameStreet, (tx) => findVisit(tx, visitId))).toBeNull();
    expect(await asViewer(me, (tx) => restoreVisit(tx, me, visitId))).toBe("neighbourhood");
    expect(await asViewer(sameStreet, (tx) => findVisit(tx, visitId))).not.toBeNull();
    expect(await asViewer(sameStreet, (tx) => moments(tx, { visit: visitId }))).toEqual([]);
  });

  it("are thanked for and noted from their beginning on, between the two", async () => {
    const { me, sameStreet } = await neighbours();
    const { slotId, request } = await agreed(me, sameStreet);
    expect(await asViewer(sameStreet, (tx) => thankForVisit(tx, request, true, "Fijn"))).toBe(false);
    expect(await asViewer(me, (tx) => noteNoShow(tx, request, true))).toBe(false);
    await past(slotId, 3);
    expect(await asViewer(sameStreet, (tx) => thankForVisit(tx, request, true, "Fijn"))).toBe(true);
    expect(await asViewer(sameStreet, (tx) => thankForVisit(tx, request, true, "Heel fijn"))).toBe(true);
    expect(await asViewer(sameStreet, (tx) => noteNoShow(tx, request, true))).toBe(false);
    expect(await asViewer(me, (tx) => noteNoShow(tx, request, true))).toBe(true);
    expect(await seenBy(me)).toMatchObject([{ otherThanks: true, otherWords: "Heel fijn" }]);
    expect((await seenBy(me))[0]!.noShowAt).not.toBeNull();
    expect(await seenBy(sameStreet)).toMatchObject([{ ownWords: "Heel fijn", noShowAt: null }]);
    expect(await asViewer(me, (tx) => noteNoShow(tx, request, false))).toBe(true);
    expect((await seenBy(me))[0]!.noShowAt).toBeNull();
  });

  it("lapse when nobody answers, and are forgotten after twelve months with all that was said", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const { visitId, slotId, request } = await agreed(me, sameStreet);
    await ask(otherStreet, visitId, slotId);
    expect(await asWorker(lapseRequests)).toBe(0);
    await past(slotId, 3);
    expect(await asWorker(lapseRequests)).toBe(1);
    expect(await seenBy(otherStreet)).toMatchObject([{ answer: "lapsed", declineReason: null }]);
    expect(await told(visitId)).toContain("visit-declined by nobody");
    await asViewer(sameStreet, (tx) => thankForVisit(tx, request, true, "Fijn"));
    await past(slotId, 24 * 360);
    expect(await asWorker(forgetVisits)).toBe(0);
    await past(slotId, 24 * 370);
    expect(await asWorker(forgetVisits)).toBe(2);
    expect(await asWorker((tx) => tx.select({ id: visitFeedback.requestId }).from(visitFeedback).where(eq(visitFeedback.requestId, request)))).toEqual([]);
  });

  it("are reminded of once, on the day before by the calendar of the Netherlands, over the change of the clock", async () => {
    const { me, sameStreet } = await neighbours();
    const { visitId, slotId, request } = await agreed(me, sameStreet);
    const local = sql`(now() at time zone 'Europe/Amsterdam')`;
    // Tomorrow at half past ten at night: on the clock of the Netherlands, whatever the offset is by then.
    await asWorker((tx) => tx.update(visitSlot).set({ startsAt: sql`((${local}::date + 1) + time '22:30') at time zone 'Europe/Amsterdam'`, endsAt: sql`((${local}::date + 1) + time '23:30') at time zone 'Europe/Amsterdam'` }).where(eq(visitSlot.id, slotId)));
    const hour = Number(new Date().toLocaleString("sv-SE", { timeZone: "Europe/Amsterdam", hour: "2-digit" }));
    expect(await reminded(new Date(Date.now() - (hour - 9) * 3_600_000))).toBe(0);
    expect(await reminded(new Date(Date.now() - (hour - 10) * 3_600_000))).toBe(1);
    expect(await reminded(new Date(Date.now() - (hour - 11) * 3_600_000))).toBe(0);
    expect(await told(visitId)).toContain("visit-tomorrow by nobody");
    // Summer time ends on 25 October 2026 and began on 29 March: the day before is a day of the calendar, not 24 hours.
    for (const [now, startsAt, due] of [
      ["2026-10-24T08:30:00Z", "2026-10-25T22:30:00Z", 1],
      ["2026-10-24T08:30:00Z", "2026-10-25T23:30:00Z", 0],
      ["2026-03-28T09:30:00Z", "2026-03-29T21:30:00Z", 1],
      ["2026-03-28T09:30:00Z", "2026-03-29T22:30:00Z", 0],
    ] as const) {
      await asWorker((tx) => tx.update(visitRequest).set({ remindedAt: null }).where(eq(visitRequest.id, request)));
      await asWorker((tx) => tx.update(visitSlot).set({ startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 60_000) }).where(eq(visitSlot.id, slotId)));
      expect(await reminded(new Date(now)), `${now} ${startsAt}`).toBe(due);
    }
  });
});
