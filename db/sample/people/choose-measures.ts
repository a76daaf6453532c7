import type { Audience } from "../../schema/people.ts";
import type { CostRange, DoneBy, MeasureState } from "../../schema/sharing.ts";
import type { Random } from "../random.ts";
import type { Mood } from "../words/said.ts";
import { plannedFor, removedWords, stock, type StockKind } from "../words/stock.ts";
import { wordFinder, type WordFinder } from "./find-words.ts";
import { between, uuid, type SampleHousehold, type SamplePerson } from "./household.ts";
import { chances, givenIn, profiles, type Profile } from "./profiles.ts";

export interface SampleMeasure {
  id: string;
  household: SampleHousehold;
  by: SamplePerson;
  kind: StockKind;
  state: MeasureState;
  year: number | null;
  costRange: CostRange | null;
  doneBy: DoneBy | null;
  satisfaction: number | null;
  experience: string | null;
  wouldDoDifferently: string | null;
  use: { gasBeforeM3?: number; gasAfterM3?: number; powerBeforeKwh?: number; powerAfterKwh?: number };
  mayAsk: boolean;
  mayVisit: boolean;
  audience: Audience;
  sharedAt: Date;
  /** When a moderator hid it. */
  hiddenAt?: Date;
}

/** What each household has done, plans or took away again, with words that fit its home. */
export function chooseMeasures(households: readonly SampleHousehold[], random: Random, now: Date): SampleMeasure[] {
  const finders = new Map<string, WordFinder>();
  const finderOf = (code: string) => {
    const found = finders.get(code) ?? wordFinder(random.fork(code), now.getFullYear());
    finders.set(code, found);
    return found;
  };
  return households.flatMap((household) => {
    if (household.people.every(({ involvement }) => involvement === "not_now" || involvement === null)) return [];
    const kinds = Object.entries(chances[household.cluster] ?? {}) as [StockKind, number][];
    return kinds
      .filter(([, chance]) => random.chance(chance))
      .map(([kind]) => tellOf(household, kind, finderOf(household.neighbourhoodCode), random, now));
  });
}

function tellOf(household: SampleHousehold, kind: StockKind, find: WordFinder, random: Random, now: Date): SampleMeasure {
  const given = givenIn[household.cluster]?.[kind];
  const removed = removedWords[kind];
  const state: MeasureState = given ? "done" : random.weighted([["done", 84], ["planned", 13], ["removed", removed ? 6 : 0]]);
  const profile = profileFor(household, kind);
  const thisYear = now.getFullYear();
  const earliest = Math.max(profile.since, household.building.year < 1900 ? 1900 : household.building.year);
  const year =
    given?.year ?? (state === "planned" ? thisYear + random.weighted([[0, 2], [1, 8]]) : Math.max(earliest, thisYear - Math.floor(random.next() ** 1.5 * (thisYear - earliest + 1))));
  const doneBy = state === "planned" ? null : (given?.by ?? ownDoneBy(household, random.weighted(profile.doneBy), year, thisYear));
  const audience = chooseAudience(household, random);
  const talks = random.chance(audience === "household" ? 0.25 : 0.6);
  const situation = { cluster: household.cluster, doneBy, year };
  const said = talks && state === "done" ? find(stock[kind].experience, situation) : undefined;
  const others = !talks || state === "done" ? [] : state === "planned" ? plannedFor(kind) : (removed ?? []).map((text) => ({ text }));
  const experience = said?.text ?? find(others, situation)?.text ?? null;
  const different = state === "done" && random.chance(said ? 0.36 : 0.07) ? find(stock[kind].differently, situation) : undefined;
  return {
    id: uuid(random),
    household,
    by: random.pick(household.people),
    kind,
    state,
    year,
    costRange: given || doneBy === "previous_owner" || state === "removed" || profile.costs.length === 0 || random.chance(0.25) ? null : random.weighted(profile.costs),
    doneBy,
    satisfaction: state === "done" && (said || random.chance(0.75)) ? stars(said ? (said.mood ?? "good") : undefined, random) : null,
    experience,
    wouldDoDifferently: different?.text ?? null,
    use: state === "done" && !given && random.chance(0.16) ? useBeforeAndAfter(kind, random) : {},
    mayAsk: audience !== "household" && random.chance(0.56),
    mayVisit: audience === "neighbourhood" && random.chance(0.14),
    audience,
    sharedAt: between(random, household.joinedAt, now),
  };
}

/** In a flat, panels of one's own are one or two at the balcony. */
const profileFor = (household: SampleHousehold, kind: StockKind): Profile =>
  kind === "solar_panels" && household.building.kind === "flat" ? { since: 2022, costs: [["under_500", 3], ["500_2000", 2]], doneBy: [["self", 1]] } : profiles[kind];

/** Somebody who lives here for long did not find last year's boiler in place. */
const ownDoneBy = (household: SampleHousehold, doneBy: DoneBy, year: number, thisYear: number): DoneBy =>
  household.tenant ? "self" : doneBy === "previous_owner" && year > thisYear - 4 ? "company" : doneBy;

/** Most share with the neighbourhood, a good part keeps it for the household; a street or building only where it is large enough. */
export function chooseAudience(household: SampleHousehold, random: Random): Audience {
  const flat = household.audiences.includes("building");
  const wanted = random.weighted<Audience>([["neighbourhood", flat ? 48 : 58], ["street", flat ? 3 : 17], ["building", flat ? 26 : 0], ["household", 24]]);
  return household.audiences.includes(wanted) ? wanted : "neighbourhood";
}

function stars(mood: Mood | undefined, random: Random): number {
  if (mood === "good") return random.weighted([[5, 6], [4, 4]]);
  if (mood === "mixed") return random.weighted([[3, 6], [4, 3], [2, 2]]);
  if (mood === "poor") return random.weighted([[2, 3], [1, 1]]);
  return random.weighted([[5, 38], [4, 44], [3, 14], [2, 4]]);
}

const SAVED_GAS: Readonly<Partial<Record<StockKind, readonly [number, number]>>> = {
  roof_insulation: [0.1, 0.22], cavity_insulation: [0.14, 0.28], floor_insulation: [0.06, 0.14], glazing: [0.06, 0.16], heat_pump_hybrid: [0.5, 0.72],
  heating_balance: [0.04, 0.1],
};

function useBeforeAndAfter(kind: StockKind, random: Random): SampleMeasure["use"] {
  const tens = (n: number) => Math.round(n / 10) * 10;
  if (kind === "solar_panels") {
    const before = tens(random.between(2100, 4600));
    return { powerBeforeKwh: before, powerAfterKwh: before - tens(random.between(1500, 3900)) };
  }
  const saved = SAVED_GAS[kind];
  if (!saved) return {};
  const before = tens(random.between(1050, 2300));
  return { gasBeforeM3: before, gasAfterM3: tens(before * (1 - random.between(...saved))) };
}
