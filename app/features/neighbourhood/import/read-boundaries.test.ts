import { expect, test } from "vitest";
import { readBoundaries } from "./read-boundaries.ts";

const square = [[[5.01, 52.31], [5.02, 52.31], [5.02, 52.32], [5.01, 52.32], [5.01, 52.31]]];
const feature = (properties: Record<string, unknown> = {}, geometry: unknown = { type: "Polygon", coordinates: square }) => ({
  type: "Feature", properties: { code: "BU0363SE03", naam: "Aetsveld-Noord", ...properties }, geometry,
});
const read = (features: unknown[], crs?: string) =>
  readBoundaries(JSON.stringify({ type: "FeatureCollection", ...(crs ? { crs: { type: "name", properties: { name: crs } } } : {}), features }), "b.geojson", { codeField: "code", nameField: "naam" });

test("reads codes with letters, the municipality in them, the box, and seven decimals", () => {
  const precise = [[[5.01, 52.31], [5.0212345678, 52.31], [5.02, 52.32], [5.01, 52.31]]];
  expect(read([feature({ gemeentenaam: "Amsterdam" }, { type: "Polygon", coordinates: precise })])).toEqual([
    {
      code: "BU0363SE03", name: "Aetsveld-Noord", municipalityCode: "GM0363", municipalityName: "Amsterdam",
      geometry: { type: "Polygon", coordinates: [[[5.01, 52.31], [5.0212346, 52.31], [5.02, 52.32], [5.01, 52.31]]] },
      minLon: 5.01, minLat: 52.31, maxLon: 5.0212345678, maxLat: 52.32,
    },
  ]);
});

test.each(["urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"])("takes %s for WGS84", (crs) => {
  expect(read([feature()], crs)).toHaveLength(1);
});

test.each(["urn:ogc:def:crs:EPSG::28992", "EPSG:3857"])("refuses boundaries in %s", (crs) => {
  expect(() => read([feature()], crs)).toThrow(`b.geojson: is in ${crs}, and boundaries must be in WGS84`);
});

test("refuses metres without a name, and latitude before longitude", () => {
  const metres = [[[131_000, 480_000], [131_010, 480_000], [131_010, 480_010], [131_000, 480_000]]];
  expect(() => read([feature({}, { type: "Polygon", coordinates: metres })])).toThrow("b.geojson: feature 1: BU0363SE03 has a point (131000, 480000) outside the Netherlands");
  const swapped = [square[0]!.map(([lon, lat]) => [lat, lon])];
  expect(() => read([feature({}, { type: "Polygon", coordinates: swapped })])).toThrow("longitude first");
});

test.each([
  ["no geometry", feature({}, null), "BU0363SE03 has no valid Polygon or MultiPolygon"],
  ["a point", feature({}, { type: "Point", coordinates: [5, 52] }), "BU0363SE03 has no valid Polygon or MultiPolygon"],
  ["a ring of three points", feature({}, { type: "Polygon", coordinates: [[[5, 52], [5.1, 52], [5, 52]]] }), "a ring has fewer than four points"],
  ["an open ring", feature({}, { type: "Polygon", coordinates: [square[0]!.slice(0, 4)] }), "BU0363SE03 has a ring that is not closed"],
  ["another code", feature({ code: "WK036301" }), 'feature 1: "code" is "WK036301", not the code of a neighbourhood'],
  ["no name", feature({ naam: "" }), 'BU0363SE03 has no name in "naam"'],
])("refuses a feature with %s, and says which", (_, wrong, message) => {
  expect(() => read([wrong])).toThrow(message);
});

test("tells the fields that there are when one is missing", () => {
  expect(() => read([{ ...feature(), properties: { CODE: 1, naam: "x" } }])).toThrow('b.geojson: feature 1: has no field "code"; it has CODE, naam');
});

test("refuses the same code twice, an empty file, other JSON and no JSON", () => {
  expect(() => read([feature(), feature()])).toThrow("b.geojson: feature 2: BU0363SE03 is in the file twice");
  expect(() => read([])).toThrow("b.geojson: holds no features");
  expect(() => readBoundaries("[]", "b.geojson", { codeField: "a", nameField: "b" })).toThrow("b.geojson: is not a GeoJSON FeatureCollection");
  expect(() => readBoundaries("PK..", "b.geojson", { codeField: "a", nameField: "b" })).toThrow("b.geojson: is not JSON");
});
