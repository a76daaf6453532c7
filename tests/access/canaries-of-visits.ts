import { randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import { koploper, visit, visitFeedback, visitRequest, visitSlot } from "../../db/schema/visits.ts";
import type { Audience } from "../../db/schema/people.ts";
import { people, type Person } from "../support/town.ts";

type Release = {
  add: (table: PgTable, row: Record<string, unknown>) => Promise<void>;
  bird: (about: string, mayRead: readonly Person[]) => string;
  known: (about: string, mayRead: readonly Person[], id?: string) => string;
  ids: { visit: string[]; slot: string[]; visitRequest: string[]; koploper: string[] };
  audienceOf: (name: Host, audience: Audience) => Person[];
};
export type Host = "own" | "secondAdult" | "sameBuilding" | "sameStreet" | "sameNeighbourhood" | "otherNeighbourhood";

const hours = (from: number) => new Date(Date.now() + from * 3_600_000);

/**
 * Openings of which only the street shows, with moments, and what is asked and said there. The name of a host is for their own
 * household, and for who was accepted; what two say to each other is for these two.
 */
export async function releaseVisits({ add, bird, known, ids, audienceOf }: Release): Promise<void> {
  for (const name of ["own", "secondAdult", "sameBuilding", "sameStreet", "sameNeighbourhood", "otherNeighbourhood"] as const) {
    const me = people[name];
    const place = { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, streetId: me.streetId, buildingId: me.buildingId, dwellingId: me.dwellingId, residentId: me.residentId };
    const household = audienceOf(name, "household");
    const states: { audience: Audience; state: string; extra: object }[] = [
      ...(["household", "building", "street", "neighbourhood"] as const).map((audience) => ({ audience, state: audience, extra: {} })),
      { audience: "neighbourhood", state: "withdrawn", extra: { withdrawnAt: new Date(), withdrawnBy: me.residentId } },
      { audience: "neighbourhood", state: "hidden", extra: { hiddenAt: new Date() } },
    ];
    for (const { audience, state, extra } of states) {
      const mayRead = state === audience ? audienceOf(name, audience) : household;
      const about = (field: string) => `visit ${field} (${state}) of ${name}`;
      const id = known(about("id"), mayRead);
      const guests = state === "neighbourhood" && name !== "secondAdult" ? audienceOf(name, "neighbourhood").filter((other) => people[other].householdId !== me.householdId) : [];
      const [accepted] = guests;
      await add(visit, {
        ...place, id, audience, byAppointment: true, kinds: ["solar_panels"], sharedAt: audience === "household" ? null : new Date(), note: bird(about("note"), mayRead),
        houseRules: bird(about("rules"), mayRead), shownName: bird(about("name"), accepted ? [...household, accepted] : household), ...extra,
      });
      ids.visit.push(id);
      const slot = known(about("moment"), mayRead);
      await add(visitSlot, { id: slot, visitId: id, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, startsAt: hours(72), endsAt: hours(74), capacity: 4 });
      ids.slot.push(slot);
      const past = randomUUID();
      await add(visitSlot, { id: past, visitId: id, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, startsAt: hours(-20), endsAt: hours(-18), capacity: 4 });
      for (const guest of guests) {
        const who = people[guest as Host];
        const two = [...household, guest];
        const asked = { visitId: id, neighbourhoodCode: me.neighbourhoodCode, hostHouseholdId: me.householdId, guestHouseholdId: who.householdId, guestResidentId: who.residentId, guestStreetId: who.streetId, people: 1 };
        const [waiting, been] = [known(`request of ${guest} at ${name}`, two), known(`visit of ${guest} to ${name}`, two)];
        await add(visitRequest, { ...asked, id: waiting, slotId: slot, line: bird(`line of ${guest} to ${name}`, two) });
        ids.visitRequest.push(waiting);
        if (guest !== accepted) continue;
        await add(visitRequest, { ...asked, id: been, slotId: past, line: bird(`first line of ${guest} to ${name}`, two), answer: "accepted", answeredAt: hours(-90), answeredBy: me.residentId, answerWords: bird(`answer to ${guest} of ${name}`, two) });
        await add(visitFeedback, { requestId: been, side: "guest", neighbourhoodCode: me.neighbourhoodCode, thanked: true, words: bird(`thanks of ${guest} to ${name}`, two) });
        ids.visitRequest.push(been);
      }
    }
    const readers = audienceOf(name, "neighbourhood");
    const badge = known(`badge of ${name}`, readers);
    await add(koploper, { ...place, id: badge, audience: "neighbourhood", sharedAt: new Date(), kinds: ["solar_panels"], line: bird(`line on the badge of ${name}`, readers), shownName: bird(`name behind the badge of ${name}`, household) });
    ids.koploper.push(badge);
  }
}

/** The names of residents that others read because they are expected as guests: who is accepted, and at whose door. */
export function expectedGuests(audienceOf: Release["audienceOf"]): { guest: Person; hosts: Person[] }[] {
  return (["own", "sameBuilding", "sameStreet", "sameNeighbourhood", "otherNeighbourhood"] as const).flatMap((name) => {
    const [guest] = audienceOf(name, "neighbourhood").filter((other) => people[other].householdId !== people[name].householdId);
    return guest ? [{ guest, hosts: audienceOf(name, "household") }] : [];
  });
}
