import type { LayerSpecification } from "maplibre-gl";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** The edge of the neighbourhood; what lies beyond is veiled. */
export const boundary: MapLayer = {
  legend: [{ words: "boundary", swatch: { shape: "dashed", colour: "line-strong" } }],
  draw: (look): LayerSpecification[] => [
    { id: "beyond", type: "fill", ...drawnFrom("beyond"), paint: { "fill-color": look["map-beyond"], "fill-opacity": 0.72, "fill-antialias": false } },
    {
      id: "boundary",
      type: "line",
      ...drawnFrom("edge"),
      layout: { "line-join": "round" },
      paint: { "line-color": look["line-strong"], "line-width": 1.6, "line-dasharray": [3, 2.5], "line-opacity": 0.8 },
    },
  ],
};
