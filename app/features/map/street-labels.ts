import Flatbush from "flatbush";
import type { Position } from "geojson";

/** A place for a street's name: the middle of the text and its angle in degrees clockwise, between -90 and 90. */
export type StreetLabel = { at: [number, number]; angle: number };

// All in steps of the map (0.11 m), see map-encoding.ts.
const gap = 400;
const longest = 1_400;
const characterWidth = 45;
const sideways = Array.from({ length: 15 }, (_, i) => (i % 2 ? -1 : 1) * Math.ceil(i / 2) * 25);
const along = [0, 0.2, -0.2];

/** Says whether a point lies in a building. */
export function buildingFinder(rings: Position[][]): (x: number, y: number) => boolean {
  if (!rings.length) return () => false;
  const index = new Flatbush(rings.length);
  for (const ring of rings) {
    const xs = ring.map((point) => point[0]!);
    const ys = ring.map((point) => point[1]!);
    index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  index.finish();
  return (x, y) => index.search(x, y, x, y).some((i) => contains(rings[i]!, x, y));
}

/**
 * Where to write the name of a street that is known from its addresses only. Addresses that lie together get one name,
 * parallel to their row, moved aside to where it covers the fewest buildings: that is where the street runs.
 * @param addresses positions in steps
 * @param inBuilding from {@link buildingFinder}
 */
export function placeStreetName(name: string, addresses: Position[], inBuilding: (x: number, y: number) => boolean): StreetLabel[] {
  const groups = together(addresses).sort((a, b) => b.length - a.length);
  const large = groups.filter((group, i) => i === 0 || group.length >= 5);
  return large.flatMap(stretches).map((group) => placeBeside(group, name.length * characterWidth, inBuilding));
}

function placeBeside(group: Position[], width: number, inBuilding: (x: number, y: number) => boolean): StreetLabel {
  const { middle, direction, length } = rowOf(group);
  const [dx, dy] = direction;
  let best = { cost: Number.POSITIVE_INFINITY, at: middle };
  for (const shift of along) {
    for (const aside of sideways) {
      const at: [number, number] = [middle[0] + dx * shift * length - dy * aside, middle[1] + dy * shift * length + dx * aside];
      const samples = Array.from({ length: 13 }, (_, i) => ((i - 6) / 12) * width);
      const covered = samples.filter((t) => [-18, 18].some((s) => inBuilding(at[0] + dx * t - dy * s, at[1] + dy * t + dx * s))).length;
      const cost = covered * 100 + Math.abs(aside) / 5 + Math.abs(shift) * 20;
      if (cost < best.cost) best = { cost, at };
    }
  }
  return { at: [Math.round(best.at[0]), Math.round(best.at[1])], angle: Math.round((-Math.atan2(dy, dx) * 180) / Math.PI) };
}

/** The main direction of some points (pointing east), their middle and how far they stretch. */
function rowOf(group: Position[]) {
  const middle: [number, number] = [mean(group.map((point) => point[0]!)), mean(group.map((point) => point[1]!))];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of group as [number, number][]) {
    xx += (x - middle[0]) ** 2;
    yy += (y - middle[1]) ** 2;
    xy += (x - middle[0]) * (y - middle[1]);
  }
  const turn = 0.5 * Math.atan2(2 * xy, xx - yy);
  const direction: [number, number] = [Math.cos(turn), Math.sin(turn)];
  const places = group.map(([x, y]) => (x! - middle[0]) * direction[0] + (y! - middle[1]) * direction[1]);
  return { middle, direction, length: Math.max(...places) - Math.min(...places), places };
}

/** Cuts a long row into stretches, so that names follow a bend. */
function stretches(group: Position[]): Position[][] {
  const { length, places } = rowOf(group);
  const parts = Math.ceil(length / longest);
  if (parts < 2) return [group];
  const from = Math.min(...places);
  const cut = Array.from({ length: parts }, (_, part) => group.filter((_, i) => Math.min(parts - 1, Math.floor(((places[i]! - from) / length) * parts)) === part));
  return cut.filter((part) => part.length >= 3);
}

/** Groups of points that lie within `gap` of another of their group. */
function together(points: Position[]): Position[][] {
  const left = new Set(points);
  const groups: Position[][] = [];
  for (const start of points) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const here of group) {
      for (const other of left) {
        if (Math.hypot(here[0]! - other[0]!, here[1]! - other[1]!) > gap) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function contains(ring: Position[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[j] as [number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
