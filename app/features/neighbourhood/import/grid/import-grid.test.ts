import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, testDatabase } from "../../../../../tests/support/databases.ts";
import { gridDialects, plainRows, type PlainRow, writeGridFile } from "../../../../../tests/support/make-grid-files.ts";
import { buildTown, people } from "../../../../../tests/support/town.ts";
import { bulk } from "../../../../../db/copy.server.ts";
import { asViewer, asWorker } from "../../../../../db/viewer.server.ts";
import { useOfPostcode } from "../../use-of-postcode.server.ts";
import { importGrid } from "./import-grid.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-grid-"))));
afterAll(() => rm(folder, { recursive: true }));

const [electricity, gas, other] = plainRows as [PlainRow, PlainRow, PlainRow];
const load = async (name: string, content: PlainRow[] | string | Buffer, options: Parameters<typeof importGrid>[1] = {}) => importGrid(await writeGridFile(folder, name, content), options);
const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));
const everything = () => rows("select to_jsonb(t) as row from grid_use t union all select to_jsonb(r) from import_run r order by 1");
const ranges = () => rows(`select operator, year, product, postcode_from || '-' || postcode_to as range, connections, average_use as use from grid_use order by 1, 2, 3, 4`);
const usedAt = (postcode: string | null) => asViewer(people.own, (tx) => useOfPostcode(tx, postcode));
const newText = gridDialects["stedin-kleinverbruikgegevens-2025.csv"];
const shared = process.env.BUURHOF_SHARED ?? join(process.cwd(), "..", "shared", "data");
const real = ["enduris-zeeland-2019_first400lines_utf8bom.csv", "stedin-zeeland-2021_first400lines_semicolon-noheader.csv", "stedin-zeeland-kleinverbruikgegevens-2025.csv"].map((name) => join(shared, "netbeheer", name));
const present = real.every((file) => existsSync(file));
if (!present) console.warn(`The real files of network operators are not in ${shared}: they are not tried here. BUURHOF_SHARED says where they are.`);

describe.each(databaseKinds)("importing small connections into %s", (kind) => {
  testDatabase(kind);
  beforeAll(buildTown);

  test("keeps ranges as ranges, with what they say", async () => {
    expect(await load("stedin-2025.csv", plainRows)).toMatchObject({
      kind: "grid", operator: "Stedin", year: 2025, sourceDate: "2025-01-01", scope: "Stedin 2025", read: 3, kept: 3, leftOut: [], ranges: { electricity: 2, gas: 1 }, inserted: 3, changed: 0, unchanged: 0, removed: 0,
    });
    expect(await rows("select * from grid_use where product = 'gas'")).toEqual([
      { operator: "Stedin", year: 2025, product: "gas", network_area: "", postcode_from: "9980XA", postcode_to: "9980XC", connections: 24, average_use: 1240.5, smart_meter_percent: 87.5, delivery_percent: 100 },
    ]);
  });

  test("changes nothing when the same comes again", async () => {
    const before = await ranges();
    expect(await load("stedin-2025.csv", plainRows)).toMatchObject({ inserted: 0, changed: 0, unchanged: 3, removed: 0 });
    expect(await ranges()).toEqual(before);
  });

  test("replaces with a corrected file what it said before of the same operator, year, area and product, and nothing else", async () => {
    await load("stedin-2024.csv", [gas]);
    await load("stedin-elders-2025.csv", [{ ...other, area: "Elders" }]);
    await load("liander-2025.csv", [other], { operator: "Liander" });
    expect(await load("stedin-2025-hersteld.csv", [{ ...electricity, use: 2600 }])).toMatchObject({ inserted: 0, changed: 1, unchanged: 0, removed: 1 });
    expect(await ranges()).toEqual([
      { operator: "Liander", year: 2025, product: "electricity", range: "9980XD-9980XD", connections: 131, use: 812.4 },
      { operator: "Stedin", year: 2024, product: "gas", range: "9980XA-9980XC", connections: 24, use: 1240.5 },
      { operator: "Stedin", year: 2025, product: "electricity", range: "9980XA-9980XC", connections: 25, use: 2600 },
      { operator: "Stedin", year: 2025, product: "electricity", range: "9980XD-9980XD", connections: 131, use: 812.4 },
      { operator: "Stedin", year: 2025, product: "gas", range: "9980XA-9980XC", connections: 24, use: 1240.5 },
    ]);
  });

  test("adds up the rows of one range: a sum of connections, and averages weighted by them", async () => {
    expect(await load("stedin-2023.csv", [{ ...gas, connections: 10, use: 1000, smartMeter: 100 }, { ...gas, connections: 30, use: 2000, smartMeter: 0 }])).toMatchObject({ read: 2, kept: 2, ranges: { gas: 1 }, inserted: 1 });
    expect(await rows("select connections, average_use, smart_meter_percent from grid_use where year = 2023")).toEqual([{ connections: 40, average_use: 1750, smart_meter_percent: 25 }]);
  });

  test("gives a home the newest figure of the range that holds its postcode, and only from within its own four digits", async () => {
    await rows("delete from grid_use");
    await load("stedin-2024.csv", [gas, { ...gas, from: "9979ZZ", to: "9982AB", use: 9 }]);
    await load("stedin-2025.csv", [electricity, { ...gas, from: "9981AA", use: 8, to: "9981AC" }]);
    expect(await usedAt("9980XB")).toEqual([
      { product: "electricity", from: "9980XA", to: "9980XC", connections: 25, average: 2589.79, year: 2025, operator: "Stedin" },
      { product: "gas", from: "9980XA", to: "9980XC", connections: 24, average: 1240.5, year: 2024, operator: "Stedin" },
    ]);
    expect((await usedAt("9981AB")).map(({ average }) => average)).toEqual([8]);
    expect(await usedAt("9980XD")).toEqual([]);
    expect(await usedAt("9982AA")).toEqual([]);
    expect(await usedAt(null)).toEqual([]);
  });

  test("tells of how many homes it says something: of all five here, which have one postcode", async () => {
    expect((await load("stedin-2022.csv", [gas])).matched).toEqual({ homes: 0, of: 5 });
    expect((await load("stedin-2022.csv", [{ ...gas, from: "9901AA", to: "9901AC" }])).matched).toEqual({ homes: 5, of: 5 });
  });

  const [header, first] = newText(plainRows).split("\n") as [string, string];
  test.each<[what: string, content: string | Buffer, message: string]>([
    ["is a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "stedin-2025.csv: is a workbook or zip file (xlsx); open it and save it as CSV, or unpack it"],
    ["is in UTF-16", Buffer.from(`\uFEFF${header}`, "utf16le"), "stedin-2025.csv: is written in UTF-16; save it as UTF-8"],
    ["is empty", "", "stedin-2025.csv: holds no rows"],
    ["has only a header", `${header}\n`, "stedin-2025.csv: holds no rows"],
    ["is another table", "naam;plaats\nJan;Hier\n", "stedin-2025.csv: line 1: is neither a header with POSTCODE_VAN"],
    ["misses columns", `${header.replace("PRODUCTSOORT", "SOORT").replace("SJA_GEMIDDELD", "GEMIDDELD")}\n${first}\n`, "stedin-2025.csv: line 1: has no column PRODUCTSOORT and no column SJA_GEMIDDELD"],
    ["has a column twice", `${header.replace("WOONPLAATS", "POSTCODE_VAN")}\n${first}\n`, "stedin-2025.csv: line 1: has two columns POSTCODE_VAN"],
    ["was cut off", `${newText(plainRows)}${first.slice(0, 60)}`, "stedin-2025.csv: line 5: has a quote that is not closed"],
    ["was cut off between columns", `${newText(plainRows)}${first.slice(0, 18)}`, "stedin-2025.csv: line 5: has 2 columns, and line 1 has 17"],
    ["has no postcode", `${newText([gas])}${first.replace("9980XA", "998XA")}`, 'stedin-2025.csv: line 3: POSTCODE_VAN is "998XA", which is no postcode'],
    ["has a range the wrong way round", newText([gas, { ...gas, from: "9980XZ" }]), "stedin-2025.csv: line 3: the range begins at 9980XZ and ends before it, at 9980XC"],
    ["has words for a number", newText([gas]).replace("1240,50", "onbekend"), 'stedin-2025.csv: line 2: SJA_GEMIDDELD is "onbekend", which is no number'],
    ["changes its decimal mark", `${newText([gas])}${first.replace("2589,79", "2589.79")}`, 'stedin-2025.csv: line 3: SJA_GEMIDDELD is "2589.79", with another decimal mark than the rows before it'],
    ["has a share over 100", newText([{ ...gas, smartMeter: 101 }]), "stedin-2025.csv: line 2: SLIMME_METER_PERC is 101,00, which is no percentage"],
    ["has use below zero", newText([{ ...gas, use: -5 }]), "stedin-2025.csv: line 2: SJA_GEMIDDELD is -5,00, below zero"],
    ["has half a connection", newText([{ ...gas, connections: 12.5 }]).replace("12.5", "12,5"), 'stedin-2025.csv: line 2: AANSLUITINGEN_AANTAL is "12,5", which is no number of connections'],
    ["has another product", newText([gas]).replace('"GAS"', '"WARMTE"'), 'stedin-2025.csv: line 2: PRODUCTSOORT is "WARMTE", and not ELK or GAS'],
    ["is no text", Buffer.concat([Buffer.from(newText(plainRows)), Buffer.alloc(20)]), "stedin-2025.csv: line 5: holds bytes that are no text"],
    ["is one long line", "9".repeat(300_000), "stedin-2025.csv: line 1: is longer than 16384 bytes, so it is no line of a table"],
  ])("refuses a file that %s, in one clear line, and leaves everything as it was", async (_, content, message) => {
    const before = await everything();
    const failure = await load("stedin-2025.csv", content).then(() => null, (error: Error) => error);
    expect(failure).toMatchObject({ name: "ImportError", message: expect.stringContaining(message) });
    expect(failure!.message).not.toContain("\n");
    expect(await everything()).toEqual(before);
  });

  test.runIf(present)("reads the real files of three dialects, and twice without a change", { timeout: 60_000 }, async () => {
    await rows("delete from grid_use");
    const summaries = [];
    for (const file of real) summaries.push(await importGrid(file));
    // Rows whose connections are not in use yet (an average of 0, FYSIEKE_STATUS_PERC 0) are left out, and nothing else is.
    expect(summaries.map(({ operator, year, read, kept, ranges: { electricity: e, gas: g }, inserted, leftOut }) => [operator, year, read, kept, e, g, inserted, leftOut.map(({ count }) => count)])).toEqual([
      ["Enduris", 2019, 399, 398, 210, 188, 398, [1]],
      ["Enduris", 2021, 400, 400, 400, 0, 400, []],
      ["Stedin", 2025, 19_263, 19_222, 10_108, 9114, 19_222, [41]],
    ]);
    for (const file of real) expect(await importGrid(file)).toMatchObject({ inserted: 0, changed: 0, removed: 0 });
    expect(await usedAt("4301AC")).toEqual([
      { product: "electricity", from: "4301AB", to: "4301AD", connections: 34, average: 5638.47, year: 2025, operator: "Stedin" },
      { product: "gas", from: "4301AB", to: "4301AD", connections: 32, average: 1552.44, year: 2025, operator: "Stedin" },
    ]);
    // The first row of 2019 spans 3253LP to 4301AA, and with that most of the province of Utrecht.
    expect(await usedAt("3500AA")).toEqual([]);
    expect(await rows("select count(*)::int as wide from grid_use where year = 2025 and left(postcode_from, 4) <> left(postcode_to, 4)")).toEqual([{ wide: 225 }]);
  });
});
