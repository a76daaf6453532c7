import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseKinds, testDatabase } from "../../../../../tests/support/databases.ts";
import { row2022, row2023, row2024, type StatlineLook, type StatlineRow, writeStatline } from "../../../../../tests/support/statline-files.ts";
import { bulk } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { importStatline } from "./import-statline.server.ts";
import { statlineLines } from "./statline-summary.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-statline-"))));
afterAll(() => rm(folder, { recursive: true }));

const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));
const table = (name: string, records: StatlineRow[], look?: StatlineLook) => writeStatline(join(folder, name), records, look);
const smaller = [row2022("GM0363", "Amsterdam", "Gemeente"), row2022("WK0363SE", "Amsterdam", "Wijk"), row2022("BU0363SE03", "Amsterdam", "Buurt", { AantalInwoners_5: "." })];
const everything = () => asWorker((tx) => Promise.all(["area_figure", "import_run"].map((name) => bulk(tx).rows(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`))));

const shares = { age0To14: 15, age15To24: 12, age25To44: 25, age45To64: 28, age65AndOver: 20, onePersonHouseholds: 39, householdsWithoutChildren: 29, householdsWithChildren: 32 };
const figures2022 = {
  inhabitants: 17_000_000, households: 8_000_000, ...shares, householdSize: 2.1, dwellings: 8_100_000, singleFamily: 64, multiFamily: 36, ownerOccupied: 57, rented: 42, rentedFromCorporation: 29, rentedFromOthers: 13,
  ownershipUnknown: 1, builtBefore2000: 80, builtFrom2000: 20, gas: 920, electricity: 2550, districtHeating: 6.4, urbanity: 2, addressDensity: 2010, populationDensity: 520, area: 4_154_000, landArea: 3_367_000, waterArea: 787_000,
};

describe.each(databaseKinds)("importing figures of the country into %s", (kind) => {
  testDatabase(kind);

  test("keeps the row of the country of a whole table, counts as shares, and nothing about income or value", async () => {
    const summary = await importStatline(await table("85318NED_TypedDataSet_22012025_144703.csv", [row2022(), ...smaller]));
    expect(summary).toMatchObject({ kind: "statline", scope: "Nederland 2022", year: 2022, sourceDate: "2025-01-22", read: 4, kept: 1, country: { inserted: 1 }, leftOut: [{ count: 3 }], columns: { kept: 30, absent: [] } });
    expect(await rows("select code, level, name, year, parent_code as parent, municipality_code as municipality, figures, unknown, source, source_date::text as date from area_figure")).toEqual([
      { code: "NL00", level: "country", name: "Nederland", year: 2022, parent: null, municipality: null, figures: figures2022, unknown: {}, source: "CBS StatLine, Kerncijfers wijken en buurten 2022", date: "2025-01-22" },
    ]);
    expect(statlineLines(summary).join("\n")).toContain("4 rows read, that of the country kept: 1 inserted, 0 changed, 0 unchanged");
  });

  test("changes nothing when the same table comes again, in whatever look it is downloaded", async () => {
    for (const look of [{}, { symbols: true, quotes: false }, { mark: true }]) {
      expect(await importStatline(await table("85318ned_UntypedDataSet_20250122144703.csv", [row2022(), ...smaller], look))).toMatchObject({ sourceDate: "2025-01-22", country: { inserted: 0, changed: 0, unchanged: 1 } });
    }
  });

  test("knows the columns of other years by their other names and numbers, and keeps the years side by side", async () => {
    expect((await importStatline(await table("85618NED_TypedDataSet_22012025_144703.csv", [row2023()]))).columns).toEqual({ kept: 30, absent: [] });
    const summary = await importStatline(await table("kerncijfers.csv", [row2024({ AantalInwoners_5: "." })], { symbols: true }), { year: 2024 });
    expect(summary).toMatchObject({ sourceDate: null, columns: { absent: ["ownershipUnknown", "builtBefore2000", "builtFrom2000"] } });
    expect(await rows("select year, figures->'gas' as gas, figures->'electricity' as electricity, figures->'age0To14' as young, unknown from area_figure order by year")).toEqual([
      { year: 2022, gas: 920, electricity: 2550, young: 15, unknown: {} },
      { year: 2023, gas: 860, electricity: 2480, young: 15, unknown: {} },
      // A share of what is unknown is unknown.
      { year: 2024, gas: 820, electricity: 2400, young: null, unknown: { inhabitants: ".", age0To14: ".", age15To24: ".", age25To44: ".", age45To64: ".", age65AndOver: "." } },
    ]);
  });

  const good = "85318NED_TypedDataSet_01022025_100000.csv";
  test.each<[what: string, file: () => Promise<string>, message: string, options?: Parameters<typeof importStatline>[1]]>([
    ["is empty", () => written(good, ""), "is empty or cannot be opened"],
    ["is not there", async () => join(folder, "85318NED_none.csv"), "cannot be read (ENOENT)"],
    ["has no table in its name and no year", () => table("kerncijfers.csv", [row2022()]), "kerncijfers.csv: does not tell its year"],
    ["is of another year than asked", () => table(good, [row2022()]), "table 85318NED is of 2022, not of 2023", { year: 2023 }],
    ["is older than what is there", () => table("85318NED_TypedDataSet_01012025_100000.csv", [row2022()]), "is of 2025-01-01, older than that of 2025-01-22 that was imported of 2022"],
    ["is separated by commas", async () => written(good, (await readFile(await table(good, [row2022()], { quotes: false }), "utf8")).replaceAll(";", ",")), "line 1 has one column; StatLine separates columns by semicolons"],
    ["is a table made for reading", () => written(good, '"Kerncijfers wijken en buurten 2022";""\r\n"Onderwerp";"Aantal inwoners"\r\n'), "line 1 has no column WijkenEnBuurten; get the whole table"],
    ["is another table", () => written(good, '"ID";"WijkenEnBuurten";"Fietsen_1"\r\n"0";"NL00      ";"23"\r\n'), 'names no column of "Kerncijfers wijken en buurten" that is kept'],
    ["has a column twice", () => table(good, [{ ...row2022(), Koopwoningen_99: "58" }]), "has two columns Koopwoningen: Koopwoningen_40 and Koopwoningen_99"],
    ["has no row of the country", () => table(good, smaller), "has no row of the country (NL00) among its 3 rows"],
    ["has the country twice", () => table(good, [row2022(), ...smaller, row2022()]), "line 6: NL00 is in the file twice, before on line 2"],
    ["is cut off within a row", async () => written(good, (await readFile(await table(good, [row2022(), ...smaller], { quotes: false }))).subarray(0, -30)), "line 5 has "],
    ["is cut off within a quote", async () => written(good, (await readFile(await table(good, [row2022(), ...smaller]))).subarray(0, -3)), "line 5 has a quote that is not closed"],
    ["has a region that is none", () => table(good, [row2022(), row2022("Amsterdam", "Amsterdam", "Gemeente")]), 'line 3: "Amsterdam" is not the code of an area'],
    ["calls the country something else", () => table(good, [row2022("NL00", "Nederland", "Landsdeel")]), 'NL00 is a "Landsdeel", not a "Land"'],
    ["has a figure that is no number", () => table(good, [row2022("NL00", "Nederland", "Land", { Koopwoningen_40: "veel" })]), 'line 2: NL00: "Koopwoningen_40" is "veel", not a number'],
    ["has more than everything", () => table(good, [row2022("NL00", "Nederland", "Land", { Koopwoningen_40: "157" })]), '"Koopwoningen_40" is 157, more than 100 %'],
    ["has more of an age than there are people", () => table(good, [row2022("NL00", "Nederland", "Land", { k_0Tot15Jaar_8: "18000000" })]), '"k_0Tot15Jaar_8" is 18000000, more than all 17000000'],
    ["has a number below zero", () => table(good, [row2022("NL00", "Nederland", "Land", { GemiddeldAardgasverbruikTotaal_55: "-12" })]), 'is -12, which is neither a figure nor a known code for "no figure"'],
  ])("refuses a file that %s, in one line, and leaves everything as it was", async (_, file, message, options) => {
    const path = await file();
    const before = await everything();
    const failure = await importStatline(path, options).then(() => null, (error: Error) => error);
    expect(failure).toMatchObject({ name: "ImportError", message: expect.stringContaining(message) });
    expect(failure!.message).not.toContain("\n");
    expect(await everything()).toEqual(before);
  });
});

async function written(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}
