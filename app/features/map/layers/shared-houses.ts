import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { measureGroups } from "../../measures/catalogue.ts";
import type { Look } from "../look.ts";
import { isColouring } from "../public-layers.ts";
import { drawnFrom, font, type MapLayer, symbolZoom } from "./layer.ts";

/** The colour of the group that the leading measure or wish belongs to. */
export function groupColour(look: Look): ExpressionSpecification {
  const [first, ...rest] = Object.entries(measureGroups).map(([group, { colour }]) => [group, look[colour]] as const);
  return ["match", ["get", "group"], first![0], first![1], ...rest.flat(), look.garden] as unknown as ExpressionSpecification;
}

/**
 * Houses where a neighbour shares something with me: filled, with the symbol of what it is. On coloured buildings the fill
 * would make a colour of neither, so there it is an edge with a light one around it.
 */
export const sharedHouses: MapLayer = {
  legend: [
    { words: "done", swatch: { shape: "disc", colour: "garden" } },
    { words: "planned", swatch: { shape: "planned", colour: "garden" } },
    { words: "wish", swatch: { shape: "wish", colour: "garden" } },
  ],
  draw: (look, layer): LayerSpecification[] => [
    { id: "shared-houses", type: "fill", ...drawnFrom("house"), paint: { "fill-color": groupColour(look), "fill-opacity": isColouring(layer) ? 0 : 0.42, "fill-antialias": false } },
    {
      id: "shared-house-casings",
      type: "line",
      ...drawnFrom("house"),
      paint: { "line-color": look.surface, "line-width": ["interpolate", ["linear"], ["zoom"], 15.5, 1.2, 18, 5], "line-opacity": isColouring(layer) ? 1 : 0 },
    },
    {
      id: "shared-house-lines",
      type: "line",
      ...drawnFrom("house"),
      paint: { "line-color": groupColour(look), "line-width": ["interpolate", ["linear"], ["zoom"], 15, 0.8, 18, isColouring(layer) ? 2.4 : 1.8] },
    },
  ],
};

/** Symbols of houses and counts of blocks, above everything else that is drawn. */
export const sharedSymbols: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    {
      id: "shared-symbols",
      type: "symbol",
      ...drawnFrom("symbol"),
      minzoom: symbolZoom,
      layout: {
        "icon-image": ["get", "image"],
        "icon-size": ["interpolate", ["linear"], ["zoom"], symbolZoom, 0.62, 17, 0.8, 18, 1, 20, 1.2],
        "icon-padding": 0,
        "symbol-sort-key": ["get", "order"],
        "icon-allow-overlap": ["step", ["zoom"], false, 19, true] as unknown as boolean,
        "text-field": ["step", ["zoom"], "", 18, ["get", "number"]],
        "text-font": font,
        "text-size": 12,
        "text-anchor": "top",
        "text-offset": [0, 1.3],
        "text-optional": true,
      },
      paint: { "text-color": look.ink, "text-halo-color": look.surface, "text-halo-width": 1.6 },
    },
  ],
};
