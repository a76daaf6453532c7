import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { asResident, neighbours } from "../../../tests/support/neighbours.ts";
import { dwelling, household, resident } from "../../../tests/support/people.ts";
import { houseNumberOf, accept, agreed, ask, day, door, open, past, seenBy, slot, told } from "../../../tests/support/visits.ts";
import { consent } from "../../../db/schema/people.ts";
import { visit, visitRequest } from "../../../db/schema/visits.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { changeVisit } from "./change-visit.server.ts";
import { acceptVisit, cancelMoment, cancelVisit, declineVisit, noteNoShow, thankForVisit } from "./deeds.server.ts";
import { findVisit, ownVisits } from "./find-visit.server.ts";
import { moments } from "./moments.server.ts";

describe.each(databaseKinds)("visits on %s", (kind) => {
  testDatabase(kind);

  it("open a door once, under the consent that was read, and show it to its audience only", async () => {
    const { me, housemate, sameStreet, otherStreet, stranger } = await neighbours();
    const id = crypto.randomUUID();
    expect(await open(me, { id, audience: "street" })).toBe(id);
    expect(await open(me, { id, audience: "street" })).toBe(id);
    expect(await asWorker((tx) => tx.select({ purpose: consent.purpose, audience: consent.audience, at: consent.withdrawnAt }).from(consent).where(eq(consent.subjectId, id)))).toEqual([{ purpose: "share_visit", audience: "street", at: null }]);
    expect(await asViewer(sameStreet, (tx) => findVisit(tx, id))).toMatchObject({ id, number: null, measures: [] });
    for (const who of [otherStreet, stranger]) expect(await asViewer(who, (tx) => findVisit(tx, id))).toBeNull();
    expect(await asViewer(housemate, (tx) => ownVisits(tx, housemate, id))).toHaveLength(1);
    expect(await asViewer(sameStreet, (tx) => ownVisits(tx, sameStreet, id))).toHaveLength(0);
  });

  it("show number and measures of a home that shows itself, and neither of one that doesn't, whatever is changed", async () => {
    const { me, otherStreet } = await neighbours();
    const measureId = await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "green_roof", state: "done", year: 2022, costRange: null, doneBy: null, experience: "Mooi", audience: "neighbourhood" }));
    const id = await open(me, { place: "home", measures: [measureId] });
    const shown = await asViewer(otherStreet, (tx) => findVisit(tx, id));
    expect(shown).toMatchObject({ kinds: ["green_roof"], measures: [{ id: measureId }] });
    expect(shown!.number).toBe(await houseNumberOf(me));
    expect(await asViewer(me, (tx) => changeVisit(tx, me, id, { ...door, measures: [measureId] }))).toBe(true);
    const hidden = await asViewer(otherStreet, (tx) => findVisit(tx, id));
    expect(hidden).toMatchObject({ kinds: ["green_roof"], measures: [], number: null });
    await expect(asWorker((tx) => tx.update(visit).set({ showsHome: true }).where(eq(visit.id, id)))).resolves.toBeDefined();
    await asViewer(me, (tx) => changeVisit(tx, me, id, { ...door, place: "home", measures: [measureId] }));
    // A home cannot hide while a measure is linked to it.
    await expect(asWorker((tx) => tx.update(visit).set({ showsHome: false }).where(eq(visit.id, id)))).rejects.toThrow();
  });

  it("reveal name and address to both once accepted, until the day after", async () => {
    const { me, sameStreet } = await neighbours();
    const visitId = await open(me);
    const slotId = await slot(me, visitId);
    const { request } = (await ask(sameStreet, visitId, slotId))!;
    for (const who of [me, sameStreet]) expect(await seenBy(who)).toMatchObject([{ revealed: false, otherName: null, address: null }]);
    await accept(me, request!);
    for (const who of [me, sameStreet]) expect((await seenBy(who))[0]!.address).toBeTruthy();
    await past(slotId, 20);
    for (const who of [me, sameStreet]) expect(await seenBy(who)).toMatchObject([{ revealed: true }]);
    await past(slotId, 72);
    for (const who of [me, sameStreet]) expect(await seenBy(who)).toMatchObject([{ revealed: false, otherName: null, address: null }]);
  });

  it("are known to the two whom they concern and to nobody else, a housemate of the guest included", async () => {
    const { me, housemate, sameStreet, flatmate, stranger } = await neighbours();
    const { request } = await agreed(sameStreet, me);
    expect((await seenBy(me)).map(({ id, side }) => ({ id, side }))).toEqual([{ id: request, side: "guest" }]);
    expect((await seenBy(sameStreet)).map(({ id, side }) => ({ id, side }))).toEqual([{ id: request, side: "host" }]);
    for (const who of [housemate, flatmate, stranger]) {
      expect(await seenBy(who)).toEqual([]);
      expect(await accept(who, request)).toBeNull();
      expect(await asViewer(who, (tx) => cancelVisit(tx, request, null))).toBeNull();
      expect(await asViewer(who, (tx) => declineVisit(tx, request, "busy", null))).toBeNull();
      expect(await asViewer(who, (tx) => thankForVisit(tx, request, true, null))).toBe(false);
      expect(await asViewer(who, (tx) => noteNoShow(tx, request, true))).toBe(false);
    }
  });

  it("answer each state in one way", async () => {
    const { me, sameStreet } = await neighbours();
    const visitId = await open(me);
    const slotId = await slot(me, visitId);
    const deeds = {
      accept: (id: string) => accept(me, id),
      decline: (id: string) => asViewer(me, (tx) => declineVisit(tx, id, "busy", null)),
      hostCancels: (id: string) => asViewer(me, (tx) => cancelVisit(tx, id, null)),
      guestCancels: (id: string) => asViewer(sameStreet, (tx) => cancelVisit(tx, id, null)),
    };
    const brought: Record<string, (id: string) => Promise<unknown>> = {
      waiting: async () => undefined,
      accepted: deeds.accept,
      declined: deeds.decline,
      withdrawn: deeds.guestCancels,
      calledOff: async (id) => { await deeds.accept(id); await deeds.hostCancels(id); },
      lapsed: (id) => asWorker((tx) => tx.update(visitRequest).set({ answer: "lapsed", answeredAt: new Date() }).where(eq(visitRequest.id, id))),
    };
    const may: Record<string, string[]> = { waiting: ["accept", "decline", "guestCancels"], accepted: ["hostCancels", "guestCancels"], declined: [], withdrawn: [], calledOff: [], lapsed: [] };
    for (const [state, bring] of Object.entries(brought)) {
      for (const [name, deed] of Object.entries(deeds)) {
        await asWorker((tx) => tx.delete(visitRequest));
        const { request } = (await ask(sameStreet, visitId, slotId))!;
        await bring(request!);
        const done = await deed(request!);
        expect(`${state} ${name} ${done === "over" ? "no" : "yes"}`).toBe(`${state} ${name} ${may[state]!.includes(name) ? "yes" : "no"}`);
      }
    }
  });

  it("hold the number of guests when fifty are answered at once, and keep the last place for who asked first", async () => {
    const { here, me } = await neighbours();
    const visitId = await open(me);
    const slotId = await slot(me, visitId, 8);
    const requests: string[] = [];
    for (let guest = 0; guest < 50; guest++) {
      const who = asResident(await resident(await household(await dwelling(here.code))));
      requests.push((await ask(who, visitId, slotId))!.request!);
    }
    const answers = await Promise.all(requests.toReversed().map((id) => accept(me, id)));
    const accepted = answers.filter((answer) => answer === "accepted").length;
    expect(answers.every((answer) => answer === "accepted" || answer === "full" || answer === "earlier")).toBe(true);
    expect(accepted).toBe(8);
    // Whoever asked first is among them, though answered last.
    expect(answers.at(-1)).toBe("accepted");
    const waits = requests.toReversed().find((_, index) => answers[index] !== "accepted")!;
    expect(await accept(me, waits)).toBe("full");
    const [moment] = await asViewer(me, (tx) => moments(tx, { visit: visitId }));
    expect(moment).toMatchObject({ capacity: 8, placesLeft: 0 });
  }, 120_000);

  it("are asked once a moment, in reasonable number, by no more than fit, and never of the own household", async () => {
    const { me, sameStreet } = await neighbours();
    const visitId = await open(me);
    const slotId = await slot(me, visitId, 2);
    expect(await ask(sameStreet, visitId, slotId, 3)).toMatchObject({ outcome: "too_large" });
    const first = await ask(sameStreet, visitId, slotId);
    expect(await ask(sameStreet, visitId, slotId)).toEqual({ outcome: "again", request: first!.request });
    expect(await ask(me, visitId, slotId)).toBeNull();
    expect(await ask(sameStreet, visitId, null)).toBeNull();
    for (let turn = 0; turn < 9; turn++) {
      await asWorker((tx) => tx.update(visitRequest).set({ answer: "lapsed", answeredAt: new Date() }).where(eq(visitRequest.visitId, visitId)));
      expect(await ask(sameStreet, visitId, slotId)).toMatchObject({ outcome: "asked" });
    }
    await asWorker((tx) => tx.update(visitRequest).set({ answer: "lapsed", answeredAt: new Date() }).where(eq(visitRequest.visitId, visitId)));
    expect(await ask(sameStreet, visitId, slotId)).toMatchObject({ outcome: "too_many" });
  });

  it("by appointment get a moment with the yes, which only the two see", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const visitId = await open(me, { way: "appointment" });
    const { request } = (await ask(sameStreet, visitId, null, 2))!;
    expect(await accept(me, request!)).toBe("over");
    expect(await asViewer(me, (tx) => acceptVisit(tx, request!, { words: null, day: day(3), from: "19:00", until: "20:00" }))).toBe("accepted");
    expect(await seenBy(sameStreet)).toMatchObject([{ revealed: true, byAppointment: true }]);
    for (const who of [me, otherStreet]) expect(await asViewer(who, (tx) => moments(tx, { visit: visitId }))).toEqual([]);
    expect(await asViewer(sameStreet, (tx) => cancelVisit(tx, request!, "Ik ben ziek"))).toBe("cancelled");
    expect(await seenBy(me)).toMatchObject([{ cancelledBy: "guest", cancelWords: "Ik ben ziek", sequence: 1, revealed: false }]);
  });

  it("tell who was accepted why a moment does not go on, and who still waited only that", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const { visitId, slotId } = await agreed(me, sameStreet);
    await ask(otherStreet, visitId, slotId);
    expect(await asViewer(sameStreet, (tx) => cancelMoment(tx, slotId, "Mag niet"))).toBeNull();
    expect(await asViewer(me, (tx) => cancelMoment(tx, slotId, "We zijn ziek"))).toBe("cancelled");
    expect(await seenBy(sameStreet)).toMatchObject([{ cancelWords: "We zijn ziek", cancelledBy: "host" }]);
    expect(await seenBy(otherStreet)).toMatchObject([{ cancelWords: null, cancelledBy: "host" }]);
    expect(await asViewer(otherStreet, (tx) => moments(tx, { visit: visitId }))).toEqual([]);
    expect(await told(visitId)).toEqual(["visit-accepted", "visit-asked", "visit-asked", "visit-cancelled", "visit-cancelled", "visit-opened"]);
  });
});
