import type { MultiPolygon, Polygon, Position } from "geojson";

/**
 * Degrees of longitude and latitude per step: about 0.11 m in the Netherlands. Positions travel as whole steps from the
 * map's origin, each as the difference from the one before.
 */
export const step = { lon: 0.000_001_6, lat: 0.000_001 } as const;

/** How the map data are written down; goes into the version of the URL, because old answers stay in caches for a year. */
export const encodingVersion = 2;

/** Kinds of shapes under the buildings; a base map may hold others, which are not drawn. */
export const surfaceKinds = ["land", "green", "garden", "water", "square", "parking", "platform"] as const;
export const lineKinds = ["street", "path", "rail"] as const;
export const baseKinds = [...surfaceKinds, ...lineKinds, "tree"] as const;
export type BaseKind = (typeof baseKinds)[number];

/** Polygons → rings → x, y, dx, dy, …; the closing position is left out. */
export type EncodedShape = number[][][];

/** What `/kaartdata` answers: only what the public registers say, in columns (one entry per building, in the order of `ids`). */
export type MapData = {
  version: string;
  name: string;
  /** Longitude and latitude (WGS84, EPSG:4326) of the south-west corner. */
  origin: [number, number];
  boundary: EncodedShape;
  streets: string[];
  /** Runs of registered ids: the first six characters, then the differences of the other ten digits. */
  ids: [string, ...number[]][];
  shapes: EncodedShape[];
  typeNames: string[];
  /** Index in `typeNames`, or -1 where the register says nothing. */
  types: number[];
  /** Index of the building period (`neighbourhood/building-period.ts`), or -1 where no home is in the building or the register has no year. */
  periods: number[];
  /** Homes in the building; 0 is a shed or another building without a home. */
  homes: number[];
  /** Index in `streets`, or -1. */
  streetOf: number[];
  /** House number, or lowest and highest of the building: "12" or "12–46". */
  numbers: string[];
  /** Where names of streets are written: index in `streets`, degrees clockwise, x, y. */
  labels: [number, number, ...number[]][];
  /** Shapes under the buildings, in the order of the source. */
  base: EncodedBase[];
};

/** Kind, finer distinction or "", name or "", width in decimetres (0 unless a line), and polygons, lines or points. */
export type EncodedBase = [kind: BaseKind, className: string, name: string, width: number, shape: EncodedShape];

/** Writes positions as steps; one writer per document, because each line starts from the start of the one before. */
export class ShapeWriter {
  private x = 0;
  private y = 0;
  private readonly origin: readonly [number, number];

  constructor(origin: readonly [number, number]) {
    this.origin = origin;
  }

  polygons(geometry: Polygon | MultiPolygon): EncodedShape {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((rings) => rings.map((ring) => this.line(withoutStraightPoints(this.steps(ring.slice(0, -1)), true))));
  }

  lines(lines: Position[][]): EncodedShape {
    return [lines.map((line) => this.line(withoutStraightPoints(this.steps(line), false)))];
  }

  points(points: Position[]): EncodedShape {
    return [[this.line(this.steps(points))]];
  }

  /** Steps from the origin of each position, for callers that reason in steps. */
  steps(positions: Position[]): Position[] {
    return positions.map(([lon, lat]) => [Math.round((lon! - this.origin[0]) / step.lon), Math.round((lat! - this.origin[1]) / step.lat)]);
  }

  line(points: Position[]): number[] {
    const written: number[] = [];
    let [x, y] = [this.x, this.y];
    for (const [px, py] of points as [number, number][]) {
      written.push(px - x, py - y);
      [x, y] = [px, py];
    }
    if (points[0]) [this.x, this.y] = points[0] as [number, number];
    return written;
  }
}

/** Leaves out points within one step (0.11 m) of the line that is left; keeps at least a triangle or a line. */
function withoutStraightPoints(points: Position[], closed: boolean): Position[] {
  const path = closed ? [...points, points[0]!] : points;
  const kept = [path[0]!];
  let from = 0;
  for (let to = 2; to < path.length; to++) {
    const between = path.slice(from + 1, to);
    if (between.every((point) => distanceToSegment(point, path[from]!, path[to]!) < 1)) continue;
    from = to - 1;
    kept.push(path[from]!);
  }
  if (!closed) kept.push(path.at(-1)!);
  return kept.length < (closed ? 3 : 2) ? points : kept;
}

/** Distance between a point and a piece of line, in the unit of the positions. */
export function distanceToSegment([px, py]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx! - ax!, by! - ay!];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px! - ax!) * dx + (py! - ay!) * dy) / length));
  return Math.hypot(px! - ax! - along * dx, py! - ay! - along * dy);
}

/** Registered ids of 16 digits as runs of differences; give them in ascending order. */
export function encodeIds(ids: string[]): [string, ...number[]][] {
  const runs: [string, ...number[]][] = [];
  let previous = 0;
  for (const id of ids) {
    const prefix = id.slice(0, 6);
    const rest = Number(id.slice(6));
    const run = runs.at(-1);
    if (run?.[0] === prefix) run.push(rest - previous);
    else runs.push([prefix, rest]);
    previous = rest;
  }
  return runs;
}
