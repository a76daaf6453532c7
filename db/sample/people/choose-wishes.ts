import type { Audience } from "../../schema/people.ts";
import type { Horizon, Obstacle } from "../../schema/sharing.ts";
import type { Random } from "../random.ts";
import { wishesOfHofkwartier, wishesOfSpoorzicht, type NeighbourhoodWish } from "../words/neighbourhood-wishes.ts";
import type { StockKind } from "../words/stock.ts";
import { homeWishes, tenantWishes, type HomeWish } from "../words/wishes.ts";
import { chooseAudience, type SampleMeasure } from "./choose-measures.ts";
import { wordFinder, type WordFinder } from "./find-words.ts";
import { chances } from "./profiles.ts";
import { between, daysBefore, uuid, type SampleHousehold, type SamplePerson } from "./household.ts";

export interface SampleWish {
  id: string;
  household: SampleHousehold;
  by: SamplePerson;
  scope: "home" | "neighbourhood";
  kind: StockKind | null;
  title: string | null;
  note: string | null;
  horizon: Horizon;
  holdingBack: Obstacle[];
  audience: Audience;
  sharedAt: Date;
}

export interface SampleJoin {
  wish: SampleWish;
  household: SampleHousehold;
  by: SamplePerson;
  at: Date;
}

const obstaclesOf = (household: SampleHousehold): readonly (readonly [Obstacle, number])[] =>
  household.tenant
    ? [["landlord", 8], ["cost", 2]]
    : household.audiences.includes("building")
      ? [["vve", 6], ["cost", 4], ["knowhow", 2], ["looks", 1]]
      : [["cost", 8], ["knowhow", 6], ["time", 4], ["disruption", 3], ["looks", 1], ["other", 1]];

/** What households wish for their home: not what they have already, and tenants what the landlord decides about. */
export function chooseHomeWishes(households: readonly SampleHousehold[], measures: readonly SampleMeasure[], random: Random, now: Date): SampleWish[] {
  const finders = new Map<string, WordFinder>();
  return households.flatMap((household) => {
    if (household.people.every(({ involvement }) => involvement === "not_now" || involvement === null)) return [];
    const have = new Set(measures.filter((measure) => measure.household === household && measure.state !== "removed").map(({ kind }) => kind as string));
    const find = finders.get(household.neighbourhoodCode) ?? wordFinder(random.fork(household.neighbourhoodCode), now.getFullYear());
    finders.set(household.neighbourhoodCode, find);
    const stock = household.tenant ? tenantWishes : homeWishes;
    const possible = Object.keys(stock).filter(
      (kind) =>
        !have.has(kind) &&
        (household.tenant || chances[household.cluster]?.[kind as StockKind] !== undefined || stock[kind]?.some((wish) => wish.in?.includes(household.cluster))),
    );
    const wanted = random.shuffled(possible).slice(0, random.weighted([[0, 42], [1, 38], [2, 16], [3, 4]]) + (household.tenant ? 1 : 0));
    return wanted.map((kind): SampleWish => {
      const words = random.chance(household.tenant ? 0.9 : 0.62) ? find(stock[kind] as readonly HomeWish[], { cluster: household.cluster }) : undefined;
      return {
        id: uuid(random),
        household,
        by: random.pick(household.people),
        scope: "home",
        kind: kind as StockKind,
        title: null,
        note: words?.text ?? null,
        horizon: words?.horizon ?? random.weighted([["this_year", 3], ["few_years", 5], ["someday", 3]]),
        holdingBack: words?.holdingBack ? [...words.holdingBack] : random.chance(0.6) ? [random.weighted(obstaclesOf(household))] : [],
        audience: chooseAudience(household, random),
        sharedAt: between(random, household.joinedAt, now),
      };
    });
  });
}

/** The dreams for each neighbourhood, told by somebody whom they fit, and the neighbours who join in. */
export function chooseNeighbourhoodWishes(households: readonly SampleHousehold[], random: Random, now: Date): { wishes: SampleWish[]; joins: SampleJoin[] } {
  const wishes: SampleWish[] = [];
  const joins: SampleJoin[] = [];
  const wishesOf: Readonly<Record<string, readonly NeighbourhoodWish[]>> = { BU99010101: wishesOfHofkwartier, BU99010102: wishesOfSpoorzicht };
  for (const [code, dreams] of Object.entries(wishesOf)) {
    const here = households.filter(({ neighbourhoodCode, people }) => neighbourhoodCode === code && people.some((p) => p.involvement === "join_in" || p.involvement === "think_along"));
    const told = new Set<SampleHousehold>();
    for (const dream of dreams) {
      const fitting = here.filter((household) => !told.has(household) && dream.in?.includes(household.cluster) !== false && household.audiences.includes(dream.audience ?? "neighbourhood"));
      const atName = fitting.filter(({ unit }) => `${dream.title} ${dream.note}`.includes(unit.street));
      const household = random.pick(atName.length > 0 ? atName : fitting);
      told.add(household);
      const wish: SampleWish = {
        id: uuid(random),
        household,
        by: household.people[0],
        scope: "neighbourhood",
        kind: null,
        title: dream.title,
        note: dream.note,
        horizon: dream.horizon,
        holdingBack: [],
        audience: dream.audience ?? "neighbourhood",
        sharedAt: between(random, daysBefore(now, 120), daysBefore(now, 2)),
      };
      if (wish.sharedAt < household.joinedAt) household.joinedAt = daysBefore(wish.sharedAt, 3);
      wishes.push(wish);
      const sees = (other: SampleHousehold) =>
        other !== household &&
        (wish.audience === "neighbourhood" || (wish.audience === "street" ? other.streetId === household.streetId : other.buildingId === household.buildingId));
      for (const joiner of random.shuffled(here.filter(sees)).slice(0, dream.joins)) {
        joins.push({ wish, household: joiner, by: random.pick(joiner.people), at: between(random, new Date(Math.max(wish.sharedAt.getTime(), joiner.joinedAt.getTime())), now) });
      }
    }
  }
  return { wishes, joins };
}
