import type { LayerSpecification } from "maplibre-gl";
import { drawnFrom, type MapLayer } from "./layer.ts";

/** The layer in which the symbols of streets are, for who asks what was tapped. */
export const streetSpotLayer = "street-spots";

/** What is asked about a street, and who of it may be asked or visited: at the street, never at a home. */
export const streetSpots: MapLayer = {
  legend: [{ words: "spot", swatch: { shape: "bubble", colour: "sky" } }],
  draw: (): LayerSpecification[] => [
    {
      id: streetSpotLayer,
      type: "symbol",
      ...drawnFrom("spot"),
      minzoom: 14,
      layout: {
        "icon-image": ["get", "image"],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 14, 0.7, 16, 0.9, 18, 1.1],
        "icon-allow-overlap": true,
        // Beside the pin of the own home, which stands on it.
        "icon-anchor": ["case", ["get", "own"], "top", "center"],
      },
    },
  ],
};
