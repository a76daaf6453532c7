import type { MultiPolygon, Position } from "geojson";
import { type BaseKind, type EncodedShape, type MapData, step, surfaceKinds } from "./map-encoding.ts";

/** One building as the map draws it. Geometry is WGS84 (EPSG:4326). */
export type MapBuilding = {
  index: number;
  id: string;
  geometry: MultiPolygon;
  /** Where a symbol or number is drawn. */
  centre: [number, number];
  type: string | null;
  /** Index of the building period. */
  period: number | null;
  homes: number;
  street: string | null;
  numbers: string;
};

export type DecodedMap = {
  version: string;
  name: string;
  boundary: MultiPolygon;
  buildings: MapBuilding[];
  labels: { name: string; angle: number; at: Position }[];
  /** Shapes under the buildings; widths in metres. */
  base: { kind: BaseKind; className: string; name: string; width: number; shape: Position[][][] }[];
};

/** Turns what `/kaartdata` answered into shapes, in the order in which they were written. */
export function decodeMap(data: MapData): DecodedMap {
  let [x, y] = [0, 0];
  const line = (steps: number[], closed: boolean): Position[] => {
    const [startX, startY] = [x, y];
    const positions: Position[] = [];
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i]!;
      y += steps[i + 1]!;
      positions.push([data.origin[0] + x * step.lon, data.origin[1] + y * step.lat]);
    }
    [x, y] = steps.length ? [startX + steps[0]!, startY + steps[1]!] : [startX, startY];
    if (closed && positions[0]) positions.push(positions[0]);
    return positions;
  };
  const shape = (encoded: EncodedShape, closed: boolean) => encoded.map((lines) => lines.map((steps) => line(steps, closed)));

  const boundary: MultiPolygon = { type: "MultiPolygon", coordinates: shape(data.boundary, true) };
  const ids = decodeIds(data.ids);
  const buildings = data.shapes.map((encoded, index): MapBuilding => {
    const geometry: MultiPolygon = { type: "MultiPolygon", coordinates: shape(encoded, true) };
    return {
      index,
      id: ids[index]!,
      geometry,
      centre: centreOf(geometry.coordinates[0]![0]!),
      type: data.typeNames[data.types[index]!] ?? null,
      period: data.periods[index]! < 0 ? null : data.periods[index]!,
      homes: data.homes[index]!,
      street: data.streets[data.streetOf[index]!] ?? null,
      numbers: data.numbers[index]!,
    };
  });
  const labels = data.labels.map(([street, angle, ...at]) => ({ name: data.streets[street]!, angle, at: line(at, false)[0]! }));
  const base = data.base.map(([kind, className, name, width, encoded]) => {
    const closed = (surfaceKinds as readonly BaseKind[]).includes(kind);
    return { kind, className, name, width: width / 10, shape: shape(encoded, closed) };
  });
  return { version: data.version, name: data.name, boundary, buildings, labels, base };
}

function decodeIds(runs: MapData["ids"]): string[] {
  let previous = 0;
  return runs.flatMap(([prefix, ...differences]) =>
    differences.map((difference, i) => {
      previous = i === 0 ? difference : previous + difference;
      return prefix + String(previous).padStart(10, "0");
    }),
  );
}

/** Centre of area of a ring; of a ring without area the middle of its positions. */
function centreOf(ring: Position[]): [number, number] {
  const [originX, originY] = ring[0] as [number, number];
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i]![0]! - originX, ring[i]![1]! - originY];
    const [bx, by] = [ring[i + 1]![0]! - originX, ring[i + 1]![1]! - originY];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (Math.abs(area) < 1e-14) return [originX, originY];
  return [originX + x / (3 * area), originY + y / (3 * area)];
}
