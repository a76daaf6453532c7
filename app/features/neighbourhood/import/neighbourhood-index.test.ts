import type { Position } from "geojson";
import { expect, test } from "vitest";
import { indexNeighbourhoods, pointWithin } from "./neighbourhood-index.ts";

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south], [east, south], [east, north], [west, north], [west, south],
];

const index = indexNeighbourhoods([
  { code: "ring", geometry: { type: "Polygon", coordinates: [box(5, 52, 5.3, 52.3), box(5.1, 52.1, 5.2, 52.2)] } },
  { code: "island", geometry: { type: "Polygon", coordinates: [box(5.1, 52.1, 5.2, 52.2)] } },
  { code: "two parts", geometry: { type: "MultiPolygon", coordinates: [[box(5.4, 52, 5.5, 52.1)], [box(5.6, 52, 5.7, 52.1)]] } },
  { code: "later", geometry: { type: "Polygon", coordinates: [box(5.4, 52, 5.5, 52.1)] } },
]);

test.each([
  [5.05, 52.05, "ring"],
  [5.15, 52.15, "island"],
  [5.45, 52.05, "two parts"],
  [5.65, 52.05, "two parts"],
  [5.55, 52.05, null],
  [6, 53, null],
])("finds the neighbourhood at %d, %d: %s", (lon, lat, code) => {
  expect(index.at(lon, lat)).toBe(code);
});

test("finds nothing without boundaries", () => {
  expect(indexNeighbourhoods([]).at(5, 52)).toBeNull();
});

test("gives a point within a boundary, also where its centre lies outside", () => {
  const horseshoe: Position[] = [[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10], [0, 0]];
  const [lon, lat] = pointWithin({ type: "Polygon", coordinates: [horseshoe] });
  expect(indexNeighbourhoods([{ code: "it", geometry: { type: "Polygon", coordinates: [horseshoe] } }]).at(lon, lat)).toBe("it");
  expect(pointWithin({ type: "MultiPolygon", coordinates: [[box(0, 0, 2, 2)]] })).toEqual([1, 1]);
});
