import type { LayerSpecification } from "maplibre-gl";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** The layers in which the bars are, for who asks what was tapped. */
export const streetLabelLayers = ["street-labels", "street-labels-along"];

/** Energy labels as they are spread in a street: a bar on its street, never a colour on a building. What neighbours share goes before it. */
export const streetLabels: MapLayer = {
  legend: [],
  draw: (_look, layer): LayerSpecification[] => {
    const bar = (id: string, along: boolean, layout: object) => ({
      id,
      type: "symbol" as const,
      ...drawnFrom("street-label", ["==", ["get", "along"], along]),
      minzoom: 14,
      layout: {
        "visibility": layer === "label" ? ("visible" as const) : ("none" as const),
        "icon-image": ["get", "image"] as never,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 14, 0.7, 17, 1, 20, 1.3] as never,
        "icon-rotation-alignment": "viewport" as const,
        "icon-padding": 1,
        ...layout,
      },
    });
    // Along a street there are several places for its bar, so that it is seen wherever one looks and something else may stand in one of them.
    return [bar("street-labels", false, {}), bar("street-labels-along", true, { "symbol-placement": "line", "symbol-spacing": 120 })];
  },
};
