import { type MeasureKind, measureKinds } from "../measures/catalogue.ts";
import { groupBy } from "./group-by.ts";

/** Something that a neighbour shares with the viewer, with the place it is at. */
export type SharedItem = {
  /** The building, or the home where it stands in none. */
  place: string;
  dwellingId: string;
  /** Homes in the building, by the register. */
  homesInBuilding: number;
  what: "done" | "planned" | "wish";
  kind: MeasureKind;
  mayAsk: boolean;
  mayVisit: boolean;
};

/** A house: what its neighbours share, kind by kind. */
export type SharedHouse = { flat: false; done: MeasureKind[]; planned: MeasureKind[]; wishes: MeasureKind[]; mayAsk: boolean; mayVisit: boolean };
/** A building with several homes: counts of homes only, each of at least {@link fewest}. */
export type SharedFlat = { flat: true; homes: number; measures: [MeasureKind, number][]; wishes: [MeasureKind, number][] };
export type Shared = SharedHouse | SharedFlat;

/** A building with several homes says nothing below this number of sharing homes, in all and for each kind. */
export const fewest = 3;

/**
 * Makes of what neighbours share what a map may show. In a building with several homes only counts are left, never who
 * or where; a count is of homes, and doesn't depend on any filter, so that two answers can't be subtracted.
 * The order of what comes in does not matter.
 */
export function coarsen(items: readonly SharedItem[]): Map<string, Shared> {
  const shared = new Map<string, Shared>();
  for (const [place, here] of groupBy(items, (item) => item.place)) {
    const homes = new Set(here.map((item) => item.dwellingId)).size;
    const several = homes > 1 || here.some((item) => item.homesInBuilding > 1);
    if (!several) shared.set(place, house(here));
    else if (homes >= fewest) shared.set(place, { flat: true, homes, measures: counts(here.filter((item) => item.what !== "wish")), wishes: counts(here.filter((item) => item.what === "wish")) });
  }
  return shared;
}

function house(items: SharedItem[]): SharedHouse {
  const kinds = (what: SharedItem["what"]) => measureKinds.filter((kind) => items.some((item) => item.what === what && item.kind === kind));
  return { flat: false, done: kinds("done"), planned: kinds("planned"), wishes: kinds("wish"), mayAsk: items.some((item) => item.mayAsk), mayVisit: items.some((item) => item.mayVisit) };
}

function counts(items: SharedItem[]): [MeasureKind, number][] {
  return measureKinds
    .map((kind): [MeasureKind, number] => [kind, new Set(items.filter((item) => item.kind === kind).map((item) => item.dwellingId)).size])
    .filter(([, homes]) => homes >= fewest)
    .sort(([, a], [, b]) => b - a);
}
