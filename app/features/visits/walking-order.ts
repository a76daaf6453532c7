/** A place in degrees (WGS84, EPSG:4326). */
type Point = { lon: number; lat: number };

/**
 * The order in which one walks past some places: from the northernmost on, each time the nearest that is left (the nearest
 * neighbour rule: not always the shortest walk, but one that can be followed).
 */
export function walkingOrder<Place extends Point>(places: readonly Place[]): Place[] {
  const left = [...places].toSorted((a, b) => b.lat - a.lat || a.lon - b.lon);
  const walk: Place[] = [];
  let here = left.shift();
  while (here) {
    walk.push(here);
    const from = here;
    const nearest = left.reduce((best, place, index) => (apart(from, place) < apart(from, left[best]!) ? index : best), 0);
    here = left.splice(nearest, 1)[0];
  }
  return walk;
}

/** Metres between two places of one neighbourhood, on a flat earth. */
export function apart(a: Point, b: Point): number {
  return Math.hypot((b.lon - a.lon) * Math.cos((a.lat * Math.PI) / 180), b.lat - a.lat) * 111_320;
}
