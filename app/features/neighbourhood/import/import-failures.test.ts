import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boundaryFields, building, house, streets, town, writeBoundaries } from "../../../../tests/support/bag-town.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { bagFile, bagId, buildingXml, rectangle, writeExtract, type BagXml, type ExtractPlan } from "../../../../tests/support/make-extract.ts";
import { bulk } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { importBag } from "./import-bag.server.ts";
import { importBoundaries } from "./import-boundaries.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-failures-"))));
afterAll(() => rm(folder, { recursive: true }));

const extract = (objects: BagXml[], plan: Partial<ExtractPlan> = {}) => writeExtract(join(folder, "extract.zip"), { objects, ...plan });
const bowTie = (n: number) => buildingXml(bagId("10", n), [[[131_000, 480_000], [131_010, 480_010], [131_010, 480_000], [131_000, 480_020], [131_000, 480_000]]]);
const degrees = buildingXml(bagId("10", 500), [rectangle(5.04, 52.31, 0.001, 0.001)], { crs: "urn:ogc:def:crs:EPSG::4326" });
const everything = () =>
  asWorker(async (tx) => {
    const tables = ["municipality", "neighbourhood", "street", "building", "dwelling", "address", "dwelling_building", "street_in_neighbourhood", "import_run"];
    return Promise.all(tables.map((table) => bulk(tx).rows(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)));
  });

describe.each(databaseKinds)("an import into %s that cannot be trusted", (kind) => {
  testDatabase(kind);

  beforeAll(async () => {
    await importBoundaries(await writeBoundaries(join(folder, "b.geojson")), boundaryFields);
    await importBag(await extract(town));
  });

  test.each<[what: string, file: () => Promise<string>, message: string]>([
    ["was cut off", async () => cut(await extract(town, { date: "2024-02-01" })), "cut.zip: is not a complete zip file ("],
    ["holds other XML", () => extract([], { others: { "track.xml": "<gpx/>" } }), "extract.zip/track.xml: is not a BAG 2.0 extract (its root element is <gpx>)"],
    ["holds broken XML", () => extract([...town, { kind: "PND", xml: "<Objecten:Pand></Objecten:Pnd>" }]), "0457PND15012024-000001.xml: is not well-formed XML, line 5: </Objecten:Pnd> closes <Objecten:Pand>"],
    ["is in degrees", () => extract([...town, degrees]), `0457PND15012024-000001.xml: building ${bagId("10", 500)}: is in urn:ogc:def:crs:EPSG::4326, and a BAG extract must be in EPSG:28992 (RD New)`],
    ["holds nothing", () => extract([], { others: { "README.md": "empty" } }), "extract.zip: holds no objects of the BAG"],
    ["has no dwellings", () => extract(town.filter(({ kind: each }) => each !== "VBO")), "extract.zip: is not a whole extract, it has no dwelling"],
    ["has many broken records", () => extract([...town, ...[1, 2, 3, 4, 5, 6].map((n) => bowTie(600 + n))]), `building ${bagId("10", 601)} a ring crosses itself; 6 of 23 current objects of this kind are broken, too many to leave out`],
    ["is of two dates", () => extract(town, { others: { "other.xml": bagFile("OPR", [], "0457", "2023-01-01") } }), "extract.zip/other.xml: is of GM0457 on 2023-01-01, but extract.zip/0457WPL15012024.zip/0457WPL15012024-000001.xml of GM0457 on 2024-01-15"],
    ["lies elsewhere", () => extract([...streets, ...house(1, 90_000, 10)]), "extract.zip: none of its 1 buildings lies within a loaded boundary; import the boundaries of GM0457 first"],
    ["does not exist", async () => join(folder, "absent.zip"), "absent.zip: cannot be read (ENOENT)"],
  ])("because it %s: one clear line, and everything stays as it was", async (_, file, message) => {
    const before = await everything();
    const failure = await importBag(await file()).then(() => null, (error: Error) => error);
    expect(failure).toMatchObject({ name: "ImportError", message: expect.stringContaining(message) });
    expect(failure!.message).not.toContain("\n");
    expect(await everything()).toEqual(before);
  });

  test("goes on without a single broken record, counts it and says which", async () => {
    const summary = await importBag(await extract([...town, bowTie(700), building(701, 180, 10)], { date: "2024-03-01" }));
    expect(summary.objects.building.skipped).toContainEqual({ reason: "a ring crosses itself", count: 1, examples: [bagId("10", 700)] });
    expect(summary.objects.building).toMatchObject({ inserted: 1, ended: 0 });
  });

  test("leaves boundaries alone that are wrong in one feature", async () => {
    const before = await everything();
    const file = await writeBoundaries(join(folder, "c.geojson"), { BU0363SE02: "Anders", BU0363SE0: "Oost" });
    await expect(importBoundaries(file, boundaryFields)).rejects.toThrow('c.geojson: feature 2: "cbsCode" is "BU0363SE0", not the code of a neighbourhood');
    expect(await everything()).toEqual(before);
  });
});

async function cut(file: string): Promise<string> {
  const bytes = await readFile(file);
  const target = join(folder, "cut.zip");
  await writeFile(target, bytes.subarray(0, bytes.length - 200));
  return target;
}
