import { expect, test } from "vitest";
import { bagId } from "../../../../tests/support/make-extract.ts";
import { emptyOccurrence, type BagKind, type BagOccurrence } from "./bag-occurrence.ts";
import { areaM2, builtYear, readOccurrence } from "./read-occurrence.ts";

const today = "2024-01-15";
const polygon = { type: "Polygon" as const, crs: "", dimension: 2, rings: ["131000 480000 131010 480000 131010 480010 131000 480010 131000 480000"] };
const ids: Record<BagKind, string> = {
  place: "1012",
  street: bagId("30", 1),
  address: bagId("20", 1),
  building: bagId("10", 1),
  dwelling: bagId("01", 1),
  mooring: bagId("02", 1),
  pitch: bagId("03", 1),
};

const occurrence = (kind: BagKind, fields: Partial<BagOccurrence> = {}): BagOccurrence => ({
  ...emptyOccurrence(kind), id: ids[kind], version: "1", validFrom: "2010-01-01", status: "Naamgeving uitgegeven", ...fields,
});
const building = (fields: Partial<BagOccurrence> = {}) => occurrence("building", { status: "Pand in gebruik", builtYear: "1980", geometry: polygon, ...fields });
const dwelling = (fields: Partial<BagOccurrence> = {}) =>
  occurrence("dwelling", { status: "Verblijfsobject in gebruik", mainAddress: ids.address, purposes: ["woonfunctie"], area: "90", geometry: polygon, ...fields });
const address = (fields: Partial<BagOccurrence> = {}) => occurrence("address", { houseNumber: "12", street: ids.street, postcode: "1381AB", ...fields });
const read = (object: BagOccurrence) => readOccurrence(object, today, "file.xml");

test.each([
  ["began long ago", {}, "kept"],
  ["begins today", { validFrom: today }, "kept"],
  ["begins tomorrow", { validFrom: "2024-01-16" }, "not current"],
  ["ended yesterday", { validUntil: "2024-01-14" }, "not current"],
  ["ends today", { validUntil: today }, "not current"],
  ["ends next month", { validUntil: "2024-02-15" }, "kept"],
  ["ended today, written with a time", { validUntil: "2024-01-15T00:00:00.000" }, "not current"],
  ["was withdrawn", { withdrawn: true }, "not current"],
])("an occurrence that %s", (_, fields, outcome) => {
  expect(read(building(fields)).outcome).toBe(outcome);
});

test.each(["Pand in gebruik", "Pand in gebruik (niet ingemeten)", "Verbouwing pand", "Pand buiten gebruik"])("%s is in use", (status) => {
  expect(read(building({ status })).outcome).toBe("kept");
});

test.each(["Bouwvergunning verleend", "Bouw gestart", "Sloopvergunning verleend", "Pand gesloopt", "Niet gerealiseerd pand", "Pand ten onrechte opgevoerd"])("%s is not in use", (status) => {
  expect(read(building({ status }))).toEqual({ outcome: "not in use", reason: status });
});

test.each([
  ["Verblijfsobject in gebruik", "kept"],
  ["Verblijfsobject in gebruik (niet ingemeten)", "kept"],
  ["Verbouwing verblijfsobject", "kept"],
  ["Verblijfsobject buiten gebruik", "kept"],
  ["Verblijfsobject gevormd", "not in use"],
  ["Verblijfsobject ingetrokken", "not in use"],
])("%s: %s", (status, outcome) => {
  expect(read(dwelling({ status })).outcome).toBe(outcome);
});

test("placeholders of the register are unknown", () => {
  expect(["1980", "1585", "1005", "9999", "0", "abc", ""].map(builtYear)).toEqual([1980, 1585, null, null, null, null, null]);
  expect(["90", "2", "1", "99999", "999990", "999999", "120000", "", "x"].map(areaM2)).toEqual([90, 2, null, null, null, null, 120_000, null, null]);
});

test("what is a home, is told by its purposes; a mooring and a pitch are homes", () => {
  const isHome = (object: BagOccurrence) => read(object).outcome === "kept" && (read(object) as { record: { isHome: boolean } }).record.isHome;
  expect(isHome(dwelling({ purposes: ["winkelfunctie", "woonfunctie"] }))).toBe(true);
  expect(isHome(dwelling({ purposes: ["kantoorfunctie"] }))).toBe(false);
  for (const kind of ["mooring", "pitch"] as const) {
    expect(isHome(occurrence(kind, { status: "Plaats aangewezen", mainAddress: ids.address, geometry: polygon }))).toBe(true);
  }
});

test("a dwelling may have a polygon instead of a point", () => {
  expect(read(dwelling())).toMatchObject({ outcome: "kept", record: { x: 131_005, y: 480_005, areaM2: 90 } });
});

test("an identification may keep the code of a former municipality, but not that of another kind", () => {
  expect(read(building({ id: "0424100000000001" })).outcome).toBe("kept");
  for (const id of ["", "0457010000000001", "045710000000001", "0457100000000001x"]) {
    expect(read(building({ id }))).toEqual({ outcome: "broken", reason: "has no valid identification" });
  }
});

test.each([
  ["a building without a geometry", building({ geometry: null }), "has no geometry"],
  ["a dwelling without an address", dwelling({ mainAddress: "" }), "has no main address"],
  ["an address without a number", address({ houseNumber: "" }), "has no valid house number"],
  ["an address with number 0", address({ houseNumber: "0" }), "has no valid house number"],
  ["an address without a street", address({ street: "" }), "has no street"],
  ["a street without a name", occurrence("street"), "has no name"],
])("%s is broken", (_, object, reason) => {
  expect(read(object)).toEqual({ outcome: "broken", reason });
});

test("a postcode that is none is unknown", () => {
  expect(read(address())).toMatchObject({ record: { postcode: "1381AB", houseNumber: 12, houseLetter: null } });
  expect(read(address({ postcode: "0381AB" }))).toMatchObject({ record: { postcode: null } });
  expect(read(address({ postcode: "", houseLetter: "a", houseAddition: "2 hg" }))).toMatchObject({ record: { postcode: null, houseLetter: "a", houseAddition: "2 hg" } });
});
