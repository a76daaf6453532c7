import type { LayerSpecification } from "maplibre-gl";
import { font, type MapLayer, sources, symbolZoom } from "./layer.ts";

/** Zoomed out: how many homes in a street, or in streets close together, share something with me. */
export const streetCounts: MapLayer = {
  legend: [{ words: "counts", swatch: { shape: "count", colour: "garden" } }],
  draw: (look): LayerSpecification[] => [
    {
      id: "street-counts",
      type: "circle",
      source: sources.streetCounts,
      maxzoom: symbolZoom,
      paint: { "circle-color": look.garden, "circle-radius": ["interpolate", ["linear"], ["get", "homes"], 1, 13, 40, 19, 300, 26], "circle-stroke-color": look.surface, "circle-stroke-width": 2 },
    },
    {
      id: "street-count-numbers",
      type: "symbol",
      source: sources.streetCounts,
      maxzoom: symbolZoom,
      layout: { "text-field": ["to-string", ["get", "homes"]], "text-font": font, "text-size": 14, "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": look.surface },
    },
  ],
};
