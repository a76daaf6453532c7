import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boundaryFields, building, house, homeIn, secondStreet, street, streets, town, writeBoundaries } from "../../../../tests/support/bag-town.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { bagId, streetXml, writeExtract, type BagXml, type ExtractPlan } from "../../../../tests/support/make-extract.ts";
import { bulk } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { importBag } from "./import-bag.server.ts";
import { importBoundaries } from "./import-boundaries.server.ts";
import type { BagSummary } from "./import-summary.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-bag-"))));
afterAll(() => rm(folder, { recursive: true }));

const extract = (objects: BagXml[], plan: Partial<ExtractPlan> = {}) => writeExtract(join(folder, "extract.zip"), { objects, ...plan });
const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));
const changesOf = ({ objects }: BagSummary) =>
  Object.fromEntries(Object.entries(objects).filter(([, kind]) => kind.inserted + kind.changed + kind.ended > 0).map(([name, { inserted, changed, ended }]) => [name, { inserted, changed, ended }]));
const without = (objects: BagXml[], ...ids: string[]) => objects.filter(({ xml }) => !ids.some((id) => xml.includes(`>${id}</Objecten:identificatie>`)));
const versions = async () => Object.fromEntries((await rows<{ code: string; map_version: number }>("select code, map_version from neighbourhood order by code")).map((row) => [row.code, row.map_version]));
const everything = async () => {
  const tables = ["street", "building", "dwelling", "address", "dwelling_building", "street_in_neighbourhood"];
  return Promise.all(tables.map((table) => rows<{ row: object }>(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)));
};

describe.each(databaseKinds)("importing a BAG extract into %s", (kind) => {
  testDatabase(kind);

  test("asks for boundaries first", async () => {
    await expect(importBag(await extract(town))).rejects.toThrow("No boundaries of neighbourhoods are loaded");
  });

  test("keeps what is in use, by neighbourhood, and says what it left out", async () => {
    await importBoundaries(await writeBoundaries(join(folder, "b.geojson")), boundaryFields);
    const summary = await importBag(await extract(town));
    expect(summary).toMatchObject({ areas: ["GM0457"], sourceDate: "2024-01-15", outsideBoundaries: { buildings: 1, dwellings: 1 }, neighbourhoodsChanged: ["BU0363SE02", "BU0363SE03"] });
    expect(summary.objects.building).toMatchObject({ read: 17, current: 17, kept: 16, inserted: 16, unchanged: 0, skipped: [{ reason: "Sloopvergunning verleend", count: 1, examples: [bagId("10", 14)] }] });
    expect(summary.objects.dwelling).toMatchObject({ read: 18, kept: 18, inserted: 18, skipped: [] });
    expect(summary.objects.address).toMatchObject({ read: 22, kept: 21, skipped: [{ reason: "it belongs to no dwelling, mooring or pitch in use", count: 1, examples: [bagId("20", 999)] }] });
    expect([summary.objects.mooring.kept, summary.objects.pitch.kept, summary.objects.street.kept, summary.objects.place.kept]).toEqual([1, 1, 2, 1]);
    expect(await rows("select neighbourhood_code as code, count(*)::int as homes from dwelling where is_home group by 1 order by 1")).toEqual([
      { code: "BU0363SE02", homes: 14 }, { code: "BU0363SE03", homes: 3 }, { code: null, homes: 1 },
    ]);
  });

  test("tells the type of every dwelling by its walls and the units in its building", async () => {
    const types = await rows<{ number: number; type: string | null }>("select substr(id, 7)::int as number, dwelling_type as type from dwelling where substr(id, 5, 2) = '01' order by 1");
    expect(Object.fromEntries(types.map(({ number, type }) => [number, type]))).toEqual({
      1: "end_terrace", 2: "terraced", 3: "terraced", 4: "end_terrace", 5: "semi_detached", 6: "semi_detached", 7: "detached", 10: "end_terrace", 11: "flat",
      14: "unknown", 15: "detached", 91: "flat", 92: "flat", 93: "flat", 111: null, 120: "detached", 160: "detached", 190: null,
    });
    expect(await rows("select dwelling_type as type, building_id as building, is_home, purposes from dwelling where substr(id, 5, 2) <> '01'")).toEqual(
      [1, 2].map(() => ({ type: "other", building: null, is_home: true, purposes: [] })),
    );
    expect(await rows("select substr(id, 7)::int as n, dwelling_count as homes, dwelling_type as type from building where substr(id, 7)::int in (8, 9, 11, 12, 13, 19) order by 1")).toEqual([
      { n: 8, homes: 0, type: null }, { n: 9, homes: 3, type: "flat" }, { n: 11, homes: 1, type: "flat" }, { n: 12, homes: 1, type: "detached" }, { n: 13, homes: 0, type: null }, { n: 19, homes: 0, type: null },
    ]);
  });

  test("keeps the facts: unknown year and area, second address, two buildings, geometry in degrees", async () => {
    expect(await rows(`select built_year, area_m2, house_number, d.postcode, footprint_m2 from dwelling d join building b on b.id = d.building_id where d.id = '${bagId("01", 160)}'`)).toEqual([
      { built_year: null, area_m2: null, house_number: 160, postcode: "1381AB", footprint_m2: 50 },
    ]);
    expect(await rows(`select is_main, house_number, house_letter, house_addition, postcode from address where dwelling_id = '${bagId("01", 160)}' order by is_main desc`)).toEqual([
      { is_main: true, house_number: 160, house_letter: null, house_addition: null, postcode: "1381AB" },
      { is_main: false, house_number: 161, house_letter: "a", house_addition: "bis", postcode: null },
    ]);
    expect(await rows("select building_id as id from dwelling_building order by 1")).toEqual([{ id: bagId("10", 12) }, { id: bagId("10", 13) }]);
    expect(await rows(`select building_id as id from dwelling where id = '${bagId("01", 120)}'`)).toEqual([{ id: bagId("10", 12) }]);
    const [one] = await rows<{ geometry: { type: string; coordinates: number[][][] }; min_lon: number }>(`select geometry, min_lon from building where id = '${bagId("10", 1)}'`);
    expect(one!.geometry.type).toBe("Polygon");
    expect(one!.geometry.coordinates[0]).toHaveLength(5);
    expect(one!.min_lon).toBe(Math.min(...one!.geometry.coordinates[0]!.map(([lon]) => lon!)));
    expect(await rows(`select street_id as street, neighbourhood_code as code, home_count as homes from street_in_neighbourhood order by 2, 1`)).toEqual([
      { street, code: "BU0363SE02", homes: 10 }, { street: secondStreet, code: "BU0363SE02", homes: 4 },
      { street, code: "BU0363SE03", homes: 2 }, { street: secondStreet, code: "BU0363SE03", homes: 1 },
    ]);
    expect(await rows("select distinct name, place_name as place from street order by 1")).toEqual([{ name: "Achtergracht", place: "Weesp" }, { name: "Nieuwstraat", place: "Weesp" }]);
  });

  test("changes nothing when the same comes again, in whatever order, packing and layout", async () => {
    const before = [await versions(), await everything()];
    for (const plan of [{}, { reversed: true }, { objectsPerFile: 3 }, { compressInner: true }] satisfies Partial<ExtractPlan>[]) {
      const summary = await importBag(await extract(town, plan));
      expect([changesOf(summary), summary.neighbourhoodsChanged]).toEqual([{}, []]);
      expect(summary.objects.dwelling.unchanged).toBe(18);
    }
    expect([await versions(), await everything()]).toEqual(before);
  });

  test("takes a later file over: changes, ends, and raises the map version only where something changed", async () => {
    const before = await versions();
    const later = without(town, bagId("10", 160), bagId("01", 160), bagId("20", 161), bagId("20", 160));
    const summary = await importBag(await extract(later, { date: "2024-02-15" }));
    expect(changesOf(summary)).toEqual({ dwelling: { inserted: 0, changed: 0, ended: 1 }, address: { inserted: 0, changed: 0, ended: 2 }, building: { inserted: 0, changed: 1, ended: 0 } });
    expect(await versions()).toEqual({ ...before, BU0363SE03: before.BU0363SE03! + 1 });
    expect(await rows(`select ended_on::text from dwelling where id = '${bagId("01", 160)}'`)).toEqual([{ ended_on: "2024-02-15" }]);
    expect(await rows(`select distinct source_date::text as date from building`)).toEqual([{ date: "2024-02-15" }]);
    expect(await rows(`select home_count as homes from street_in_neighbourhood where street_id = '${secondStreet}' and neighbourhood_code = 'BU0363SE03'`)).toEqual([{ homes: 0 }]);

    const back = await importBag(await extract([...without(town, street), streetXml(street, "Oude Gracht")], { date: "2024-03-15" }));
    expect(changesOf(back)).toMatchObject({ street: { changed: 1 }, dwelling: { changed: 1, ended: 0 }, address: { changed: 2 }, building: { changed: 1 } });
    expect(await rows("select id from dwelling where ended_on is not null")).toEqual([]);
    expect(await versions()).toEqual({ BU0363SE02: before.BU0363SE02! + 1, BU0363SE03: before.BU0363SE03! + 2 });
  });

  test("refuses a file that is older than what is there, unless it is told to take it", async () => {
    const file = await extract(town, { date: "2024-01-15" });
    await expect(importBag(file)).rejects.toThrow("extract.zip: is of 2024-01-15, older than extract.zip of 2024-03-15 that was imported before");
    expect((await importBag(file, { acceptOlder: true })).objects.street.changed).toBe(1);
  });

  test("ends only what an extract of the same area had", async () => {
    const neighbours = [...streets, ...house(900, 60, 300), ...homeIn(901, [900], 62, 305)];
    const other = await importBag(await extract(neighbours, { municipality: "0424", date: "2024-04-15" }));
    expect(changesOf(other)).toMatchObject({ dwelling: { inserted: 2, ended: 0 }, building: { inserted: 1, ended: 0 } });
    const again = await importBag(await extract([...without(town, bagId("01", 190))], { date: "2024-05-15" }));
    expect(again.objects.dwelling).toMatchObject({ inserted: 0, ended: 1 });
    expect(again.objects.building.ended).toBe(0);
    const merged = await importBag(await extract(town, { date: "2024-06-15" }), { replaces: ["GM0424"] });
    expect(merged.objects.dwelling).toMatchObject({ ended: 2, changed: 1 });
    const country = await importBag(await extract([...streets, ...house(1, 10, 10)], { municipality: null, date: "2024-07-15" }));
    expect(country.areas).toEqual(["NL"]);
    expect(await rows("select id from dwelling where ended_on is null")).toEqual([{ id: bagId("01", 1) }]);
  });

  test("keeps the last of several current occurrences, and says so", async () => {
    const twice = [...streets, ...house(1, 10, 10), building(1, 10, 10, 5, { version: 2 }, 1999), building(1, 10, 10, 5, { version: 1, until: "2012-01-01" }, 1950)];
    const summary = await importBag(await extract(twice, { date: "2024-08-15", municipality: null, reversed: true }));
    expect(summary.objects.building).toMatchObject({ read: 3, current: 2, kept: 1, skipped: [{ reason: "another occurrence of it is current too, and newer", count: 1, examples: [bagId("10", 1)] }] });
    expect(await rows("select built_year from building where ended_on is null")).toEqual([{ built_year: 1999 }]);
  });
});
