import { consentText } from "../../../app/features/consent/consent-text.server.ts";
import { demoPeople } from "../people/demo-people.ts";
import { flatTogether } from "../people/flat-together.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";

const requests = [
  { kind: "solar_panels", text: "Kunnen er zonnepanelen op het dak van ons gebouw komen? Wij denken graag mee over de verdeling van de stroom.", daysAgo: 12 },
  { kind: "glazing", text: "In onze woonkamers zit nog enkel glas. Wanneer wordt het vervangen?", daysAgo: 60, answer: { answer: "later", text: "We kijken dit najaar naar alle kozijnen. Daarna weten we meer.", inDays: 40, daysAgo: 45 } },
] as const;

/** A housing corporation for one block of flats, with what three of its households ask: one open, one answered. */
export function togetherRows(households: readonly SampleHousehold[], moderatorId: string, random: Random, now: Date) {
  const demo = households.find(({ people: [first] }) => first.email === demoPeople.resident.email) as SampleHousehold;
  const flat = flatTogether(households, demo.neighbourhoodCode).slice(0, 3);
  const [managerId, organisationId] = [uuid(random), uuid(random)];
  const place = { neighbourhood_code: demo.neighbourhoodCode, building_id: flat[0]!.buildingId };
  const started = daysBefore(now, 90);
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const grant = { id: uuid(random), role: "property_manager", ends_on: day(daysBefore(now, -275)) };
  const rows = { request: [] as Row[], part: [] as Row[], answer: [] as Row[], consent: [] as Row[] };
  for (const { kind, text, daysAgo, ...rest } of requests) {
    const id = uuid(random);
    const at = daysBefore(now, daysAgo);
    rows.request.push({ id, ...place, organisation_id: organisationId, kind, text, started_by: flat[0]!.people[0].id, created_at: daysBefore(at, 3), sent_at: at });
    for (const home of flat) {
      const [person] = home.people;
      const { version, text: shown } = consentText(person.locale, { purpose: "joint_request" }, { streetName: home.unit.street, neighbourhoodName: home.neighbourhoodName });
      rows.part.push({ request_id: id, ...place, household_id: home.id, resident_id: person.id, shown_name: home === flat[0] ? person.displayName : null, created_at: at });
      rows.consent.push({
        id: uuid(random), neighbourhood_code: home.neighbourhoodCode, household_id: home.id, resident_id: person.id, purpose: "joint_request",
        field_group: home === flat[0] && person.displayName ? "part_with_name" : "part", subject_id: id, audience: null, text_version: version, text_shown: shown, locale: person.locale, given_at: at,
      });
    }
    if ("answer" in rest) {
      const { answer, text: said, inDays, daysAgo: ago } = rest.answer;
      rows.answer.push({ id: uuid(random), request_id: id, ...place, answer, by_day: day(daysBefore(now, -inDays)), text: said, answered_by: managerId, answered_at: daysBefore(now, ago) });
    }
  }
  return {
    ...rows,
    account: [{ id: managerId, email: demoPeople.manager.email, created_at: started }],
    organisation: [{ id: organisationId, kind: "housing_corporation", name: "Woningcorporatie Lindewaard (voorbeeld)", created_at: started }],
    roleGrant: [{ ...grant, account_id: managerId, ...place, organisation_id: organisationId, granted_by: moderatorId, started_at: started, starts_on: day(started) }],
    roleEvent: [{ id: uuid(random), at: started, deed: "accepted", role: grant.role, ...place, actor_id: managerId, subject_id: managerId, grant_id: grant.id, ends_on: grant.ends_on }],
  };
}
