import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Look } from "../look.ts";
import { drawnFrom, font, type MapLayer, metres } from "./layer.ts";

const width: ExpressionSpecification = ["get", "width"];
const kindIs = (kind: string): ExpressionSpecification => ["==", ["get", "kind"], kind];
const round = { "line-cap": "round", "line-join": "round" } as const;

/** Streets, paths and railways, where a source for them was loaded. */
export const streets: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    { id: "paths", type: "line", ...drawnFrom("line", kindIs("path")), minzoom: 14.5, layout: round, paint: { "line-color": look["map-path"], "line-width": metres(width, 0.4) } },
    { id: "street-edges", type: "line", ...drawnFrom("line", kindIs("street")), layout: round, paint: { "line-color": look["map-edge"], "line-width": metres(width, 2) } },
    { id: "streets", type: "line", ...drawnFrom("line", kindIs("street")), layout: round, paint: { "line-color": look["map-street"], "line-width": metres(width, 0.5) } },
    { id: "rails", type: "line", ...drawnFrom("line", kindIs("rail")), paint: { "line-color": look["map-rail"], "line-width": metres(width, 0.6) } },
    { id: "sleepers", type: "line", ...drawnFrom("line", kindIs("rail")), minzoom: 15, paint: { "line-color": look["map-land"], "line-width": metres(["*", width, 0.6]), "line-dasharray": [2, 2] } },
  ],
};

const label = (look: Look) => ({ "text-color": look["map-label"], "text-halo-color": look["map-land"], "text-halo-width": 1.6 });
const size: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 14.5, 11, 16, 12.5, 18, 15];

/** Names: along the street where its course is known, else where its addresses are; of water and parks in the middle. */
export const streetNames: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    {
      id: "names-along",
      type: "symbol",
      ...drawnFrom("line", ["!=", ["get", "name"], ""]),
      minzoom: 14.5,
      layout: { "symbol-placement": "line", "symbol-spacing": 110, "text-field": ["get", "name"], "text-font": font, "text-size": size, "text-padding": 1, "text-max-angle": 40 },
      paint: { ...label(look), "text-halo-color": look["map-street"] },
    },
    {
      id: "names-of-places",
      type: "symbol",
      ...drawnFrom("place-name"),
      minzoom: 15.2,
      layout: { "text-field": ["get", "name"], "text-font": font, "text-size": size, "text-max-width": 7, "text-padding": 8 },
      paint: { ...label(look), "text-halo-color": ["match", ["get", "kind"], "water", look["map-water"], look["map-green"]], "text-opacity": 0.85 },
    },
    {
      id: "names-beside",
      type: "symbol",
      ...drawnFrom("street-name"),
      minzoom: 15,
      layout: {
        "text-field": ["get", "name"], "text-font": font, "text-size": size, "text-rotate": ["get", "angle"], "text-rotation-alignment": "map", "text-padding": 2, "text-max-width": 40,
      },
      paint: label(look),
    },
  ],
};
