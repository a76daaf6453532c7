import type { LayerSpecification } from "maplibre-gl";
import { drawnFrom, type MapLayer, metres } from "./layer.ts";

/** Land, water, green and trees: quiet, and without meaning of their own. */
export const ground: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    {
      id: "surfaces",
      type: "fill",
      ...drawnFrom("surface"),
      paint: {
        "fill-color": [
          "match", ["get", "kind"],
          "water", look["map-water"],
          "green", look["map-green"],
          "garden", look["map-garden"],
          ["square", "parking", "platform"], look["map-paved"],
          look["map-land"],
        ],
        "fill-antialias": true,
      },
    },
    {
      id: "trees",
      type: "circle",
      ...drawnFrom("tree"),
      minzoom: 15,
      paint: { "circle-color": look["map-tree"], "circle-radius": metres(2.6), "circle-opacity": 0.75, "circle-pitch-alignment": "map" },
    },
  ],
};
