import { type ConsentSubject, consentText, type SharingPurpose } from "../../../app/features/consent/consent-text.server.ts";
import type { SampleMeasure } from "../people/choose-measures.ts";
import type { SampleStory } from "../people/choose-stories.ts";
import type { SampleJoin, SampleWish } from "../people/choose-wishes.ts";
import type { Drawing } from "../people/drawings.ts";
import { uuid, type SampleHousehold, type SamplePerson } from "../people/household.ts";
import type { Random } from "../random.ts";
import type { Row } from "./insert-rows.ts";

const owner = (household: SampleHousehold, by: SamplePerson) => ({
  neighbourhood_code: household.neighbourhoodCode, household_id: household.id, street_id: household.streetId, building_id: household.buildingId,
  dwelling_id: household.dwellingId, resident_id: by.id, shown_name: by.displayName,
});

const shared = ({ audience, sharedAt }: Pick<SampleMeasure, "audience" | "sharedAt">) => ({
  audience, created_at: sharedAt, updated_at: sharedAt, shared_at: audience === "household" ? null : sharedAt,
});

export function measureRows(measures: readonly SampleMeasure[]): Row[] {
  return measures.map((measure) => ({
    id: measure.id, ...owner(measure.household, measure.by), kind: measure.kind, state: measure.state, year: measure.year, cost_range: measure.costRange,
    done_by: measure.doneBy, satisfaction: measure.satisfaction, experience: measure.experience, would_do_differently: measure.wouldDoDifferently,
    gas_before_m3: measure.use.gasBeforeM3 ?? null, gas_after_m3: measure.use.gasAfterM3 ?? null, power_before_kwh: measure.use.powerBeforeKwh ?? null,
    power_after_kwh: measure.use.powerAfterKwh ?? null, may_ask: measure.mayAsk, may_visit: measure.mayVisit, hidden_at: measure.hiddenAt ?? null, ...shared(measure),
  }));
}

export function wishRows(wishes: readonly SampleWish[]): Row[] {
  return wishes.map((wish) => ({
    id: wish.id, ...owner(wish.household, wish.by), scope: wish.scope, kind: wish.kind, title: wish.title, note: wish.note, horizon: wish.horizon,
    holding_back: wish.holdingBack, ...shared(wish),
  }));
}

export function storyRows(stories: readonly SampleStory[]): Row[] {
  return stories.map((story) => ({ id: story.id, ...owner(story.household, story.by), indicator: story.indicator, title: story.title, body: story.body, ...shared(story) }));
}

export function joinRows(joins: readonly SampleJoin[], random: Random): Row[] {
  return joins.map(({ wish, household, by, at }) => ({
    id: uuid(random), wish_id: wish.id, neighbourhood_code: household.neighbourhoodCode, household_id: household.id, resident_id: by.id, shown_name: by.displayName,
    street_id: household.streetId, created_at: at,
  }));
}

type ConsentScope = { id: string | null; fieldGroup: string; at: Date };

/** A row of the ledger, with the text as it is shown on the screen. */
export function consentRow(household: SampleHousehold, by: SamplePerson, subject: ConsentSubject, scope: ConsentScope, random: Random): Row {
  const place = { streetName: household.unit.street, neighbourhoodName: household.neighbourhoodName };
  const { version, text } = consentText(by.locale, subject, place);
  return {
    id: uuid(random), neighbourhood_code: household.neighbourhoodCode, household_id: household.id, resident_id: by.id, purpose: subject.purpose,
    field_group: scope.fieldGroup, subject_id: scope.id, audience: "audience" in subject ? subject.audience : null, text_version: version,
    text_shown: text, locale: by.locale, given_at: scope.at,
  };
}

/** The ledger: a row for everything that reaches somebody outside the household, under the text of that moment. */
export function consentRows(
  given: { households: readonly SampleHousehold[]; measures: readonly SampleMeasure[]; wishes: readonly SampleWish[]; stories: readonly SampleStory[]; joins: readonly SampleJoin[] },
  random: Random,
): Row[] {
  const row = (household: SampleHousehold, by: SamplePerson, subject: ConsentSubject, scope: ConsentScope) => consentRow(household, by, subject, scope, random);
  const items = (purpose: SharingPurpose, list: readonly (SampleMeasure | SampleWish | SampleStory)[]) =>
    list.flatMap(({ id, household, by, audience, sharedAt }) =>
      audience === "household" ? [] : [row(household, by, { purpose, audience }, { id, fieldGroup: "item", at: sharedAt })],
    );
  return [
    ...given.households.flatMap((household) => [
      ...household.people
        .filter(({ displayName }) => displayName !== null)
        .map((person) => row(household, person, { purpose: "display_name" }, { id: null, fieldGroup: "name", at: household.joinedAt })),
      ...(household.counted ? [row(household, household.people[0], { purpose: "published_figures" }, { id: null, fieldGroup: "household", at: household.joinedAt })] : []),
    ]),
    ...items("share_measure", given.measures),
    ...items("share_wish", given.wishes),
    ...items("share_story", given.stories),
    ...given.joins.map(({ wish, household, by, at }) => row(household, by, { purpose: "join_wish" }, { id: wish.id, fieldGroup: "join", at })),
  ];
}

/** Gives each drawing to the newest few shared measures of its kind, and to those of the demo's own residents. */
export function photoRows(measures: readonly SampleMeasure[], drawings: readonly Drawing[], random: Random, demoEmails: readonly string[]): Row[] {
  return drawings.flatMap((drawing) => {
    const fitting = measures.filter(({ kind, state, audience, experience }) => kind === drawing.kind && state === "done" && audience === "neighbourhood" && experience !== null);
    const own = fitting.filter(({ by }) => demoEmails.includes(by.email));
    const chosen = own.length > 0 ? own : [...fitting].sort((a, b) => b.sharedAt.getTime() - a.sharedAt.getTime()).slice(0, 1);
    return chosen.map(({ id, household, sharedAt }) => ({
      id: uuid(random), neighbourhood_code: household.neighbourhoodCode, household_id: household.id, measure_id: id, mime: "image/webp",
      width: drawing.width, height: drawing.height, alt: drawing.alt, bytes: `\\x${drawing.bytes.toString("hex")}`, created_at: sharedAt,
    }));
  });
}
