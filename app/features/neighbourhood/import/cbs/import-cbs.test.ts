import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gpkgGeometry, newStyle, oldStyle, strip, writeGeojson, writeGeopackage, type CbsFeature, type GpkgPlan } from "../../../../../tests/support/cbs-files.ts";
import { databaseKinds, testDatabase } from "../../../../../tests/support/databases.ts";
import { bulk } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { importCbs } from "./import-cbs.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-cbs-"))));
afterAll(() => rm(folder, { recursive: true }));

const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));
const gpkg = (plan: Partial<GpkgPlan> = {}) => writeGeopackage(join(folder, "cbs.gpkg"), { layers: { buurten: neighbourhoods }, ...plan });
const geojson = (features: CbsFeature[], options: Parameters<typeof writeGeojson>[2] = {}) => writeGeojson(join(folder, "cbs.geojson"), features, options);

const west = oldStyle("BU0363SE02", "West", strip(0, 200));
const east = oldStyle("BU0363SE03", "Oost", strip(200, 400));
const lake = oldStyle("BU03639997", "", strip(400, 500), { water: "JA", aantal_inwoners: -99999999 });
const abroad = oldStyle("BU09980000", "Buitenland", strip(500, 510), { water: "B" });
const neighbourhoods = [west, east, lake, abroad];
const nameless = ({ cells: { buurtcode: _c, buurtnaam: _n, ...cells }, polygons }: CbsFeature, more: CbsFeature["cells"]): CbsFeature => ({ cells: { ...cells, ...more }, polygons });
const districts = [nameless(west, { wijkcode: "WK0363SE", wijknaam: "Zuidoost", jrstatcode: "2022WK0363SE" })];
const municipalities = districts.map(({ cells: { wijkcode: _c, wijknaam: _n, ...cells }, polygons }) => ({ cells: { ...cells, jrstatcode: "2022GM0363" }, polygons }));
const everything = () =>
  asWorker(async (tx) => {
    const tables = ["municipality", "neighbourhood", "area_figure", "neighbourhood_succession", "neighbourhood_successor", "import_run"];
    return Promise.all(tables.map((table) => bulk(tx).rows(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)));
  });

describe.each(databaseKinds)("importing CBS Wijken en Buurten into %s", (kind) => {
  testDatabase(kind);

  test("reads every layer by its code column, and leaves out water and what is abroad", async () => {
    const summary = await importCbs(await gpkg({ layers: { CBS_buurten_2022: neighbourhoods, wijken: districts, gm: municipalities } }), { serve: ["BU0363SE03"] });
    expect(summary).toMatchObject({
      year: 2022,
      sourceDate: "2022-09-01",
      areas: ["GM0363"],
      figures: { municipality: { inserted: 1 }, district: { inserted: 1 }, neighbourhood: { kept: 2, inserted: 2 } },
      outside: { waterOrAbroad: 2, otherMunicipalities: 0 },
      columns: { leftOut: ["gemiddelde_woningwaarde", "percentage_uit_turkije"], unknown: ["aantal_fietsen"] },
      boundaries: { read: 2, inserted: 2, stay: [] },
    });
    expect(await rows("select code, level, name, parent_code as parent, figures, unknown, source, source_date::text as date from area_figure where code in ('BU0363SE02', 'WK0363SE') order by code")).toEqual([
      {
        code: "BU0363SE02", level: "neighbourhood", name: "West", parent: "WK0363SE", source: "CBS Wijken en Buurten 2022", date: "2022-09-01",
        figures: { inhabitants: 900, households: 400, onePersonHouseholds: 30, householdSize: 2.2, gas: 1200 }, unknown: { ownerOccupied: "-99997" },
      },
      expect.objectContaining({ code: "WK0363SE", level: "district", name: "Zuidoost", parent: "GM0363" }),
    ]);
    expect(await rows("select code, name, year, served, min_lon < max_lon as box from neighbourhood order by code")).toEqual([
      { code: "BU0363SE02", name: "West", year: 2022, served: false, box: true },
      { code: "BU0363SE03", name: "Oost", year: 2022, served: true, box: true },
    ]);
  });

  test("changes nothing when the same file comes again", async () => {
    const summary = await importCbs(await gpkg({ layers: { CBS_buurten_2022: neighbourhoods, wijken: districts, gm: municipalities } }));
    expect(Object.values(summary.figures).map(({ inserted, changed }) => inserted + changed)).toEqual([0, 0, 0]);
    expect(summary.boundaries).toMatchObject({ inserted: 0, changed: 0, ended: 0 });
  });

  test("reads a file that was left with its log switched on and may not be written to, and leaves nothing beside it", async () => {
    const closed = join(folder, `closed-${kind}`);
    await mkdir(closed);
    const file = await writeGeopackage(join(closed, "a.gpkg"), { layers: { buurten: neighbourhoods }, logged: true });
    await chmod(file, 0o444);
    expect((await importCbs(file)).figures.neighbourhood).toMatchObject({ kept: 2 });
    expect(await readdir(closed)).toEqual(["a.gpkg"]);
  });

  test("keeps figures of an earlier year beside those of a later one, in both styles of names", async () => {
    const summary = await importCbs(await geojson([newStyle("BU0363SE02", "West", strip(0, 200)), newStyle("BU0363SE03", "Oost", strip(200, 400))]));
    expect(summary).toMatchObject({ year: 2024, figures: { neighbourhood: { inserted: 2 } }, boundaries: { changed: 2 } });
    expect(summary.columns).toMatchObject({ leftOut: ["gemiddeldInkomenPerInwoner", "percentageMetHerkomstlandNederland"], unknown: ["aantalFietsen"] });
    expect(await rows("select year, figures, unknown from area_figure where code = 'BU0363SE02' order by year")).toEqual([
      { year: 2022, figures: expect.objectContaining({ inhabitants: 900, gas: 1200 }), unknown: { ownerOccupied: "-99997" } },
      { year: 2024, figures: { inhabitants: 950, households: 420, onePersonHouseholds: 31, householdSize: 2.1, gas: 1100 }, unknown: { ownerOccupied: "-99995" } },
    ]);
  });

  test("takes the figures of an older year, and leaves the boundaries that are in use", async () => {
    const summary = await importCbs(await gpkg({ layers: { buurten: [oldStyle("BU0363SE02", "Vroeger", strip(0, 300), {}, 2020)] }, date: "2020-09-01" }));
    expect(summary).toMatchObject({ figures: { neighbourhood: { inserted: 1 } }, boundaries: { read: 1, older: 1, inserted: 0, changed: 0, ended: 0 } });
    expect(await rows("select name, year, ended_on from neighbourhood where code in ('BU0363SE02', 'BU0363SE03') order by code")).toEqual([
      { name: "West", year: 2024, ended_on: null },
      { name: "Oost", year: 2024, ended_on: null },
    ]);
  });

  test("reads the same boundary from GeoJSON in RD as from a GeoPackage, and takes one municipality of several", async () => {
    const other = newStyle("BU0402AA01", "Elders", strip(0, 200), { gemeentenaam: "Hilversum" }, 2025);
    const summary = await importCbs(await geojson([newStyle("BU0363SE02", "West", strip(0, 200), {}, 2025), newStyle("BU0363SE03", "Oost", strip(200, 400), {}, 2025), other], { inRd: true }), { municipalities: ["Amsterdam"] });
    expect(summary).toMatchObject({ areas: ["GM0363"], outside: { otherMunicipalities: 1 }, boundaries: { read: 2 } });
    const [before] = await rows("select geometry from neighbourhood where code = 'BU0363SE02'");
    await importCbs(await gpkg({ layers: { buurten: [oldStyle("BU0363SE02", "West", strip(0, 200), {}, 2025), oldStyle("BU0363SE03", "Oost", strip(200, 400), {}, 2025)] }, date: "2025-09-01" }));
    expect(await rows("select geometry from neighbourhood where code = 'BU0363SE02'")).toEqual([before]);
  });

  const cells = (more: CbsFeature["cells"], year = 2026) => [oldStyle("BU0363SE02", "West", strip(0, 200), more, year)];
  test.each<[what: string, file: () => Promise<string>, message: string, options?: Parameters<typeof importCbs>[1]]>([
    ["is text", async () => written("cbs.gpkg", "hallo, dit is geen database"), "cbs.gpkg: is not a GeoPackage (no SQLite file)"],
    ["is cut off", async () => written("cut.gpkg", (await readFile(await gpkg())).subarray(0, -4096)), "cut.gpkg: is cut off: it has "],
    ["has a broken page", async () => written("torn.gpkg", torn(await readFile(await gpkg()))), "torn.gpkg: cannot be read as a GeoPackage (database disk image is malformed)"],
    ["is another GeoPackage", () => gpkg({ layers: { bomen: [{ cells: { soort: "eik" }, polygons: strip(0, 10) }] } }), "cbs.gpkg: has no layer with a column buurtcode, wijkcode or gemeentecode"],
    ["is in degrees", () => gpkg({ epsg: 4326 }), "cbs.gpkg: layer buurten: is in EPSG:4326, and a GeoPackage of CBS must be in EPSG:28992 (RD New)"],
    ["has a code twice", () => gpkg({ layers: { buurten: [west, east, west] } }), "cbs.gpkg: layer buurten, feature 3: BU0363SE02 is in the file twice, before as buurten 1"],
    ["has a code that is none", () => gpkg({ layers: { buurten: [oldStyle("BU363SE02", "West", strip(0, 200))] } }), 'cbs.gpkg: layer buurten, feature 1: "buurtcode" is "BU363SE02", not the code of a neighbourhood (BU0363SE03)'],
    ["has a figure that is no number", () => gpkg({ layers: { buurten: cells({ aantal_inwoners: "veel" }) } }), 'feature 1: BU0363SE02: "aantal_inwoners" is "veel", not a number'],
    ["has a code for no figure that nobody knows", () => gpkg({ layers: { buurten: cells({ aantal_inwoners: -99990 }) } }), '"aantal_inwoners" is -99990, which is neither a figure nor a known code for "no figure"'],
    ["has more than everybody", () => gpkg({ layers: { buurten: cells({ percentage_koopwoningen: 101 }) } }), '"percentage_koopwoningen" is 101, more than 100 %'],
    ["has a boundary that is cut off", () => gpkg({ geometry: (feature) => gpkgGeometry(feature).subarray(0, 80) }), "cbs.gpkg: layer buurten, feature 1: BU0363SE02: its boundary is cut off"],
    ["has a boundary that is not closed", () => gpkg({ layers: { buurten: [{ ...west, polygons: strip(0, 200).map((ring) => ring.slice(0, -1)) }] } }), "feature 1: BU0363SE02 has a broken boundary: a ring is not closed"],
    ["has no boundary", () => gpkg({ geometry: () => null }), "feature 1: BU0363SE02: its boundary has no geometry"],
    ["lies in the sea", () => gpkg({ layers: { buurten: [{ ...west, polygons: strip(1_000_000, 1_000_200) }] } }), "feature 1: BU0363SE02 has a point (1131000, 480000) outside the Netherlands in EPSG:28992 (RD New)"],
    ["is of two years", () => gpkg({ layers: { buurten: [west, ...cells({ buurtcode: "BU0363SE03" }, 2021)] } }), "feature 2: is of 2021, and the features before it are of 2022"],
    ["does not say its year", () => gpkg({ layers: { buurten: cells({ jrstatcode: null }) } }), "cbs.gpkg: does not say of which year it is (no jrstatcode); add --year YYYY"],
    ["is of another year than asked", () => gpkg(), "cbs.gpkg: says that it is of 2022, not of 2023", { year: 2023 }],
    ["is an older version", () => gpkg({ date: "2022-08-01" }), "cbs.gpkg: is a version of 2022-08-01, older than that of 2022-09-01 that was imported of 2022"],
    ["is older and asked to serve", () => gpkg(), "cbs.gpkg: is of 2022, older than the boundaries in use", { serve: "all" }],
    ["says water as nobody does", () => gpkg({ layers: { buurten: cells({ water: "SOMS" }) } }), '"water" is "SOMS", not JA, NEE or B'],
    ["contradicts itself", () => gpkg({ layers: { buurten: cells({ gemeentecode: "GM0402" }) } }), "BU0363SE02 says that it lies in GM0402, and its code says GM0363"],
    ["has nothing of the municipality", () => gpkg(), "cbs.gpkg: has no area in GM0402", { municipalities: ["GM0402"] }],
    ["is one page of many", () => geojson([newStyle("BU0363SE02", "West", strip(0, 200))], { top: { numberMatched: 14823, numberReturned: 1 } }), "cbs.geojson: is a part of a larger answer, 1 of 14823 features"],
    ["is GeoJSON of an unknown system", () => geojson([west], { top: { crs: { type: "name", properties: { name: "EPSG:25831" } } } }), "cbs.geojson: is in EPSG:25831, and areas must be in WGS84 or EPSG:28992 (RD New)"],
    ["is GeoJSON that ends early", async () => written("cbs.geojson", (await readFile(await geojson([west]), "utf8")).slice(0, -20)), "cbs.geojson: is not JSON ("],
    ["is a shape file", async () => written("cbs.shp", "x"), "cbs.shp: is neither a GeoPackage (.gpkg) nor GeoJSON (.geojson)"],
  ])("refuses a file that %s, in one line, and leaves everything as it was", async (_, file, message, options) => {
    const path = await file();
    const before = await everything();
    const failure = await importCbs(path, options).then(() => null, (error: Error) => error);
    expect(failure).toMatchObject({ name: "ImportError", message: expect.stringContaining(message) });
    expect(failure!.message).not.toContain("\n");
    expect(await everything()).toEqual(before);
  });

  const real = join(process.env.BUURHOF_SHARED ?? join(process.cwd(), "..", "shared", "data"), "cbs", "CBS_buurten.gpkg");
  test.skipIf(!existsSync(real))("reads the real neighbourhoods of Ermelo as they are, twice", async () => {
    const first = await importCbs(real);
    expect(first).toMatchObject({ year: 2021, areas: ["GM0233"], figures: { neighbourhood: { kept: 16, inserted: 16 } }, outside: { waterOrAbroad: 1 }, columns: { figures: 17, unknown: ["mannen", "vrouwen"] } });
    expect(await importCbs(real)).toMatchObject({ figures: { neighbourhood: { inserted: 0, changed: 0, unchanged: 16 } }, boundaries: { inserted: 0, changed: 0, ended: 0 } });
    const [horst] = await rows("select name, figures, unknown->>'inhabitants' as inhabitants from area_figure where code = 'BU02330005'");
    expect(horst).toMatchObject({ name: "Horst", inhabitants: "empty" });
  });
});

async function written(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

/** All pages after the first are noise. */
function torn(bytes: Buffer): Buffer {
  return bytes.fill(0xab, 4096);
}
