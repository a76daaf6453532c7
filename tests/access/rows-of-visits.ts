import { randomUUID } from "node:crypto";
import { here, people } from "../support/town.ts";
import { household, itemsOf, known, type Maker, measureIds, moderatorHere, now, own, place, sameStreet, shared } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

const ids = { visit: randomUUID(), slot: randomUUID(), asked: randomUUID(), answered: randomUUID() };
const tomorrow = new Date(now.getTime() + 86_400_000);
const later = new Date(tomorrow.getTime() + 3_600_000);

const visitOf = (by: Maker) => ({ ...place(by), kinds: ["solar_panels"], note: "We leggen het graag uit." });
const badgeOf = (by: Maker) => ({ ...place(by), kinds: ["solar_panels"] });
// A person has one badge that is up.
const badges = () => {
  const rows = itemsOf(badgeOf, randomUUID());
  const of = <Row extends { residentId: string }>(row: Row): Row => ({ ...row, residentId: randomUUID() });
  return { household: of(rows.household), building: of(rows.building), street: of(rows.street), neighbourhood: of(rows.neighbourhood), withdrawn: rows.withdrawn, hidden: of(rows.hidden) };
};
const openings = new Map(Object.values(people).flatMap(({ householdId }) => (householdId ? [[householdId, randomUUID()] as const] : [])));
const openingOf = (by: Maker) => openings.get(by.householdId)!;
const slotOf = (by: Maker) => ({ ...household(by), visitId: openingOf(by), startsAt: tomorrow, endsAt: later, capacity: 4 });
const requestBy = (guest: Maker) => ({
  visitId: ids.visit, neighbourhoodCode: here, hostHouseholdId: own.householdId, guestHouseholdId: guest.householdId, guestResidentId: guest.residentId,
  guestStreetId: guest.streetId, people: 2, line: "Mag ik komen kijken?",
});
const hosts: Maker[] = [people.own, people.sameBuilding, people.sameStreet, people.sameNeighbourhood, people.otherNeighbourhood];

type Key = "visit" | "koploper" | "visitMeasure" | "visitSlot" | "visitRoute" | "visitRequest" | "visitFeedback";

/** Openings, moments, requests and badges. */
export const rowsOfVisits: { [Table in Key]: TableRows<Table> } = {
  visit: {
    rows: itemsOf(visitOf, ids.visit),
    props: hosts.map((by) => ({ ...visitOf(by), id: openingOf(by), showsHome: true, audience: "neighbourhood" as const, ...shared })),
    fresh: (by) => ({ ...visitOf(by), ...shared, audience: "street" }),
  },
  koploper: { rows: badges(), fresh: (by) => ({ ...badgeOf(by), ...shared, audience: "street" }) },
  visitMeasure: {
    rows: { own: { ...household(own), visitId: openingOf(own), measureId: measureIds.get(people.sameBuilding.householdId)! } },
    fresh: (by) => ({ ...household(by), visitId: openingOf(by), measureId: known.measure }),
  },
  visitRoute: {
    rows: {
      coming: { neighbourhoodCode: here, day: tomorrow.toISOString().slice(0, 10), title: "Open deuren", announcedBy: moderatorHere.residentId },
      withdrawn: { neighbourhoodCode: here, day: tomorrow.toISOString().slice(0, 10), title: "Dichte deuren", announcedBy: moderatorHere.residentId, withdrawnAt: now },
    },
    fresh: () => ({ neighbourhoodCode: here, day: tomorrow.toISOString().slice(0, 10), title: "Nog een route", announcedBy: moderatorHere.residentId }),
  },
  visitSlot: { rows: { own: { ...slotOf(own), id: ids.slot } }, fresh: slotOf },
  visitRequest: { rows: { asked: { ...requestBy(sameStreet), id: ids.asked } }, props: [{ ...requestBy(people.sameNeighbourhood), id: ids.answered }], fresh: requestBy },
  visitFeedback: {
    rows: { thanked: { requestId: ids.asked, side: "guest", neighbourhoodCode: here, thanked: true } },
    fresh: () => ({ requestId: ids.answered, side: "host", neighbourhoodCode: here, thanked: true }),
  },
};
