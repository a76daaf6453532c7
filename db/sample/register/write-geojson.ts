import type { Feature, FeatureCollection, Position } from "geojson";
import { rdToWgs84 } from "../../../app/features/neighbourhood/import/rd-to-wgs84.ts";
import { distance, nearestOn, type Point } from "../town/curve.ts";
import { contains } from "../town/ring.ts";
import type { Ground, Town } from "../town/town.ts";
import { MUNICIPALITY } from "./identify.ts";

const CRS84 = { type: "name", properties: { name: "urn:ogc:def:crs:OGC::CRS84" } } as const;

/** The neighbourhoods as a municipality would publish them: GeoJSON in WGS84, with `code`, `naam`, `gemeentecode`, `gemeentenaam`. */
export function writeBoundaries(town: Town): string {
  const features = town.neighbourhoods.map(({ code, name, ring }) => ({
    type: "Feature",
    properties: { code, naam: name, gemeentecode: MUNICIPALITY.code, gemeentenaam: MUNICIPALITY.name },
    geometry: { type: "Polygon", coordinates: [positions(ring)] },
  }));
  return JSON.stringify({ type: "FeatureCollection", crs: CRS84, features });
}

/** How far (m) around a neighbourhood its map shows the ground, so that no street stops at the border. */
const MARGIN = 25;

/** Names of the kinds in base.geojson. */
const KINDS = {
  road: "street", path: "path", railway: "rail", water: "water", green: "green", garden: "garden", square: "square", parking: "parking",
  platform: "platform",
} as const satisfies Record<Ground["kind"], string>;

/**
 * What lies under the buildings of one neighbourhood, as GeoJSON in WGS84. Properties: `kind` (street, path, rail: lines
 * with a `width` in metres; water, green, land, garden, square, parking, platform: surfaces; tree: points), `class` (finer, such as
 * main, residential, yard, cycle, foot, alley; park, lawn, bank, embankment; canal, ditch, pond) and `name` where it has one.
 * Surfaces come first and in the order in which they are to be painted.
 */
export function baseMapOf(town: Town, code: string): FeatureCollection {
  const area = town.neighbourhoods.find((n) => n.code === code);
  if (!area) throw new Error(`The sample has no neighbourhood ${code}`);
  const [xs, ys] = [area.ring.map(([x]) => x), area.ring.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const isHere = (p: Point) =>
    p[0] > west - MARGIN && p[0] < east + MARGIN && p[1] > south - MARGIN && p[1] < north + MARGIN &&
    (contains(area.ring, p) || distance(p, nearestOn(area.ring, p)) < MARGIN);

  const shapes = town.ground
    .filter(({ points }) => points.some(isHere))
    .filter(({ className, points }) => className !== "verge" || contains(area.ring, middle(points)))
    .sort((a, b) => Number(a.width !== undefined) - Number(b.width !== undefined))
    .map(({ kind, className, name, width, points }): Feature => {
      const line = positions(points);
      return {
        type: "Feature",
        properties: {
          kind: className === "verge" ? "land" : className === "playground" ? "square" : KINDS[kind],
          class: className,
          ...(name ? { name } : {}),
          ...(width ? { width } : {}),
        },
        geometry: width ? { type: "LineString", coordinates: line } : { type: "Polygon", coordinates: [line] },
      };
    });
  const trees = town.trees.filter(isHere).map((tree): Feature => ({
    type: "Feature",
    properties: { kind: "tree", class: "tree" },
    geometry: { type: "Point", coordinates: rdToWgs84(...tree) },
  }));
  return { type: "FeatureCollection", features: [...shapes, ...trees] };
}

const positions = (points: readonly Point[]): Position[] => points.map(([x, y]) => rdToWgs84(x, y));

const middle = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
