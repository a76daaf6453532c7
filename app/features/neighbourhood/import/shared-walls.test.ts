import { expect, test } from "vitest";
import { sharedWallLength, WallSweep } from "./shared-walls.ts";

const box = (x: number, y: number, width: number, depth: number) =>
  Float64Array.of(x, y, x + width, y, x + width, y + depth, x, y + depth, x, y);

function turned(ring: Float64Array, degrees: number): Float64Array {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return ring.map((_, i) => (i % 2 === 0 ? ring[i]! * cos - ring[i + 1]! * sin : ring[i - 1]! * sin + ring[i]! * cos));
}

test.each([0, 17, 45, 90, 213])("measures the wall between two houses that stand turned by %i degrees", (degrees) => {
  const [left, right] = [box(0, 0, 5, 10), box(5, 2, 5, 10)].map((ring) => turned(ring, degrees));
  expect(sharedWallLength(left!, right!)).toBeCloseTo(8, 6);
  expect(sharedWallLength(right!, left!)).toBeCloseTo(8, 6);
});

test("takes walls that were surveyed a little apart, or a little across, for one wall", () => {
  expect(sharedWallLength(box(0, 0, 5, 10), box(5.2, 0, 5, 10))).toBeCloseTo(10, 6);
  expect(sharedWallLength(box(0, 0, 5, 10), box(4.9, 0, 5, 10))).toBeGreaterThan(9.9);
  const skewed = Float64Array.of(5, 0, 10, 0, 10, 10, 5.2, 10, 5, 0);
  expect(sharedWallLength(box(0, 0, 5, 10), skewed)).toBeGreaterThan(9);
});

test("sees no wall across an alley, at a corner, or where one house only points at another", () => {
  expect(sharedWallLength(box(0, 0, 5, 10), box(6, 0, 5, 10))).toBe(0);
  expect(sharedWallLength(box(0, 0, 5, 10), box(5, 10, 5, 10))).toBe(0);
  expect(sharedWallLength(box(0, 0, 5, 10), turned(box(8, 0, 5, 5), 45))).toBeLessThan(0.5);
});

test("sweeps over outlines from west to east and finds each pair once", () => {
  const sweep = new WallSweep();
  const houses = [box(0, 0, 5, 10), box(0, 20, 5, 10), box(5, 0, 5, 10), box(5, 28.7, 5, 10), box(10, 0, 5, 10), box(40, 0, 5, 10)];
  const walls = houses.flatMap((ring, index) => sweep.add({ id: String(index), ring }));
  expect(walls).toEqual([{ a: "0", b: "2" }, { a: "2", b: "4" }]);
});
