import type { LayerSpecification } from "maplibre-gl";
import { isColouring } from "../public-layers.ts";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** The name of the picture of the pin. */
export const pin = "pin";

/** My own home: always in sight, above all else. On a coloured building it is an edge, so that its class stays to be seen. */
export const ownHome: MapLayer = {
  legend: [{ words: "own", swatch: { shape: "pin", colour: "brick" } }],
  draw: (look, layer): LayerSpecification[] => [
    { id: "own-home-shape", type: "fill", ...drawnFrom("own"), paint: { "fill-color": look.brick, "fill-opacity": isColouring(layer) ? 0 : 0.5, "fill-antialias": false } },
    { id: "own-home-casing", type: "line", ...drawnFrom("own"), layout: { "line-join": "round" }, paint: { "line-color": look.surface, "line-width": 6, "line-opacity": isColouring(layer) ? 1 : 0 } },
    { id: "own-home-line", type: "line", ...drawnFrom("own"), paint: { "line-color": look.brick, "line-width": isColouring(layer) ? 3 : 2 } },
    {
      id: "own-home-pin",
      type: "symbol",
      ...drawnFrom("pin"),
      layout: { "icon-image": pin, "icon-anchor": "bottom", "icon-allow-overlap": true, "icon-ignore-placement": false, "icon-size": ["interpolate", ["linear"], ["zoom"], 13, 0.75, 17, 1] },
    },
  ],
};
