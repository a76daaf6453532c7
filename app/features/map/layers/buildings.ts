import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Look } from "../look.ts";
import { classColours, isColouring, type PublicLayer } from "../public-layers.ts";
import { drawnFrom, font, type MapLayer, metres } from "./layer.ts";

/** The name of the picture with which a building is dotted of which the register doesn't say what the layer tells. */
export const dots = "dots";

const addressed: ExpressionSpecification = ["!=", ["get", "numbers"], ""];

/** Where nothing is known of the ground: the land close around buildings with an address, so that streets are seen as what is left open. */
export const plots: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    { id: "plots", type: "line", ...drawnFrom("building", addressed), layout: { "line-join": "bevel" }, paint: { "line-color": look["map-garden"], "line-width": metres(15) } },
    { id: "plots-inside", type: "fill", ...drawnFrom("building", addressed), paint: { "fill-color": look["map-garden"], "fill-antialias": false } },
  ],
};

const withHome: ExpressionSpecification = [">", ["get", "homes"], 0];

/** The colour of a building with a home: that of its class in the layer that is on, else that of any building. */
function homeColour(look: Look, layer: PublicLayer | null): ExpressionSpecification | string {
  if (!isColouring(layer)) return look["map-building"];
  const classes = Object.entries(classColours[layer]).flatMap(([key, colour]) => [key, look[colour]]);
  return ["match", ["get", layer], ...classes, look["map-building"]] as unknown as ExpressionSpecification;
}

/** Every building of the public register; a home that shares nothing is drawn like any other, in each public layer. */
export const buildings: MapLayer = {
  legend: [{ words: "building", swatch: { shape: "area", colour: "map-building" } }],
  draw: (look, layer): LayerSpecification[] => [
    { id: "buildings", type: "fill", ...drawnFrom("building"), paint: { "fill-color": ["case", withHome, homeColour(look, layer), ["!=", ["get", "numbers"], ""], look["map-building"], look["map-shed"]], "fill-antialias": false } },
    ...(["period", "type"] as const).map((of): LayerSpecification => ({
      id: `unknown-${of}`,
      type: "fill",
      ...drawnFrom("building", ["all", withHome, ["==", ["get", of], "unknown"]]),
      layout: { visibility: layer === of ? "visible" : "none" },
      paint: { "fill-pattern": dots, "fill-antialias": false },
    })),
    {
      id: "building-lines",
      type: "line",
      ...drawnFrom("building"),
      paint: { "line-color": isColouring(layer) ? ["case", withHome, look["map-class-line"], look["map-building-line"]] : look["map-building-line"], "line-width": ["interpolate", ["linear"], ["zoom"], 15, 0.4, 18, 1], "line-opacity": ["case", ["!=", ["get", "numbers"], ""], 1, 0.5] },
    },
  ],
};

/** House numbers, once there is room for them; a symbol goes before a number. */
export const houseNumbers: MapLayer = {
  legend: [],
  draw: (look, layer): LayerSpecification[] => [
    {
      id: "house-numbers",
      type: "symbol",
      ...drawnFrom("building", addressed),
      minzoom: 17.6,
      layout: { "text-field": ["get", "numbers"], "text-font": font, "text-size": ["interpolate", ["linear"], ["zoom"], 17.6, 10, 20, 14], "text-padding": 1, "text-max-width": 20 },
      paint: isColouring(layer) ? { "text-color": look.ink, "text-halo-color": look.surface, "text-halo-width": 1.8 } : { "text-color": look["map-label"], "text-halo-color": look["map-building"], "text-halo-width": 1.2 },
    },
  ],
};
