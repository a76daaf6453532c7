import type { MapToken } from "./look.ts";

/** Layers of public facts, by how they are called in the URL. At most one is on. */
const named = { bouwperiode: "period", woningsoort: "type", energielabel: "label" } as const;
export type PublicLayer = (typeof named)[keyof typeof named];
/** Layers that colour each building with a home; the other one is about streets. */
export type ColouringLayer = Exclude<PublicLayer, "label">;

/** Names in the URL, in the order in which they are offered. */
export const layerNames = Object.keys(named) as (keyof typeof named)[];

/** The layer that a URL asks for; null when it asks for none that there is. */
export function readLayer(query: URLSearchParams): PublicLayer | null {
  const asked = query.get("laag");
  return layerNames.some((name) => name === asked) ? named[asked as keyof typeof named] : null;
}

/** The layer of a name in the URL. */
export const layerOf = (name: keyof typeof named): PublicLayer => named[name];

/**
 * What a colouring layer tells apart, in the order of the legend: the property of a building with its colour. What is not
 * here is unknown, and dotted. Periods go from dark (old) to light (new) and types from homes that share most walls to
 * homes that share none, so that the order can be seen without telling colours apart.
 */
export const classColours: Record<ColouringLayer, Readonly<Record<string, MapToken>>> = {
  period: { 0: "map-class-1", 1: "map-class-2", 2: "map-class-3", 3: "map-class-4", 4: "map-class-5", 5: "map-class-6", 6: "map-class-7" },
  type: { flat: "map-class-1", terraced: "map-class-3", end_terrace: "map-class-5", semi_detached: "map-class-6", detached: "map-class-7" },
};

/** Of a layer, whether it colours buildings. */
export function isColouring(layer: PublicLayer | null): layer is ColouringLayer {
  return layer === "period" || layer === "type";
}
