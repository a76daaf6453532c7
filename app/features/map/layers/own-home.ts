import type { LayerSpecification } from "maplibre-gl";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** The name of the picture of the pin. */
export const pin = "pin";

/** My own home: always in sight, above all else. */
export const ownHome: MapLayer = {
  legend: [{ words: "own", swatch: { shape: "pin", colour: "brick" } }],
  draw: (look): LayerSpecification[] => [
    { id: "own-home-shape", type: "fill", ...drawnFrom("own"), paint: { "fill-color": look.brick, "fill-opacity": 0.5, "fill-antialias": false } },
    { id: "own-home-line", type: "line", ...drawnFrom("own"), paint: { "line-color": look.brick, "line-width": 2 } },
    {
      id: "own-home-pin",
      type: "symbol",
      ...drawnFrom("pin"),
      layout: { "icon-image": pin, "icon-anchor": "bottom", "icon-allow-overlap": true, "icon-ignore-placement": false, "icon-size": ["interpolate", ["linear"], ["zoom"], 13, 0.75, 17, 1] },
    },
  ],
};
