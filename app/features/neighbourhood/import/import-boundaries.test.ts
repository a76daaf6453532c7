import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boundaryFields, town, writeBoundaries } from "../../../../tests/support/bag-town.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { writeExtract } from "../../../../tests/support/make-extract.ts";
import { bulk } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { importBag } from "./import-bag.server.ts";
import { importBoundaries, type BoundariesImportOptions } from "./import-boundaries.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-boundaries-"))));
afterAll(() => rm(folder, { recursive: true }));

const load = async (names: Record<string, string>, options: Partial<BoundariesImportOptions> = {}) =>
  importBoundaries(await writeBoundaries(join(folder, "buurten.geojson"), names), { ...boundaryFields, ...options });
const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));
const loaded = () => rows("select code, name, year, served, map_version as version, ended_on::text as ended from neighbourhood order by code");

describe.each(databaseKinds)("importing boundaries into %s", (kind) => {
  testDatabase(kind);

  test("inserts them, with their municipality and box", async () => {
    expect(await load({ BU0363SE02: "West", BU0363SE03: "Oost" }, { municipalityName: "Amsterdam", source: "Gemeente Amsterdam", sourceDate: "2022-03-24" })).toMatchObject({
      kind: "boundaries", read: 2, inserted: 2, changed: 0, unchanged: 0, ended: 0, municipalities: ["GM0363"], year: 2022,
    });
    expect(await rows("select * from municipality")).toEqual([{ code: "GM0363", name: "Amsterdam" }]);
    expect(await rows("select code, min_lon < max_lon and min_lat < max_lat as box, source, source_date::text as date from neighbourhood order by code")).toEqual(
      ["BU0363SE02", "BU0363SE03"].map((code) => ({ code, box: true, source: "Gemeente Amsterdam", date: "2022-03-24" })),
    );
  });

  test("changes nothing when the same comes again", async () => {
    expect(await load({ BU0363SE02: "West", BU0363SE03: "Oost" }, { source: "Gemeente Amsterdam", sourceDate: "2022-03-24" })).toMatchObject({ inserted: 0, changed: 0, unchanged: 2, ended: 0 });
    expect(await rows("select * from municipality")).toEqual([{ code: "GM0363", name: "Amsterdam" }]);
    expect(await loaded()).toMatchObject([{ version: 1 }, { version: 1 }]);
  });

  test("changes what differs, serves what it is told to, and ends what vanished from the municipality", async () => {
    expect(await load({ BU0363SE02: "Westelijk" }, { year: 2023, serve: ["BU0363SE02"], sourceDate: "2023-01-01" })).toMatchObject({ changed: 1, ended: 1 });
    expect(await loaded()).toEqual([
      { code: "BU0363SE02", name: "Westelijk", year: 2023, served: true, version: 2, ended: null },
      { code: "BU0363SE03", name: "Oost", year: 2022, served: false, version: 1, ended: "2023-01-01" },
    ]);
  });

  test("keeps what it served, and takes back what had ended", async () => {
    expect(await load({ BU0363SE02: "Westelijk", BU0363SE03: "Oost" }, { year: 2023, sourceDate: "2023-01-01" })).toMatchObject({ inserted: 0, changed: 1, unchanged: 1 });
    expect(await loaded()).toMatchObject([{ served: true, ended: null }, { served: false, ended: null, version: 2 }]);
  });

  test("ends nothing else of a municipality of which it has only a part", async () => {
    expect(await load({ BU0363SE02: "Westelijk" }, { year: 2023, sourceDate: "2023-01-01", part: true })).toMatchObject({ ended: 0 });
  });

  test("ends what it covers with the neighbourhoods of a new municipality", async () => {
    expect(await load({ BU0999AA01: "Samen" }, { year: 2024, sourceDate: "2024-01-01" })).toMatchObject({ inserted: 1, ended: 1 });
    expect(await loaded()).toMatchObject([{ code: "BU0363SE02", ended: "2024-01-01" }, { code: "BU0363SE03", ended: null }, { code: "BU0999AA01", ended: null }]);
  });

  test("leaves a dwelling that now lies outside in the neighbourhood that it had", async () => {
    await importBag(await writeExtract(join(folder, "extract.zip"), { objects: town }));
    const homes = () => rows("select neighbourhood_code as code, count(*)::int as homes from dwelling where neighbourhood_code is not null group by 1 order by 1");
    const before = await homes();
    await rows("update neighbourhood set ended_on = '2024-02-01' where code = 'BU0363SE03'");
    const summary = await importBag(await writeExtract(join(folder, "extract.zip"), { objects: town }));
    expect(summary.objects.building.changed).toBe(2);
    expect(summary.objects.dwelling.changed).toBe(0);
    expect(await homes()).toEqual(before);
  });

  test("refuses to serve what is not in the file, and one name for two municipalities", async () => {
    await expect(load({ BU0363SE02: "West" }, { serve: ["BU0363XX99"] })).rejects.toThrow("buurten.geojson: has no neighbourhood BU0363XX99 to serve");
    await expect(load({ BU0363SE02: "West", BU0999AA01: "Samen" }, { municipalityName: "Amsterdam" })).rejects.toThrow("The file has 2 municipalities");
  });
});
