import { randomUUID } from "node:crypto";
import { here, managing, people } from "../support/town.ts";

// What rows of rows.ts are made of.

export type Maker = (typeof people)["own" | "secondAdult" | "sameBuilding" | "sameStreet" | "sameNeighbourhood" | "otherNeighbourhood"];

export const { own, sameStreet, moderatorHere } = people;
export const in30Days = new Date(Date.now() + 30 * 86_400_000);
export const now = new Date();
export const neighbours = [people.sameBuilding, people.sameStreet, people.sameNeighbourhood, people.otherNeighbourhood];
export const measureIds = new Map(neighbours.map(({ householdId }) => [householdId, randomUUID()]));
export const square = { type: "Polygon" as const, coordinates: [[[5, 52], [5.01, 52], [5.01, 52.01], [5, 52]]] };
export const box = { minLon: 5, minLat: 52, maxLon: 5.01, maxLat: 52.01 };
export const known = { thread: randomUUID(), openThread: randomUUID(), askable: randomUUID(), together: randomUUID(), otherTogether: randomUUID(), hiddenTogether: randomUUID(), claim: randomUUID(), measure: randomUUID(), wish: randomUUID(), story: randomUUID(), question: randomUUID(), answer: randomUUID(), joinedWish: randomUUID(), signup: randomUUID(), report: randomUUID(), kept: randomUUID(), hiding: randomUUID(), otherHiding: randomUUID(), postHiding: randomUUID(), paper: randomUUID(), helped: randomUUID(), batch: randomUUID(), archive: randomUUID(), succession: randomUUID() };

export const questionIds = {
  second: randomUUID(), third: randomUUID(), hidden: randomUUID(), street: randomUUID(), unpictured: randomUUID(), elsewhere: randomUUID(),
  ofNeighbour: randomUUID(), answerOfNeighbour: randomUUID(), otherAnswerOfNeighbour: randomUUID(), gone: randomUUID(), thread: randomUUID(), openThread: randomUUID(), askable: randomUUID(), otherGone: randomUUID(),
};

export const place = ({ householdId, dwellingId, streetId, buildingId, neighbourhoodCode, residentId }: Maker) => ({ householdId, dwellingId, streetId, buildingId, neighbourhoodCode, residentId });
export const member = ({ householdId, neighbourhoodCode, residentId }: Maker) => ({ householdId, neighbourhoodCode, residentId });
export const household = ({ householdId, neighbourhoodCode }: Maker) => ({ householdId, neighbourhoodCode });

export const shared = { sharedAt: now };
export const measureOf = (by: Maker) => ({ ...place(by), kind: "solar_panels", state: "done" as const });
export const wishOf = (by: Maker) => ({ ...place(by), scope: "neighbourhood" as const, title: "Meer bomen in de straat" });
export const storyOf = (by: Maker) => ({ ...place(by), indicator: "gas" as const, title: "Minder gas", body: "We stookten samen minder." });
/** An item for each audience, `id` that for the neighbourhood, and one that was withdrawn and one that was hidden. */
export const itemsOf = <Row>(make: (by: Maker) => Row, id: string) => {
  const of = <More>(more: More) => ({ ...make(own), ...shared, ...more });
  return {
    household: make(own),
    building: of({ audience: "building" as const }),
    street: of({ audience: "street" as const }),
    neighbourhood: of({ audience: "neighbourhood" as const, id }),
    withdrawn: of({ audience: "neighbourhood" as const, withdrawnAt: now }),
    hidden: of({ audience: "neighbourhood" as const, hiddenAt: now }),
  };
};
export const photoOf = (by: Maker, measureId: string) => ({ ...household(by), measureId, mime: "image/webp" as const, width: 1, height: 1, bytes: new Uint8Array([1]) });
export const blockOf = ({ residentId }: Maker, blocked: Maker) => ({ residentId, blockedHouseholdId: blocked.householdId, neighbourhoodCode: blocked.neighbourhoodCode, streetId: blocked.streetId });
export const requestOf = ({ neighbourhoodCode, buildingId, residentId }: Maker) => ({ neighbourhoodCode, buildingId, organisationId: managing, kind: "solar_panels", text: "Zonnepanelen op het dak", startedBy: residentId });
export const partOf = (by: Maker, requestId: string) => ({ ...member(by), buildingId: by.buildingId, requestId });
export const answerTo = (requestId: string) => ({ requestId, neighbourhoodCode: here, buildingId: own.buildingId, answer: "no" as const, text: "Het dak is te oud" });
/** `by` asks `other` about something that they share. */
export const threadOf = (by: Maker, other: Maker, aboutId: string) => ({
  neighbourhoodCode: by.neighbourhoodCode, aboutKind: "measure" as const, aboutId, measureKind: "solar_panels",
  askerId: by.residentId, askerHouseholdId: by.householdId, askerStreetId: by.streetId, askedId: other.residentId, askedHouseholdId: other.householdId, askedStreetId: other.streetId,
});
export const messageOf = (by: Maker, other: Maker, threadId: string) => ({ ...member(by), streetId: by.streetId, threadId, toResidentId: other.residentId, toHouseholdId: other.householdId, body: "Hoe ging het bij jullie?" });
export const consentOf = (by: Maker) => ({ ...member(by), purpose: "share_measure" as const, fieldGroup: "measure", subjectId: known.measure, textVersion: "1", textShown: "Ik deel dit", locale: "nl" });
export const reportOf = (by: Maker, subjectId: string) => ({
  receipt: randomUUID(), neighbourhoodCode: by.neighbourhoodCode, reporterId: by.residentId, reporterHouseholdId: by.householdId,
  subjectKind: "measure" as const, subjectId, category: "other" as const,
});
export const hidingOf = (subjectId: string) => ({ ...household(own), subjectKind: "measure" as const, subjectId, moderatorId: moderatorHere.residentId, rule: "other" as const, reason: "Er staat een naam van een ander in." });
export const appealOf = (by: Maker) => ({ ...member(by), subjectKind: "measure" as const, subjectId: known.measure, firstDecidedBy: moderatorHere.residentId, reason: "Dit is mijn eigen verhaal." });
export const batchOf = (madeBy: string) => ({ neighbourhoodCode: here, choice: "not_invited" as const, madeBy });
export const roleInvitationOf = (email: string) => ({
  email, role: "contact_person" as const, neighbourhoodCode: here, streetId: own.streetId, invitedBy: moderatorHere.accountId, expiresAt: in30Days,
  startsOn: now.toISOString().slice(0, 10), endsOn: in30Days.toISOString().slice(0, 10),
});
export const gridUseOf = (postcode: string) => ({
  operator: "Netbeheer Voorbeeld", year: 2025, product: "gas" as const, networkArea: "", postcodeFrom: postcode, postcodeTo: postcode, connections: 12, averageUse: 1200,
});
export const secondLookOf = (hidingId: string) => ({ ...household(own), hidingId, subjectKind: "measure" as const, subjectId: known.measure });
export const claimOf = (by: Maker) => ({ neighbourhoodCode: by.neighbourhoodCode, dwellingId: by.dwellingId, accountId: by.residentId, shownName: "Bo" });
export const endedHousehold = randomUUID();
export const sessionOf = { ...household(own), paperResidentId: known.paper, helperId: people.sameStreet.residentId, helperRole: "contact_person" as const, startedAt: now, endsAt: new Date(now.getTime() + 15 * 60_000) };
export const signupOf = (by: Maker) => ({ email: "nieuw@voorbeeld.example", dwellingId: by.dwellingId, neighbourhoodCode: by.neighbourhoodCode, way: "letter" as const });
