import type { LayerSpecification } from "maplibre-gl";
import { isColouring } from "../public-layers.ts";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** The names of the pictures with which an area of counts is hatched: on its own ground, and so that a colour below stays to be seen. */
export const hatching = "hatching";
export const clearHatching = "clear-hatching";

/** Buildings with several homes: one hatched shape, with a count of sharing homes and nothing else. */
export const sharedFlats: MapLayer = {
  legend: [{ words: "flat", swatch: { shape: "hatched", colour: "garden" } }],
  draw: (look, layer): LayerSpecification[] => [
    { id: "shared-flats", type: "fill", ...drawnFrom("flat"), paint: { "fill-pattern": isColouring(layer) ? clearHatching : hatching, "fill-antialias": false } },
    { id: "shared-flat-lines", type: "line", ...drawnFrom("flat"), paint: { "line-color": look.garden, "line-width": 1.6 } },
  ],
};
