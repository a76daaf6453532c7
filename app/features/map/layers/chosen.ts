import type { LayerSpecification } from "maplibre-gl";
import { type MapLayer, sources } from "./layer.ts";

/** The home whose card is open, and the one that is pointed at in the list. */
export const chosen: MapLayer = {
  legend: [],
  draw: (look): LayerSpecification[] => [
    { id: "chosen-glow", type: "line", source: sources.chosen, layout: { "line-join": "round" }, paint: { "line-color": look.surface, "line-width": 9, "line-opacity": 0.9 } },
    { id: "chosen", type: "line", source: sources.chosen, layout: { "line-join": "round" }, paint: { "line-color": look.ink, "line-width": ["case", ["get", "open"], 4, 3] } },
  ],
};
