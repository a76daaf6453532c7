import Flatbush from "flatbush";
import type { MultiPolygon, Polygon } from "geojson";
import { boxOf, centroid, encloses, type Ring } from "./ring.ts";

export type Boundary = { code: string; geometry: Polygon | MultiPolygon };

/** Finds the neighbourhood at a point. */
export type NeighbourhoodIndex = { at(lon: number, lat: number): string | null };

/**
 * An index of boundaries in WGS84 (degrees). Holes are left out of a neighbourhood; where two overlap, the first in the
 * order given wins.
 */
export function indexNeighbourhoods(boundaries: Iterable<Boundary>): NeighbourhoodIndex {
  const parts: { code: string; rings: Ring[] }[] = [];
  for (const { code, geometry } of boundaries) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const rings of polygons) parts.push({ code, rings: rings.map(toRing) });
  }
  if (parts.length === 0) return { at: () => null };
  const tree = new Flatbush(parts.length);
  for (const { rings } of parts) {
    const box = boxOf(rings[0]!);
    tree.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  tree.finish();
  return {
    at(lon, lat) {
      const hits = tree.search(lon, lat, lon, lat).sort((a, b) => a - b);
      for (const hit of hits) {
        const { code, rings } = parts[hit]!;
        if (rings.filter((ring) => encloses(ring, lon, lat)).length === 1) return code;
      }
      return null;
    },
  };
}

/** A point within a boundary: its centre, or, where that lies outside, the middle of its widest part on that height. */
export function pointWithin({ type, coordinates }: Polygon | MultiPolygon): [lon: number, lat: number] {
  const outer = toRing(type === "Polygon" ? coordinates[0]! : coordinates[0]![0]!);
  const [lon, lat] = centroid(outer);
  if (encloses(outer, lon, lat)) return [lon, lat];
  const crossings: number[] = [];
  for (let i = 0; i + 3 < outer.length; i += 2) {
    const [ax, ay, bx, by] = [outer[i]!, outer[i + 1]!, outer[i + 2]!, outer[i + 3]!];
    if (ay > lat !== by > lat) crossings.push(ax + ((bx - ax) * (lat - ay)) / (by - ay));
  }
  crossings.sort((a, b) => a - b);
  let widest = { width: -1, middle: lon };
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (width > widest.width) widest = { width, middle: crossings[i]! + width / 2 };
  }
  return [widest.middle, lat];
}

function toRing(positions: readonly (readonly number[])[]): Ring {
  const ring = new Float64Array(positions.length * 2);
  positions.forEach(([x = 0, y = 0], index) => {
    ring[index * 2] = x;
    ring[index * 2 + 1] = y;
  });
  return ring;
}
