import { env } from "../../env.server.ts";

/** Hosts outside our own server that the map asks for tiles: none, unless a tile service was configured. */
export function basemapHosts(): string[] {
  const { BASEMAP_URL } = env();
  return BASEMAP_URL ? [new URL(BASEMAP_URL.replace(/[{}]/g, "")).origin] : [];
}
