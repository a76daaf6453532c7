import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { drawnFrom, font, type MapLayer, metres } from "./layer.ts";

const addressed: ExpressionSpecification = ["!=", ["get", "numbers"], ""];

/** Where nothing is known of the ground: the land close around buildings with an address, so that streets are seen as what is left open. */
export const plots: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    { id: "plots", type: "line", ...drawnFrom("building", addressed), layout: { "line-join": "bevel" }, paint: { "line-color": look["map-garden"], "line-width": metres(15) } },
    { id: "plots-inside", type: "fill", ...drawnFrom("building", addressed), paint: { "fill-color": look["map-garden"], "fill-antialias": false } },
  ],
};

/** Every building of the public register; a home that shares nothing is drawn like any other. */
export const buildings: MapLayer = {
  legend: [{ words: "building", swatch: { shape: "area", colour: "map-building" } }],
  draw: (look): LayerSpecification[] => [
    { id: "buildings", type: "fill", ...drawnFrom("building"), paint: { "fill-color": ["case", [">", ["get", "homes"], 0], look["map-building"], ["!=", ["get", "numbers"], ""], look["map-building"], look["map-shed"]], "fill-antialias": false } },
    {
      id: "building-lines",
      type: "line",
      ...drawnFrom("building"),
      paint: { "line-color": look["map-building-line"], "line-width": ["interpolate", ["linear"], ["zoom"], 15, 0.4, 18, 1], "line-opacity": ["case", ["!=", ["get", "numbers"], ""], 1, 0.5] },
    },
  ],
};

/** House numbers, once there is room for them; a symbol goes before a number. */
export const houseNumbers: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    {
      id: "house-numbers",
      type: "symbol",
      ...drawnFrom("building", addressed),
      minzoom: 17.6,
      layout: { "text-field": ["get", "numbers"], "text-font": font, "text-size": ["interpolate", ["linear"], ["zoom"], 17.6, 10, 20, 14], "text-padding": 1, "text-max-width": 20 },
      paint: { "text-color": look["map-label"], "text-halo-color": look["map-building"], "text-halo-width": 1.2 },
    },
  ],
};
