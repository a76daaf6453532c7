import { consentText } from "../../../app/features/consent/consent-text.server.ts";
import { demoPeople } from "../people/demo-people.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";

/** A contact person in the street of the demo's first resident, and one in a block of flats; both show their names. */
export function contactRows(households: readonly SampleHousehold[], moderatorId: string, random: Random, now: Date): { roleGrant: Row[]; roleEvent: Row[]; consent: Row[] } {
  const demo = households.find(({ people: [first] }) => first.email === demoPeople.resident.email) as SampleHousehold;
  const named = households.filter((home) => home !== demo && home.people[0].displayName !== null && home.people[0].involvement !== null && home.neighbourhoodCode === demo.neighbourhoodCode);
  const inStreet = named.filter(({ streetId }) => streetId === demo.streetId).at(-1) as SampleHousehold;
  const inFlat = named.filter((home) => home !== inStreet && home.audiences.includes("building")).at(-1) as SampleHousehold;
  const started = daysBefore(now, 90);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const rows = [inStreet, inFlat].map((home) => {
    const [person] = home.people;
    const id = uuid(random);
    const place = { neighbourhood_code: home.neighbourhoodCode, street_id: home === inStreet ? home.streetId : null, building_id: home === inStreet ? null : home.buildingId };
    const ends = day(daysBefore(now, -275));
    const { version, text } = consentText(person.locale, { purpose: "contact_person" }, { streetName: home.unit.street, neighbourhoodName: home.neighbourhoodName });
    return {
      roleGrant: { id, account_id: person.id, role: "contact_person", municipality_code: null, ...place, granted_by: moderatorId, started_at: started, starts_on: day(started), ends_on: ends },
      roleEvent: { id: uuid(random), at: started, deed: "accepted", role: "contact_person", ...place, actor_id: person.id, subject_id: person.id, grant_id: id, ends_on: ends },
      consent: {
        id: uuid(random), neighbourhood_code: home.neighbourhoodCode, household_id: home.id, resident_id: person.id, purpose: "contact_person", field_group: "name",
        subject_id: id, audience: null, text_version: version, text_shown: text, locale: person.locale, given_at: started,
      },
    };
  });
  return { roleGrant: rows.map((row) => row.roleGrant), roleEvent: rows.map((row) => row.roleEvent), consent: rows.map((row) => row.consent) };
}
