import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Look, MapToken } from "../look.ts";
import type { PublicLayer } from "../public-layers.ts";

/** How a layer looks in the legend. */
export type Swatch = { shape: "area" | "hatched" | "dashed" | "disc" | "planned" | "wish" | "count" | "pin" | "bubble"; colour: MapToken };

/** Words of a legend entry: a key below `legend` in the namespace `map`. */
export type LegendWords = "building" | "done" | "planned" | "wish" | "flat" | "alike" | "own" | "counts" | "boundary" | "spot";

/**
 * One subject on the map: how it is drawn, from bottom to top, and what the legend says of it. A fill with a line of its
 * own needs no smooth edge. With every public layer it draws the same layers: only how they look may differ.
 */
export type MapLayer = {
  legend: readonly { words: LegendWords; swatch: Swatch }[];
  draw(look: Look, layer: PublicLayer | null): LayerSpecification[];
};

/**
 * Sources that layers draw from, filled by the map. What never changes is in one source and what neighbours share in
 * another: each source that arrives costs a drawing of the whole map.
 */
export const sources = { base: "base", shared: "shared", streetCounts: "street-counts", chosen: "chosen" } as const;

/** Which features of a source a layer draws. */
export const partsOf = {
  base: ["surface", "line", "tree", "building", "street-name", "place-name", "beyond", "edge", "own", "pin"],
  shared: ["house", "flat", "symbol", "alike", "street-label", "spot"],
} as const;
export type Part = (typeof partsOf)["base" | "shared"][number];

/** The source and the filter of one part; `also` narrows it further. */
export function drawnFrom(part: Part, also?: ExpressionSpecification): { source: string; filter: ExpressionSpecification } {
  const own: ExpressionSpecification = ["==", ["get", "part"], part];
  const source = (partsOf.shared as readonly Part[]).includes(part) ? sources.shared : sources.base;
  return { source, filter: also ? ["all", own, also] : own };
}

/** From this zoom on each building has its symbol; below it counts per street are shown. */
export const symbolZoom = 15.7;

/** Labels are drawn from the page's own font: the map asks for no glyphs. */
export const font = ["Atkinson Hyperlegible Next Variable"];

/** A width in metres on the ground as one in pixels, at the latitude of the Netherlands; never thinner than `least` px. */
export function metres(width: ExpressionSpecification | number, extra = 0): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => ["+", extra, ["*", width, 2 ** zoom / 47_900]];
  return ["interpolate", ["exponential", 2], ["zoom"], 12, at(12), 20, at(20)];
}
