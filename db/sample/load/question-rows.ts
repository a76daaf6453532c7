import { consentText } from "../../../app/features/consent/consent-text.server.ts";
import { periodIndex } from "../../../app/features/neighbourhood/building-period.ts";
import { demoPeople } from "../people/demo-people.ts";
import { daysBefore, uuid, type SampleHousehold } from "../people/household.ts";
import type { Random } from "../random.ts";
import { type AnswerWords, type QuestionWords, questionsOf, type Speaker } from "../words/questions.ts";
import type { Row } from "./insert-rows.ts";

type Rows = Record<"question" | "answer" | "tombstone" | "thanks" | "follow" | "claim" | "verdict" | "parking" | "merge" | "consent", Row[]>;

const localDay = (moment: Date) => moment.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
const later = (moment: Date, days: number) => daysBefore(moment, -days);
const demo: readonly string[] = Object.values(demoPeople).map(({ email }) => email);

/** What residents of the sample ask and answer each other, in every state that a question can have. */
export function questionRows(households: readonly SampleHousehold[], random: Random, now: Date): Rows {
  const rows: Rows = { question: [], answer: [], tombstone: [], thanks: [], follow: [], claim: [], verdict: [], parking: [], merge: [], consent: [] };
  for (const [code, questions] of Object.entries(questionsOf)) {
    const speakers = castOf(households, code);
    const streetCalled = (name: string) => households.find((each) => each.neighbourhoodCode === code && each.unit.street === name)!.streetId;
    const made = questions.map((words) => ask(rows, words, speakers, streetCalled, random, now));
    questions.forEach(({ mergedInto }, at) => {
      if (mergedInto === undefined) return;
      const { question, under } = made[at]!;
      rows.merge.push({ id: uuid(random), ...under, into_id: made[mergedInto]!.question.id, role: "asker", merged_by: question.household.people[0].id, created_at: daysBefore(now, 1) });
    });
  }
  return rows;
}

/** Gives each part of a conversation to another household of its cluster; who logs in to the demo says only what is theirs. */
function castOf(households: readonly SampleHousehold[], code: string) {
  const here = households.filter((each) => each.neighbourhoodCode === code && each.people[0].involvement !== null && each.people[0].involvement !== "not_now");
  const taken = new Map<Speaker, number>();
  return (speaker: Speaker): SampleHousehold => {
    if (speaker === "resident" || speaker === "neighbour") return households.find(({ people: [first] }) => first.email === demoPeople[speaker].email)!;
    const fitting = here.filter(({ cluster, people }) => cluster === speaker && !people.some(({ email }) => demo.includes(email)));
    const next = taken.get(speaker) ?? 0;
    taken.set(speaker, next + 1);
    return fitting[next % fitting.length]!;
  };
}

const owner = ({ neighbourhoodCode, id, streetId, buildingId, dwellingId, people: [by] }: SampleHousehold) => ({
  neighbourhood_code: neighbourhoodCode, household_id: id, street_id: streetId, building_id: buildingId, dwelling_id: dwellingId, resident_id: by.id, shown_name: by.displayName,
});
const member = ({ id, neighbourhoodCode, people: [by] }: SampleHousehold) => ({ neighbourhood_code: neighbourhoodCode, household_id: id, resident_id: by.id });

function ask(rows: Rows, words: QuestionWords, cast: (speaker: Speaker) => SampleHousehold, streetCalled: (name: string) => string, random: Random, now: Date) {
  const household = cast(words.from);
  const id = uuid(random);
  const askedAt = daysBefore(now, words.daysAgo);
  beThereBy(household, askedAt);
  const audience = words.audience ?? ("neighbourhood" as const);
  const reach = audience === "street" ? `street:${household.streetId}` : "neighbourhood";
  const under = { neighbourhood_code: household.neighbourhoodCode, question_id: id, asked_household_id: household.id, asked_resident_id: household.people[0].id, reach };
  rows.question.push({
    id, ...owner(household), title: words.title, body: words.body ?? null, measure_kind: words.kind ?? null, about_building: false, place_street_id: words.at ? streetCalled(words.at) : null, commercial: false, state: "open",
    dwelling_type: words.aboutHome ? typeOf(household) : null, building_period: words.aboutHome ? String(periodIndex(household.building.year)) : null,
    audience, created_at: askedAt, updated_at: askedAt, shared_at: askedAt,
  });
  rows.consent.push(consentRow(household, id, { purpose: "share_question", audience }, askedAt, random));
  follow(rows, household, id, askedAt);
  for (const said of words.answers ?? []) answerRows(rows, said, { under, askedAt, cast, random, now, asker: household });
  for (const { by, after, days, ended } of words.claims ?? []) {
    const claimer = cast(by);
    const from = later(askedAt, after);
    beThereBy(claimer, from);
    rows.claim.push({
      id: uuid(random), ...under, ...member(claimer), shown_name: claimer.people[0].displayName, street_id: claimer.streetId, until: localDay(later(from, days)), created_at: from,
      released_at: ended ? later(from, ended === "overdue" ? days + 1 : Math.floor(days / 2)) : null, release_reason: ended ?? null,
    });
  }
  if (words.parked) rows.parking.push({ id: uuid(random), ...under, role: "asker", parked_by: household.people[0].id, why: words.parked.why, phase: words.parked.phase ?? null, returns_on: localDay(later(now, words.parked.inDays)), created_at: daysBefore(now, 2) });
  return { question: { id, household }, under };
}

type Setting = { under: Row & { question_id: string }; askedAt: Date; cast: (speaker: Speaker) => SampleHousehold; random: Random; now: Date; asker: SampleHousehold };

function answerRows(rows: Rows, words: AnswerWords, { under, askedAt, cast, random, now, asker }: Setting): void {
  const household = cast(words.from);
  const at = later(askedAt, words.after);
  const id = uuid(random);
  beThereBy(household, at);
  if (words.gone) {
    rows.tombstone.push({ id, ...under, written_at: at, gone_at: later(at, 3) });
    return;
  }
  const changedAt = words.before ? later(at, 0.5) : at;
  rows.answer.push({
    id, ...owner(household), ...under, body: words.body, earlier: words.before ? [{ body: words.before, at: at.toISOString() }] : [], commercial: words.commercial ?? false,
    outcome: words.outcome !== undefined, source: words.outcome?.source ?? null, found_on: words.outcome ? localDay(at) : null, cost_range: words.outcome?.costRange ?? null,
    dwelling_types: words.outcome?.types ?? [], building_periods: words.outcome?.periods ?? [], created_at: at, updated_at: changedAt, shared_at: at,
  });
  rows.consent.push(consentRow(household, id, { purpose: "share_answer" }, at, random));
  if (household !== asker) follow(rows, household, under.question_id, at);
  const say = (verdict: string, when: Date, by: SampleHousehold | null, note: string | null) =>
    rows.verdict.push({
      id: uuid(random), ...under, answer_id: id, verdict, note, household_id: by?.id ?? null, resident_id: by?.people[0].id ?? null, shown_name: by?.people[0].displayName ?? null,
      street_id: by?.streetId ?? null, created_at: when,
    });
  for (const { by, after, verdict, note } of words.said ?? []) say(verdict, later(askedAt, after), verdict === "confirmed" ? cast(by) : asker, note ?? null);
  if (words.stale) say("asked_again", daysBefore(now, 3), null, null);
  for (const by of words.thankedBy ?? []) {
    const thanking = cast(by);
    if (thanking !== household) rows.thanks.push({ ...member(thanking), answer_id: id, thanked_household_id: household.id, created_at: later(at, 1) });
  }
}

function follow(rows: Rows, household: SampleHousehold, question_id: string, created_at: Date): void {
  const known = rows.follow.some((row) => row.question_id === question_id && row.resident_id === household.people[0].id);
  if (!known) rows.follow.push({ ...member(household), question_id, created_at });
}

/** Nobody says anything before they joined. */
function beThereBy(household: SampleHousehold, at: Date): void {
  if (at < household.joinedAt) household.joinedAt = daysBefore(at, 3);
}

/** Of the homes that ask something about their kind: all of them are flats, or stand in a row. */
function typeOf({ building }: SampleHousehold): string | null {
  return building.units.length > 1 ? "flat" : "terraced";
}

function consentRow(household: SampleHousehold, subjectId: string, subject: Parameters<typeof consentText>[1], at: Date, random: Random): Row {
  const [by] = household.people;
  const { version, text } = consentText(by.locale, subject, { streetName: household.unit.street, neighbourhoodName: household.neighbourhoodName });
  return {
    id: uuid(random), ...member(household), purpose: subject.purpose, field_group: "item", subject_id: subjectId, audience: "audience" in subject ? subject.audience : null,
    text_version: version, text_shown: text, locale: by.locale, given_at: at,
  };
}
