import type { LayerSpecification } from "maplibre-gl";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** The name of the picture with which an area of counts is hatched. */
export const hatching = "hatching";

/** Buildings with several homes: one hatched shape, with a count of sharing homes and nothing else. */
export const sharedFlats: MapLayer = {
  legend: [{ words: "flat", swatch: { shape: "hatched", colour: "garden" } }],
  draw: (look): LayerSpecification[] => [
    { id: "shared-flats", type: "fill", ...drawnFrom("flat"), paint: { "fill-pattern": hatching, "fill-antialias": false } },
    { id: "shared-flat-lines", type: "line", ...drawnFrom("flat"), paint: { "line-color": look.garden, "line-width": 1.6 } },
  ],
};
