import { expect, test } from "vitest";
import { buildTown } from "./build-town.ts";
import { distance, nearestOn, type Point } from "./curve.ts";
import { areaOf, contains } from "./ring.ts";
import type { Building, Ground } from "./town.ts";

const town = buildTown("test");
const standing = town.buildings.filter(({ status }) => status !== "Pand gesloopt");
const homesIn = (code: string) => {
  const ring = town.neighbourhoods.find((n) => n.code === code)?.ring ?? [];
  return town.buildings.flatMap(({ units }) => units).filter((u) => u.purposes.includes("woonfunctie") && contains(ring, u.point));
};
const named = ({ units: [unit], kind }: Building) => (unit ? `${unit.street} ${unit.number}` : kind);

test("the two neighbourhoods have about 420 and 300 homes, and the ribbon beside them a dozen", () => {
  expect(Math.abs(homesIn("BU99010101").length - 420)).toBeLessThan(15);
  expect(Math.abs(homesIn("BU99010102").length - 300)).toBeLessThan(15);
  expect(homesIn("BU99010103").length).toBeGreaterThan(8);
});

test("at least a third of all buildings is a shed or a garage without an address", () => {
  const without = town.buildings.filter(({ kind }) => kind === "shed" || kind === "garage");
  expect(without.length / town.buildings.length).toBeGreaterThan(1 / 3);
  expect(without.every(({ units }) => units.length === 0)).toBe(true);
});

test("some streets have fewer than ten homes, most have more", () => {
  const homes = new Map<string, number>();
  for (const unit of [...homesIn("BU99010101"), ...homesIn("BU99010102")]) homes.set(unit.street, (homes.get(unit.street) ?? 0) + 1);
  const few = [...homes.values()].filter((n) => n < 10).length;
  expect(few).toBeGreaterThanOrEqual(3);
  expect(homes.size - few).toBeGreaterThanOrEqual(14);
});

test("no building stands in another one", () => {
  const clashes: string[] = [];
  for (const [i, a] of standing.entries()) {
    for (const b of standing.slice(i + 1)) {
      if (near(a.ring, b.ring) && (reachesInto(a.ring, b.ring) || reachesInto(b.ring, a.ring))) clashes.push(`${named(a)} and ${named(b)}`);
    }
  }
  expect(clashes).toEqual([]);
});

test("no building stands on a street or in the water", () => {
  const wrong: string[] = [];
  for (const building of standing) {
    for (const g of town.ground) {
      if (!near(building.ring, g.points)) continue;
      const kerb = g.kind === "road" || g.kind === "railway" ? (g.width ?? 0) / 2 + 0.4 : 0;
      const onStreet = kerb > 0 && building.ring.some((p) => distance(p, nearestOn(g.points, p)) < kerb);
      const inWater = g.kind === "water" && building.ring.some((p) => contains(g.points, p));
      if (onStreet || inWater) wrong.push(`${named(building)} on ${g.name ?? g.className}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("homes in a row have the same points on the wall that they share", () => {
  const rows = standing.filter(({ kind }) => kind === "terrace" || kind === "semi");
  const key = (p: Point) => p.join(" ");
  for (const home of rows) {
    for (const other of rows) {
      if (home === other || !near(home.ring, other.ring)) continue;
      const touching = home.ring.some((p) => distance(p, nearestOn(other.ring, p)) < 0.05);
      if (!touching) continue;
      const points = new Set(other.ring.map(key));
      expect(home.ring.filter((p) => points.has(key(p))).length, `${named(home)} and ${named(other)}`).toBeGreaterThanOrEqual(2);
    }
  }
});

test("every home lies within its own building and every building is large enough to be one", () => {
  for (const building of town.buildings) {
    expect(areaOf(building.ring), named(building)).toBeGreaterThan(4);
    for (const unit of building.units) expect(contains(building.ring, unit.point), `${unit.street} ${unit.number}`).toBe(true);
  }
});

test("every street begins and ends at another street, but for dead ends that are meant", () => {
  const streets = town.ground.filter((g): g is Ground & { name: string } => g.kind === "road" && g.name !== undefined);
  const loose = streets.flatMap((street) =>
    [street.points[0] as Point, street.points.at(-1) as Point]
      .filter((end) => !streets.some((other) => other !== street && distance(end, nearestOn(other.points, end)) < 0.5))
      .map(() => street.name),
  );
  const deadEnds = ["Boterbloemhof", "Gildeplein", "Kuipershof", "Lindekade", "Molenweg", "Molenweg", "Oeverlaan", "Smedenhof", "Wevershof"];
  expect(loose.sort()).toEqual(deadEnds);
});

test("no address occurs twice and every address has a postcode that no Dutch home has", () => {
  const doors = town.buildings.flatMap(({ units }) => units);
  const addresses = doors.map((u) => `${u.street} ${u.number}${u.letter ?? ""}-${u.addition ?? ""}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(doors.map((u) => `${u.postcode} ${u.number}${u.letter ?? ""}-${u.addition ?? ""}`)).size).toBe(addresses.length);
  for (const { postcode } of doors) expect(postcode).toMatch(/^99[789]0[XZ][A-Z]$/);
});

type Box = readonly [west: number, east: number, south: number, north: number];

/** Worked out once per ring, because every building is held against every other one. */
const boxes = new WeakMap<readonly Point[], Box>();

function boxOf(ring: readonly Point[]): Box {
  const known = boxes.get(ring);
  if (known) return known;
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const box = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const;
  boxes.set(ring, box);
  return box;
}

function near(a: readonly Point[], b: readonly Point[]): boolean {
  const [p, q] = [boxOf(a), boxOf(b)];
  return p[0] < q[1] + 5 && q[0] < p[1] + 5 && p[2] < q[3] + 5 && q[2] < p[3] + 5;
}

/** Whether a corner or a point on a wall of one lies more than 3 cm inside the other. */
function reachesInto(a: readonly Point[], b: readonly Point[]): boolean {
  return a.slice(1).some((end, i) => {
    const start = a[i] as Point;
    return [0, 0.1, 0.3, 0.5, 0.7, 0.9].some((t) => {
      const p: Point = [start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t];
      return contains(b, p) && distance(p, nearestOn(b, p)) > 0.03;
    });
  });
}
