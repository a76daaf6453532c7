import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendToJournal } from "../../db/journal.server.ts";
import { consent, household } from "../../db/schema/people.ts";
import { neighbourhood } from "../../db/schema/register.ts";
import { measure, outbox, story, wish, wishJoin } from "../../db/schema/sharing.ts";
import { koploper, visit, visitFeedback, visitMeasure, visitRequest, visitRoute, visitSlot } from "../../db/schema/visits.ts";
import { asViewer, asWorker, type WorkerTx } from "../../db/viewer.server.ts";
import { asOwner, everyDatabase, testDatabase } from "../support/databases.ts";
import { buildTown, elsewhere, here, moveHome, people } from "../support/town.ts";

const { own, sameStreet, otherNeighbourhood } = people;

describe.each(everyDatabase)("new boundaries on %s", (kind) => {
  const database = testDatabase(kind);

  beforeEach(async () => {
    await buildTown();
    await asWorker(async (tx) => {
      await tx.insert(measure).values({ ...placeOf(own), kind: "solar_panels", state: "done", audience: "neighbourhood" });
      await tx.insert(story).values({ ...placeOf(own), indicator: "gas", title: "Minder gas", body: "Samen.", audience: "neighbourhood" });
      const [mine, theirs] = await tx
        .insert(wish)
        .values([own, sameStreet].map((person) => ({ ...placeOf(person), scope: "neighbourhood" as const, title: "Meer bomen", audience: "neighbourhood" as const })))
        .returning({ id: wish.id });
      await tx.insert(wishJoin).values([
        { ...placeOf(own), wishId: theirs!.id },
        { ...placeOf(sameStreet), wishId: mine!.id },
      ]);
      await openDoors(tx);
      await tx.insert(consent).values({ ...placeOf(own), purpose: "share_wish", fieldGroup: "wish", subjectId: mine!.id, textVersion: "1", textShown: "Ik deel dit", locale: "nl" });
    });
  });

  afterEach(async () => {
    await appendToJournal(database.connection);
    await asOwner(database, "truncate neighbourhood, street, building, household, municipality, auth.account, outbox, journal_entry cascade");
  });

  it("narrow what a home shared when it comes to lie in another neighbourhood, and ask its owner anew", async () => {
    await moveHome("own", elsewhere);
    await asWorker(async (tx) => {
      expect((await tx.select().from(household).where(eq(household.id, own.householdId)))[0]!.neighbourhoodCode).toBe(elsewhere);
      expect(await tx.select({ audience: measure.audience, code: measure.neighbourhoodCode }).from(measure)).toEqual([{ audience: "household", code: elsewhere }]);
      expect(await tx.select({ audience: story.audience, code: story.neighbourhoodCode }).from(story)).toEqual([{ audience: "household", code: elsewhere }]);
      expect(await tx.select().from(wishJoin)).toEqual([]);
      expect(await tx.select({ audience: visit.audience, code: visit.neighbourhoodCode }).from(visit)).toEqual([{ audience: "household", code: elsewhere }]);
      for (const table of [visitSlot, visitRequest, visitFeedback]) expect(await tx.select().from(table)).toEqual([]);
      expect((await tx.select().from(consent))[0]!.withdrawnAt).not.toBeNull();
      expect(await tx.select({ template: outbox.template, accountId: outbox.accountId }).from(outbox)).toEqual(Array(5).fill({ template: "audience-narrowed", accountId: own.accountId }));
    });
    for (const person of [otherNeighbourhood, sameStreet]) {
      const seen = await asViewer(person, async (tx) => [...(await tx.select({ by: measure.householdId }).from(measure)), ...(await tx.select({ by: wish.householdId }).from(wish))]);
      expect(seen.filter(({ by }) => by === own.householdId)).toEqual([]);
    }
  });

  it("change nothing for the neighbours when the same neighbourhood gets a new code", async () => {
    await asWorker((tx) => tx.update(neighbourhood).set({ code: "BU9901AA01" }).where(eq(neighbourhood.code, here)));
    await asWorker(async (tx) => {
      expect(await tx.select({ audience: measure.audience, code: measure.neighbourhoodCode }).from(measure)).toEqual([{ audience: "neighbourhood", code: "BU9901AA01" }]);
      expect((await tx.select({ code: wishJoin.neighbourhoodCode }).from(wishJoin)).map(({ code }) => code)).toEqual(["BU9901AA01", "BU9901AA01"]);
      for (const table of [visit, koploper, visitMeasure, visitSlot, visitRequest, visitFeedback, visitRoute]) expect(await tx.select({ code: table.neighbourhoodCode }).from(table)).toEqual([{ code: "BU9901AA01" }]);
      expect((await tx.select().from(consent))[0]!.withdrawnAt).toBeNull();
    });
  });
});

/** A door on a route, with a measure to see, and a guest who came. */
async function openDoors(tx: WorkerTx): Promise<void> {
  const [shown] = await tx.select({ id: measure.id }).from(measure);
  const [route] = await tx.insert(visitRoute).values({ neighbourhoodCode: here, day: "2026-05-01", title: "Open deuren", announcedBy: people.moderatorHere.residentId }).returning({ id: visitRoute.id });
  const [door] = await tx.insert(visit).values({ ...placeOf(own), showsHome: true, audience: "neighbourhood" }).returning({ id: visit.id });
  const at = { visitId: door!.id, neighbourhoodCode: here, householdId: own.householdId };
  await tx.insert(visitMeasure).values({ ...at, measureId: shown!.id });
  const [slot] = await tx.insert(visitSlot).values({ ...at, startsAt: new Date("2026-05-01T10:00:00Z"), endsAt: new Date("2026-05-01T11:00:00Z"), capacity: 2, routeId: route!.id }).returning({ id: visitSlot.id });
  const asked = { visitId: door!.id, slotId: slot!.id, neighbourhoodCode: here, hostHouseholdId: own.householdId, guestHouseholdId: sameStreet.householdId, guestResidentId: sameStreet.residentId, guestStreetId: sameStreet.streetId };
  const [request] = await tx.insert(visitRequest).values({ ...asked, people: 1, line: "Mag ik komen?", answer: "accepted", answeredAt: new Date() }).returning({ id: visitRequest.id });
  await tx.insert(visitFeedback).values({ requestId: request!.id, side: "guest", neighbourhoodCode: here, thanked: true });
  await tx.insert(koploper).values({ ...placeOf(own), kinds: ["solar_panels"], audience: "neighbourhood" });
}

function placeOf({ householdId, residentId, dwellingId, streetId, buildingId, neighbourhoodCode }: typeof own) {
  return { householdId, residentId, dwellingId, streetId, buildingId, neighbourhoodCode };
}
