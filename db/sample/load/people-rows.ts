import type { Random } from "../random.ts";
import { uuid, type SampleHousehold } from "../people/household.ts";
import type { Row } from "./insert-rows.ts";

const day = (date: Date) => date.toISOString().slice(0, 10);
const people = (households: readonly SampleHousehold[]) => households.flatMap((household) => household.people.map((person) => ({ household, person })));

export function accountRows(households: readonly SampleHousehold[], now: Date): Row[] {
  return people(households).map(({ household, person }) => ({
    id: person.id, email: person.email, locale: person.locale, created_at: household.joinedAt, last_active_on: day(now),
  }));
}

export function householdRows(households: readonly SampleHousehold[]): Row[] {
  return households.map((household) => ({
    id: household.id, neighbourhood_code: household.neighbourhoodCode, dwelling_id: household.dwellingId, street_id: household.streetId,
    building_id: household.buildingId, created_at: household.joinedAt,
  }));
}

export function residentRows(households: readonly SampleHousehold[]): Row[] {
  return people(households).map(({ household, person }) => ({
    id: person.id, neighbourhood_code: household.neighbourhoodCode, household_id: household.id, display_name: person.displayName,
    involvement: person.involvement, welcomed_at: person.involvement === null ? null : household.joinedAt, created_at: household.joinedAt,
  }));
}

export function membershipRows(households: readonly SampleHousehold[], random: Random): Row[] {
  return people(households).map(({ household, person }) => ({
    id: uuid(random), neighbourhood_code: household.neighbourhoodCode, household_id: household.id, resident_id: person.id, role: "adult",
    evidence: person === household.people[0] ? "letter" : "invitation", started_at: household.joinedAt,
  }));
}
