import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { bulk } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { importBag } from "./import-bag.server.ts";
import { importBoundaries } from "./import-boundaries.server.ts";
import { importStatus } from "./status.server.ts";

const shared = process.env.BUURHOF_SHARED ?? join(process.cwd(), "..", "shared", "data");
const extract = join(shared, "weesp", "BAGGEM0457L-15102021.zip");
const boundaries = join(shared, "weesp", "amsterdam_gebieden_buurten_weesp.geojson");
const national = join(shared, "bag-landelijk-mini", "BAGNLDL-15092020-small.zip");
const present = [extract, boundaries, national].every((file) => existsSync(file));
if (!present) console.warn(`The real extract of Weesp is not in ${shared}: it is not tried here. BUURHOF_SHARED says where it is.`);

// The made-up town is imported into both by the other tests; the real one into the embedded database as well in the whole proof.
const kinds = databaseKinds.filter((kind) => kind === "postgres" || databaseKinds.length === 1 || process.env.PROOF);

describe.runIf(present).each(kinds)("the real extract of Weesp in %s", (kind) => {
  testDatabase(kind);
  const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));

  test("is read whole, and twice without a change", { timeout: 180_000 }, async () => {
    await importBoundaries(boundaries, { codeField: "cbsCode", nameField: "naam", year: 2022, municipalityName: "Amsterdam" });
    const first = await importBag(extract);
    expect(Object.values(first.objects).map(({ read, kept }) => [read, kept])).toEqual([
      [3, 1], [593, 320], [16_113, 11_222], [23_091, 10_830], [26_085, 11_046], [167, 167], [21, 5],
    ]);
    expect(first).toMatchObject({ areas: ["GM0457"], sourceDate: "2021-10-15", outsideBoundaries: { buildings: 0, dwellings: 0 } });
    const again = await importBag(extract);
    expect(Object.values(again.objects).map(({ inserted, changed, ended }) => inserted + changed + ended)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(again.neighbourhoodsChanged).toEqual([]);
  });

  test("says of nearly every home what type it is: unknown are 13 of 9692, in two buildings with a permit for demolition", async () => {
    const { homes } = await importStatus();
    expect(homes.map(({ type, homes: count, withoutBuilding }) => [type, count, withoutBuilding])).toEqual([
      ["flat", 4465, 0], ["terraced", 3236, 0], ["end_terrace", 1173, 0], ["semi_detached", 348, 0], ["detached", 285, 0], ["other", 172, 172], ["unknown", 13, 13],
    ]);
  });

  test("shows Aetsveld-Noord as row houses of 1979 to 1986, and an old centre", async () => {
    const [aetsveld] = await rows<{ first: number; last: number; homes: number; rowHouses: number }>(
      `select min(built_year)::int as first, max(built_year)::int as last, count(*)::int as homes,
         count(*) filter (where d.dwelling_type in ('terraced', 'end_terrace'))::int as "rowHouses"
       from dwelling d join building b on b.id = d.building_id where d.neighbourhood_code = 'BU0363SE03' and is_home`,
    );
    expect(aetsveld).toMatchObject({ first: 1979, last: 1986, homes: 702 });
    expect(aetsveld!.rowHouses / aetsveld!.homes).toBeGreaterThan(0.8);
    const [centre] = await rows("select percentile_disc(0.5) within group (order by built_year)::int as median from building where neighbourhood_code = 'BU0363SD03' and dwelling_count > 0");
    expect(centre).toEqual({ median: 1900 });
    expect(await rows("select sum(dwelling_count)::int as homes, count(*) filter (where dwelling_count = 0)::int as without from building")).toEqual([{ homes: 9507, without: 5179 }]);
  });

  test("has a neighbour in the national layout that says which boundaries it misses", async () => {
    await expect(importBag(national)).rejects.toThrow("BAGNLDL-15092020-small.zip: none of its 2 buildings lies within a loaded boundary; import the boundaries of GM0221 first");
  });

  test("imports the national layout once those are there", async () => {
    await rows(
      `insert into neighbourhood (code, year, name, geometry, min_lon, min_lat, max_lon, max_lat, source)
       select 'BU02210000', 2020, 'Doesburg', '{"type":"Polygon","coordinates":[[[6.1,52],[6.2,52],[6.2,52.05],[6.1,52.05],[6.1,52]]]}', 6.1, 52, 6.2, 52.05, 'test'`,
    );
    const summary = await importBag(national);
    expect(summary.areas).toEqual(["GM0221"]);
    expect(summary.objects).toMatchObject({ building: { read: 6, kept: 2, ended: 0 }, street: { kept: 198 }, address: { current: 10 }, dwelling: { ended: 0 } });
    expect(await rows("select neighbourhood_code as code, count(*)::int as buildings from building where id like '0221%' group by 1")).toEqual([{ code: "BU02210000", buildings: 2 }]);
  });
});
