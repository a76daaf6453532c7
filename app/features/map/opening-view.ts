import type { MapSettings } from "./start-map.client.ts";

/** How close a home is shown when its card opens. */
export const closeUp = 17.8;

const opening = 16.5;

/**
 * Where the map opens: at the chosen home, else around my own, moved so that no more of what lies beyond the neighbourhood
 * is shown than needs to be.
 * @param chosen longitude and latitude (WGS84) of a home whose card is open
 */
export function openingView({ home, bounds, covered }: MapSettings, container: HTMLElement, chosen: [number, number] | null): { center: [number, number]; zoom: number } {
  if (chosen) return { center: chosen, zoom: closeUp };
  const { top, right, bottom, left } = covered();
  const perPixel = 360 / (512 * 2 ** opening);
  const halfWidth = ((container.clientWidth - left - right) / 2) * perPixel;
  const halfHeight = ((container.clientHeight - top - bottom) / 2) * perPixel * Math.cos((home.lat * Math.PI) / 180);
  const [west, south, east, north] = bounds;
  return { center: [within(home.lon, west, east, halfWidth), within(home.lat, south, north, halfHeight)], zoom: opening };
}

function within(at: number, from: number, to: number, half: number): number {
  // A little beyond the edge may be seen: that is where the edge is drawn.
  const least = from + half * 0.8;
  const most = to - half * 0.8;
  return least > most ? (from + to) / 2 : Math.min(most, Math.max(least, at));
}
