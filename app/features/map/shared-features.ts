import type { Feature, Position } from "geojson";
import { catalogue, type MeasureGroup, type MeasureKind } from "../measures/catalogue.ts";
import type { Shared } from "./coarsen.ts";
import type { MapBuilding } from "./decode-map.ts";
import { groupBy } from "./group-by.ts";
import { feature } from "./ground-features.ts";

/** Which kinds stand for a house where several are shared: what neighbours ask about most goes first. */
const leading: readonly MeasureGroup[] = ["heating", "power", "insulation", "living", "green"];

/** How a shared measure or wish is drawn. */
export type SymbolState = "done" | "planned" | "wish";

/** Names of pictures that are drawn when the map asks for them. */
export const pictureOf = {
  house: (state: SymbolState, kind: MeasureKind, kinds: number) => `house|${state}|${kind}|${kinds}`,
  flat: (homes: number, kind: MeasureKind | undefined) => `flat|${homes}|${kind ?? ""}`,
};

/**
 * What neighbours share, ready to be drawn.
 * @param shown places that match what was asked for
 * @param asked kinds that were asked for: a house shows one of these first
 */
export function sharedFeatures(
  places: readonly [string, Shared][],
  buildings: ReadonlyMap<string, MapBuilding>,
  shown: ReadonlySet<string>,
  asked: readonly MeasureKind[],
): { shared: Feature[]; counts: Feature[] } {
  const drawn = places.flatMap(([place, one]) => {
    const building = buildings.get(place);
    return building && shown.has(place) ? [{ place, shared: one, building, ...symbolOf(one, asked) }] : [];
  });
  const areas = drawn.map(({ shared, building, group }) => feature(shared.flat ? "flat" : "house", building.geometry, { group }));
  const symbols = drawn.map(({ shared, place, building, picture }) =>
    feature("symbol", { type: "Point", coordinates: building.centre }, { place, image: picture, number: building.numbers, order: shared.flat ? -100 : -kindsOf(shared) }),
  );
  const counts = [...groupBy(drawn, ({ building }) => building.street ?? "")].map(([street, here]): Feature => {
    const homes = here.reduce((sum, { shared }) => sum + (shared.flat ? shared.homes : 1), 0);
    return { type: "Feature", geometry: { type: "Point", coordinates: middle(here.map(({ building }) => building.centre)) }, properties: { street, homes } };
  });
  return { shared: [...areas, ...symbols], counts };
}

function kindsOf(shared: Shared): number {
  return shared.flat ? shared.measures.length : new Set([...shared.done, ...shared.planned, ...shared.wishes]).size;
}

function symbolOf(shared: Shared, asked: readonly MeasureKind[]): { picture: string; group: MeasureGroup | "" } {
  if (shared.flat) {
    const kinds = [...shared.measures, ...shared.wishes].map(([kind]) => kind);
    return { picture: pictureOf.flat(shared.homes, kinds.find((kind) => asked.includes(kind)) ?? kinds[0]), group: "" };
  }
  const states = [["done", shared.done], ["planned", shared.planned], ["wish", shared.wishes]] as const;
  const all = states.flatMap(([state, kinds]) => byLead(kinds).map((kind) => ({ state, kind })));
  const first = all.find(({ kind }) => asked.includes(kind)) ?? all[0]!;
  return { picture: pictureOf.house(first.state, first.kind, kindsOf(shared)), group: catalogue[first.kind].group };
}

/** Kinds with the leading ones first. */
export function byLead(kinds: readonly MeasureKind[]): MeasureKind[] {
  return [...kinds].sort((a, b) => leading.indexOf(catalogue[a].group) - leading.indexOf(catalogue[b].group));
}

/** Of some positions the one nearest to their middle, so that a count stands on its street also where the street bends. */
export function middle(positions: Position[]): Position {
  const mean = [0, 1].map((axis) => positions.reduce((sum, at) => sum + at[axis]!, 0) / positions.length);
  const away = (at: Position) => Math.hypot(at[0]! - mean[0]!, at[1]! - mean[1]!);
  return positions.reduce((best, at) => (away(at) < away(best) ? at : best));
}
