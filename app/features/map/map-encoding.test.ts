import fc from "fast-check";
import type { Position } from "geojson";
import { expect, it } from "vitest";
import { decodeMap } from "./decode-map.ts";
import { distanceToSegment, encodeIds, type MapData, ShapeWriter, step } from "./map-encoding.ts";

const origin = [5.03, 52.29] as const;
const empty: MapData = {
  version: "1.1", name: "Proef", origin: [...origin], boundary: [], streets: ["Kade"], ids: [], shapes: [], typeNames: ["flat", "terraced"], types: [], periods: [], homes: [], streetOf: [], numbers: [], labels: [], base: [],
};
const at = (x: number, y: number): Position => [origin[0] + x * step.lon, origin[1] + y * step.lat];
const offset = fc.integer({ min: -20_000, max: 20_000 });

it("gives every building back within one step, holes and separate parts included", () => {
  const square = (x: number, y: number, size: number) => [at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)];
  fc.assert(
    fc.property(fc.array(fc.tuple(offset, offset, fc.integer({ min: 30, max: 300 })), { minLength: 1, maxLength: 20 }), (squares) => {
      const writer = new ShapeWriter(origin);
      const shapes = squares.map(([x, y, size]) =>
        writer.polygons({ type: "MultiPolygon", coordinates: [[square(x, y, size), square(x + 10, y + 10, size - 20)], [square(x + 500, y, size)]] }),
      );
      const n = squares.length;
      const ids = squares.map((_, i) => `045710${String(i * 7).padStart(10, "0")}`);
      const decoded = decodeMap({
        ...empty, shapes, ids: encodeIds(ids), types: Array(n).fill(1), periods: ids.map((_, i) => (i % 8) - 1), homes: Array(n).fill(1), streetOf: Array(n).fill(0), numbers: Array(n).fill("12"),
      });
      expect(decoded.buildings.map(({ id, type, period }) => [id, type, period])).toEqual(ids.map((id, i) => [id, "terraced", i % 8 === 0 ? null : (i % 8) - 1]));
      decoded.buildings.forEach((building, i) => {
        const [x, y, size] = squares[i]!;
        const expected = [[square(x, y, size), square(x + 10, y + 10, size - 20)], [square(x + 500, y, size)]];
        expect(building.geometry.coordinates.map((rings) => rings.length)).toEqual([2, 1]);
        building.geometry.coordinates.flat(2).forEach(([lon, lat], j) => {
          const [wantLon, wantLat] = expected.flat(2)[j] as [number, number];
          expect(Math.abs(lon! - wantLon)).toBeLessThan(step.lon);
          expect(Math.abs(lat! - wantLat)).toBeLessThan(step.lat);
        });
        expect(building.street).toBe("Kade");
      });
    }),
    { numRuns: 50, seed: 1 },
  );
});

it("leaves out points on a straight wall and strays nowhere more than a step from a curve", () => {
  const curve = Array.from({ length: 200 }, (_, i) => at(Math.round(500 * Math.cos(i / 60)), Math.round(500 * Math.sin(i / 60))));
  const [lines] = new ShapeWriter(origin).lines([curve]);
  const [line] = decodeMap({ ...empty, base: [["street", "residential", "Kade", 50, [lines!]]] }).base[0]!.shape[0]!;
  expect(line!.length).toBeLessThan(60);
  const steps = (position: Position): Position => [(position[0]! - origin[0]) / step.lon, (position[1]! - origin[1]) / step.lat];
  for (const point of curve) {
    const distances = line!.slice(1).map((end, i) => distanceToSegment(steps(point), steps(line![i]!), steps(end)));
    expect(Math.min(...distances)).toBeLessThan(1.5);
  }
});

it("writes registered ids of several municipalities, larger than a safe integer", () => {
  const ids = ["0424100000000003", "0457100000000001", "0457100000000009", "9901100000000001", "9901109999999999"];
  const runs = encodeIds(ids);
  expect(runs).toEqual([["042410", 3], ["045710", 1, 8], ["990110", 1, 9999999998]]);
  const shapes = ids.map(() => [[[0, 0, 10, 0, 0, 10]]]);
  const column = ids.map(() => 0);
  const decoded = decodeMap({ ...empty, ids: runs, shapes, types: column, periods: column, homes: column, streetOf: column, numbers: ids.map(() => "") });
  expect(decoded.buildings.map((building) => building.id)).toEqual(ids);
});
