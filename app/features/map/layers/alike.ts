import type { LayerSpecification } from "maplibre-gl";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** Homes that fit the kind of home that was asked for, by the public register: whether anybody shares there makes no difference. */
export const alike: MapLayer = {
  legend: [{ words: "alike", swatch: { shape: "dashed", colour: "sky" } }],
  draw: (look): LayerSpecification[] => [
    { id: "alike", type: "line", ...drawnFrom("alike"), paint: { "line-color": look.sky, "line-width": ["interpolate", ["linear"], ["zoom"], 15, 0.8, 18, 1.8], "line-dasharray": [2.5, 1.5] } },
  ],
};
