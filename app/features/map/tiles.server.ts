import { env } from "../../env.server.ts";
import type { Tiles } from "./start-map.client.ts";

/** The tile service that was configured (web mercator, EPSG:3857, 256 px), with the words that it wants to be shown. */
export function configuredTiles(): Tiles | null {
  const { BASEMAP_URL, BASEMAP_ATTRIBUTION } = env();
  return BASEMAP_URL ? { url: BASEMAP_URL, attribution: BASEMAP_ATTRIBUTION ?? new URL(BASEMAP_URL.replace(/[{}]/g, "")).host } : null;
}
