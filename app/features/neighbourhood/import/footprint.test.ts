import { expect, test } from "vitest";
import type { WrittenGeometry } from "./bag-occurrence.ts";
import { areaOf, readPoint, readPolygon, toGeoJson, type RdPolygon } from "./footprint.ts";

const RD = "urn:ogc:def:crs:EPSG::28992";
const polygon = (...rings: string[]): WrittenGeometry => ({ type: "Polygon", crs: RD, dimension: 2, rings });
const square = "131000 480000 131010 480000 131010 480010 131000 480010 131000 480000";
const hole = "131002 480002 131004 480002 131004 480004 131002 480004 131002 480002";

test("reads a polygon with a hole, and its area without it", () => {
  const read = readPolygon(polygon(square, hole), "building 1") as RdPolygon;
  expect(read.rings).toHaveLength(2);
  expect(areaOf(read)).toBe(96);
});

test("leaves out the height of positions of three numbers", () => {
  const flat = square.replace(/(\S+ \S+)/g, "$1 0.0");
  expect(readPolygon({ ...polygon(flat), dimension: 3 }, "building 1")).toEqual(readPolygon(polygon(square), "building 1"));
});

test.each([
  ["fewer than three corners", "131000 480000 131010 480000 131000 480000", "a ring has fewer than four points"],
  ["a ring that is open", "131000 480000 131010 480000 131010 480010 131000 480010", "a ring is not closed"],
  ["a ring that is a line", "131000 480000 131010 480000 131020 480000 131000 480000", "a ring has no area"],
  ["a bow tie", "131000 480000 131010 480010 131010 480000 131000 480020 131000 480000", "a ring crosses itself"],
  ["a word", square.replace("131010", "abc"), "has coordinates that are not numbers within the Netherlands (EPSG:28992)"],
  ["a number too few", `${square} 131000`, "has coordinates that are not numbers within the Netherlands (EPSG:28992)"],
  ["degrees", "5.0 52.0 5.1 52.0 5.1 52.1 5.0 52.0", "has coordinates that are not numbers within the Netherlands (EPSG:28992)"],
])("finds %s broken", (_, ring, fault) => {
  expect(readPolygon(polygon(ring), "building 1")).toBe(fault);
});

test.each([
  ["with more digits than a double holds exactly", "131000.12345678901234567"],
  ["with an exponent", "1.31e5"],
  ["with a sign", "+131000.5"],
  ["without digits before the point", "131000.", "131000"],
])("reads a coordinate %s as JavaScript does", (_, written, same = written) => {
  const [corner] = (readPolygon(polygon(square.replace(/^131000|131000(?= 480000$)/g, written)), "building 1") as RdPolygon).rings;
  expect(corner![0]).toBe(Number(same));
});

test.each(["131010.1", "131010.123", "131010.12345", "131010.000001"])("reads %s to the last bit", (written) => {
  const { rings } = readPolygon(polygon(square.replaceAll("131010", written)), "building 1") as RdPolygon;
  expect(rings[0]![2]).toBe(Number(written));
});

test.each(["1.2.3", "--131010", "131010,5", ".", "131010e"])("finds %s no number", (written) => {
  expect(readPolygon(polygon(square.replaceAll("131010", written)), "building 1")).toBe("has coordinates that are not numbers within the Netherlands (EPSG:28992)");
});

test("accepts a ring that touches itself", () => {
  expect(readPolygon(polygon("131000 480000 131010 480000 131005 480005 131010 480010 131000 480010 131005 480005 131000 480000"), "b")).toHaveProperty("rings");
});

test("finds a hole outside of its ring, no ring and no geometry broken", () => {
  expect(readPolygon(polygon(hole, square), "b")).toBe("has a hole outside of its outer ring");
  expect(readPolygon(polygon(), "b")).toBe("has no outer ring");
  expect(readPolygon(null, "b")).toBe("has no geometry");
  expect(readPolygon({ ...polygon(square), type: "other" }, "b")).toBe("is not a polygon");
});

test.each(["EPSG:28992", "urn:ogc:def:crs:EPSG::28992", "urn:ogc:def:crs:EPSG:9.1:28992", "http://www.opengis.net/def/crs/EPSG/0/28992", ""])("takes %j for RD", (crs) => {
  expect(readPolygon({ ...polygon(square), crs }, "b")).toHaveProperty("rings");
});

test.each(["EPSG:4326", "urn:ogc:def:crs:EPSG::7415", "urn:ogc:def:crs:EPSG::128992"])("refuses a file in %s", (crs) => {
  expect(() => readPolygon({ ...polygon(square), crs }, "file.xml: building 0457100000000001")).toThrow(
    `file.xml: building 0457100000000001: is in ${crs}, and a BAG extract must be in EPSG:28992 (RD New)`,
  );
});

test("takes the centre of a polygon where an object has no point", () => {
  expect(readPoint(polygon(square), "mooring 1")).toEqual([131_005, 480_005]);
  expect(readPoint({ type: "Point", crs: RD, dimension: 3, rings: ["131000 480000 0.0"] }, "dwelling 1")).toEqual([131_000, 480_000]);
  expect(readPoint({ type: "Point", crs: RD, dimension: 2, rings: [] }, "dwelling 1")).toBe("has no point within the Netherlands (EPSG:28992)");
});

test("writes GeoJSON with the outer ring counter-clockwise, its hole clockwise, and its box", () => {
  const clockwise = square.split(" ").reduce<string[]>((pairs, _, i, all) => (i % 2 ? pairs : [`${all[i]} ${all[i + 1]}`, ...pairs]), []).join(" ");
  const written = [polygon(square, hole), polygon(clockwise, hole)].map((each) => toGeoJson(readPolygon(each, "b") as RdPolygon));
  const [outer, inner] = (JSON.parse(written[0]!.json) as { coordinates: [number, number][][] }).coordinates as [[number, number][], [number, number][]];
  const turn = (ring: [number, number][]) => ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
  expect(turn(outer)).toBeGreaterThan(0);
  expect(turn(inner)).toBeLessThan(0);
  expect(written[0]!.minLon).toBe(Math.min(...outer.map(([lon]) => lon)));
  expect(written[0]!.maxLat).toBe(Math.max(...outer.map(([, lat]) => lat)));
  expect(JSON.parse(written[1]!.json).coordinates[0]).toEqual(expect.arrayContaining(outer));
});
