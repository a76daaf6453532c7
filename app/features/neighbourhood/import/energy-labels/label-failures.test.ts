import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boundaryFields, town, writeBoundaries } from "../../../../../tests/support/bag-town.ts";
import { databaseKinds, testDatabase } from "../../../../../tests/support/databases.ts";
import { labelsText, writeZip, type LabelRow, type LabelsPlan } from "../../../../../tests/support/make-labels.ts";
import { bagId, writeExtract } from "../../../../../tests/support/make-extract.ts";
import { bulk } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { importBag } from "../import-bag.server.ts";
import { importBoundaries } from "../import-boundaries.server.ts";
import { importEnergyLabels } from "./import-energy-labels.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "label-failures-"))));
afterAll(() => rm(folder, { recursive: true }));

const good = (n: number, row: LabelRow = {}): LabelRow => ({
  BAGVerblijfsobjectID: bagId("01", n), Opnamedatum: "20230405", Registratiedatum: "20230412", GeldigTot: "20330405", Status: "Bestaand", Berekeningstype: "NTA 8800:2022",
  Gebouwklasse: "W", Gebouwtype: "Rijwoning tussen", GebruiksoppervlakteThermischeZone: "98,75", Energieklasse: "C", ...row,
});
const rowsOf = (row: LabelRow = {}) => [good(1), good(2, row), good(3)];
const csv = async (rows: LabelRow[], plan: LabelsPlan = {}) => written(labelsText(rows, { date: "2026-05-01", ...plan }));
const damaged = (damage: (text: string) => string) => csv(rowsOf(), { damage });
async function written(text: string, name = "labels.csv"): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}
async function cut(file: string): Promise<string> {
  const bytes = await readFile(file);
  return writeFile(file, bytes.subarray(0, bytes.length - 100)).then(() => file);
}
/** A zip of which one byte of what it holds was turned over. */
async function turned(file: string): Promise<string> {
  const bytes = await readFile(file);
  bytes[Math.floor(bytes.length / 3)]! ^= 0xff;
  return writeFile(file, bytes).then(() => file);
}
const zip = (files: Record<string, string>) => writeZip(join(folder, "labels.zip"), files);
const text = labelsText(rowsOf(), { date: "2026-05-01" });
const everything = () =>
  asWorker(async (tx) => Promise.all(["energy_label", "dwelling", "import_run"].map((table) => bulk(tx).rows(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`))));

describe.each(databaseKinds)("a file of labels for %s that cannot be trusted", (kind) => {
  testDatabase(kind);

  beforeAll(async () => {
    await importBoundaries(await writeBoundaries(join(folder, "b.geojson")), boundaryFields);
    await importBag(await writeExtract(join(folder, "bag.zip"), { objects: town }));
    await importEnergyLabels(await csv([good(1, { Energieklasse: "A" }), good(7)], { date: "2026-04-01" }));
  });

  test.each<[what: string, file: () => Promise<string>, message: string]>([
    ["does not exist", async () => join(folder, "absent.zip"), "absent.zip: is empty or cannot be opened"],
    ["is empty", () => written(""), "labels.csv: is empty or cannot be opened"],
    ["is called a zip and is none", () => written(text, "labels.zip"), "labels.zip: is not a complete zip file ("],
    ["is a zip that was cut off", async () => cut(await zip({ "v4.csv": text })), "labels.zip: is not a complete zip file ("],
    ["is a zip that was damaged", async () => turned(await zip({ "v4.csv": text.repeat(3) })), "labels.zip/v4.csv: is damaged ("],
    ["is a zip without a CSV file", () => zip({ "leesmij.txt": text }), "labels.zip: holds no CSV file"],
    ["is a zip with two CSV files", () => zip({ "a.csv": text, "b.csv": text }), "labels.zip: holds 2 CSV files (a.csv, b.csv), and which one counts is not clear"],
    ["is a zip with an empty CSV file", () => zip({ "a.csv": "" }), "labels.zip/a.csv: is empty"],
    ["holds names of columns only", () => csv([]), "labels.csv: holds no labels"],
    ["stops before the names of columns", () => damaged((all) => all.split("\r\n").slice(0, 2).join("\r\n")), "labels.csv: has no line with the names of columns"],
    ["has no column that is needed", () => damaged((all) => all.replace("Energieklasse", "Klasse")), "labels.csv: line 3 has no column Energieklasse"],
    ["has a column twice", () => damaged((all) => all.replace("Projectnaam", "Pand_opnamedatum")), "labels.csv: line 3 has column Opnamedatum twice"],
    ["is of an old layout and has no column that is needed", () => csv(rowsOf(), { layout: "v2", damage: (all) => all.replace("Meting_geldig_tot", "Meting_tot") }), "labels.csv: line 1 has no column GeldigTot"],
    ["holds mutations", () => damaged((all) => all.replace("Projectnaam", "Mutatiesoort")), "labels.csv: holds mutations; import the whole file (totaalbestand) instead"],
    ["has commas for semicolons", () => damaged((all) => all.replaceAll(";", ",")), "labels.csv: line 1 is separated by commas, and a file of EP-Online by semicolons"],
    ["has tabs for semicolons", () => csv(rowsOf(), { layout: "v3", damage: (all) => all.replaceAll(";", "\t") }), "labels.csv: line 1 is separated by tabs, and a file of EP-Online by semicolons"],
    ["has a line with too few fields", () => damaged((all) => all.replace("98,75;;C;", "98,75;C;")), "labels.csv: line 4 has 41 fields, and the header 42"],
    ["was cut off in a line", () => damaged((all) => all.slice(0, -20)), "labels.csv: line 6 has 25 fields, and the header 42"],
    ["has a quote that is not closed", () => damaged((all) => all.replace("Bestaand", '"Bestaand')), "labels.csv: line 4 has a quote that is not closed"],
    ["has an impossible day of publication", () => csv(rowsOf(), { date: "2026-02-30" }), 'labels.csv: line 1: PublicatieDatum "30-02-2026" is not a date (DD-MM-YYYY)'],
    ["has an impossible date", () => csv(rowsOf({ GeldigTot: "20330231" })), 'labels.csv: line 5: GeldigTot "20330231" is not a date (YYYYMMDD)'],
    ["has a date in another order", () => csv(rowsOf({ Opnamedatum: "05-04-2023" })), 'labels.csv: line 5: Opnamedatum "05-04-2023" is not a date (YYYYMMDD)'],
    ["has an unknown class", () => csv(rowsOf({ Energieklasse: "A++++++" })), 'labels.csv: line 5: Energieklasse "A++++++" is not a class from A+++++ to G'],
    ["has an unknown class of building", () => csv(rowsOf({ Gebouwklasse: "X" })), 'labels.csv: line 5: Gebouwklasse "X" is neither W nor U'],
    ["has a decimal point", () => csv(rowsOf({ GebruiksoppervlakteThermischeZone: "98.75" })), 'labels.csv: line 5: GebruiksoppervlakteThermischeZone "98.75" is not a number with a decimal comma'],
    ["is not in UTF-8", async () => {
      const path = await csv(rowsOf({ Gebouwtype: "Twee-onder-één-kap" }));
      return writeFile(path, Buffer.from((await readFile(path, "utf8")).slice(1), "latin1")).then(() => path);
    }, "labels.csv: line 5: Gebouwtype is not written in UTF-8"],
    ["is of another part of the country", () => csv([good(5001), good(5002)]), "labels.csv: none of its 2 rows is the label of a home in the register"],
  ])("because it %s: one clear line, and everything stays as it was", async (_, file, message) => {
    const before = await everything();
    const failure = await importEnergyLabels(await file()).then(() => null, (error: Error) => error);
    expect(failure).toMatchObject({ name: "ImportError", message: expect.stringContaining(message) });
    expect(failure!.message).not.toContain("\n");
    expect(await everything()).toEqual(before);
  });

  test("judges no row about a home elsewhere", async () => {
    expect(await importEnergyLabels(await csv([good(1), good(5001, { Energieklasse: "?", GeldigTot: "nooit" })]))).toMatchObject({ kept: 1, leftOut: [{ reason: "not a home in the register", count: 1 }] });
  });
});
