import { signedArea, type Ring } from "./ring.ts";

/** Outer ring first, then its holes. */
export type RingPolygon = { rings: Ring[] };

export type GeoJsonText = { json: string; minLon: number; minLat: number; maxLon: number; maxLat: number };

/**
 * GeoJSON text and box in WGS84 (degrees): a Polygon, or a MultiPolygon of several with the largest first; outer rings
 * counter-clockwise, holes clockwise (RFC 7946).
 * @param polygons at least one, in any unit
 * @param toLonLat from that unit to degrees, longitude first
 */
export function polygonsToGeoJson(polygons: readonly RingPolygon[], toLonLat: (x: number, y: number) => [lon: number, lat: number]): GeoJsonText {
  const box = { minLon: Infinity, minLat: Infinity, maxLon: -Infinity, maxLat: -Infinity };
  const size = ({ rings }: RingPolygon) => Math.abs(signedArea(rings[0]!));
  const written = [...polygons].sort((a, b) => size(b) - size(a)).map(({ rings }) => `[${rings.map((ring, index) => writeRing(ring, index === 0)).join(",")}]`);
  const json = written.length === 1 ? `{"type":"Polygon","coordinates":${written[0]}}` : `{"type":"MultiPolygon","coordinates":[${written.join(",")}]}`;
  return { json, ...box };

  function writeRing(ring: Ring, outer: boolean): string {
    const positions: string[] = [];
    const forward = signedArea(ring) > 0 === outer;
    for (let i = 0; i < ring.length; i += 2) {
      const at = forward ? i : ring.length - 2 - i;
      const [lon, lat] = toLonLat(ring[at]!, ring[at + 1]!);
      if (outer) {
        if (lon < box.minLon) box.minLon = lon;
        if (lon > box.maxLon) box.maxLon = lon;
        if (lat < box.minLat) box.minLat = lat;
        if (lat > box.maxLat) box.maxLat = lat;
      }
      positions.push(`[${lon},${lat}]`);
    }
    return `[${positions.join(",")}]`;
  }
}
