import { currentForm, paperForms } from "../../../app/features/assisted/paper-forms.ts";
import { consentText } from "../../../app/features/consent/consent-text.server.ts";
import { homesOf } from "../people/choose-households.ts";
import { daysBefore, type SampleHousehold, uuid } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Identified } from "../register/identify.ts";
import type { Row } from "./insert-rows.ts";

/** Somebody without e-mail in the street of a contact person, who was helped a month ago: a measure and a wish. */
export interface PaperRows {
  household: Row[];
  paperResident: Row[];
  session: Row[];
  entry: Row[];
  consent: Row[];
  measure: Row[];
  wish: Row[];
}

/** @param near the contact person's own household */
export function paperRows(ids: Identified, households: readonly SampleHousehold[], near: SampleHousehold, random: Random, now: Date): PaperRows {
  const joined = new Set(households.map(({ dwellingId }) => dwellingId));
  const free = homesOf(ids).filter(({ neighbourhood, unit }) => neighbourhood.code === near.neighbourhoodCode && ids.street(unit.street) === near.streetId && !joined.has(ids.unit(unit)));
  const { unit, building } = free.at(-1)!;
  const [household_id, person, session, measureId, wishId] = [uuid(random), uuid(random), uuid(random), uuid(random), uuid(random)];
  const at = daysBefore(now, 30);
  const ends = new Date(at.getTime() + 15 * 60_000);
  const neighbourhood_code = near.neighbourhoodCode;
  const place = { neighbourhood_code, dwelling_id: ids.unit(unit), street_id: near.streetId, building_id: ids.building(building) };
  const item = { ...place, household_id, resident_id: person, audience: "neighbourhood", created_at: at, updated_at: at, shared_at: at };
  const consents = ([["share_measure", measureId], ["share_wish", wishId]] as const).map(([purpose, subject_id]) => {
    const { version, text } = consentText("nl", { purpose, audience: "neighbourhood" }, { streetName: unit.street, neighbourhoodName: near.neighbourhoodName });
    return { id: uuid(random), neighbourhood_code, household_id, resident_id: person, purpose, field_group: "item", subject_id, audience: "neighbourhood", text_version: version, text_shown: text, locale: "nl", given_at: at };
  });
  return {
    household: [{ id: household_id, ...place, created_at: at }],
    paperResident: [{ id: person, neighbourhood_code, household_id, number: "HWMP4R7K", locale: "nl", created_at: at }],
    session: [
      {
        id: session, neighbourhood_code, household_id, paper_resident_id: person, helper_id: near.people[0].id, helper_role: "contact_person", signed_on: at.toISOString().slice(0, 10),
        text_version: currentForm, text_shown: paperForms[currentForm].nl, locale: "nl", started_at: at, ends_at: ends, ended_at: ends, entry_count: 2,
      },
    ],
    entry: [["measure", measureId], ["wish", wishId]].map(([kind, subject_id]) => ({ id: uuid(random), neighbourhood_code, household_id, session_id: session, kind, subject_id, at })),
    consent: consents,
    measure: [{ id: measureId, ...item, kind: "glazing", state: "done", year: 2019, experience: "Het tocht niet meer bij het raam. Dat scheelt veel." }],
    wish: [{ id: wishId, ...item, scope: "neighbourhood", title: "Een bankje op de hoek, om even uit te rusten", holding_back: [] }],
  };
}
