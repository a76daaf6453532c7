import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boundaryFields, house, homeIn, street, town, writeBoundaries } from "../../../../../tests/support/bag-town.ts";
import { databaseKinds, testDatabase } from "../../../../../tests/support/databases.ts";
import { labelsText, writeZip, type LabelRow, type LabelsPlan } from "../../../../../tests/support/make-labels.ts";
import { bagId, numberXml, writeExtract } from "../../../../../tests/support/make-extract.ts";
import { bulk } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { importBag } from "../import-bag.server.ts";
import { importBoundaries } from "../import-boundaries.server.ts";
import { importEnergyLabels } from "./import-energy-labels.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-labels-"))));
afterAll(() => rm(folder, { recursive: true }));

const home = (n: number): LabelRow => ({ BAGVerblijfsobjectID: bagId("01", n) });
const labelled = (row: LabelRow): LabelRow => ({
  Registratiedatum: "20230412", Opnamedatum: "20230405", GeldigTot: "20330405", Status: "Bestaand", Berekeningstype: "NTA 8800:2022 (basisopname woningbouw)", Gebouwklasse: "W",
  Gebouwtype: "Rijwoning tussen", GebruiksoppervlakteThermischeZone: "98,75", Energieklasse: "C", BerekendeEnergieverbruik: "201,33", BerekendeCO2Emissie: "37,1", ...row,
});
const file = async (rows: LabelRow[], plan: LabelsPlan & { name?: string } = {}) => {
  const { name = "v20260401_v4_csv.zip" } = plan;
  return writeZip(join(folder, name), { [name.replace("_csv.zip", ".csv")]: labelsText(rows, plan) });
};
const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));
const labels = (columns = "substr(dwelling_id, 7)::int as n, energy_class as class") => rows(`select ${columns} from energy_label order by dwelling_id`);

/** More than the town of all types: a second home at one address, letters and additions, and a home that ends. */
const larger = [
  ...town, ...house(60, 10, 200), ...homeIn(61, [60], 12, 205), ...house(62, 30, 200),
  numberXml(bagId("20", 63), { street, number: 63, letter: "A", addition: "2" }), ...house(64, 50, 200),
].map((each) => (each.xml.includes(`>${bagId("01", 62)}</Objecten:identificatie>`) ? { ...each, xml: each.xml.replace(bagId("20", 62), bagId("20", 63)) } : each));

describe.each(databaseKinds)("importing energy labels into %s", (kind) => {
  testDatabase(kind);

  test("asks for homes first", async () => {
    await expect(importEnergyLabels(await file([labelled(home(1))]))).rejects.toThrow("v20260401_v4_csv.zip: there are no homes yet to have a label; import boundaries and a BAG extract first");
    await importBoundaries(await writeBoundaries(join(folder, "b.geojson")), boundaryFields);
    await importBag(await writeExtract(join(folder, "bag.zip"), { objects: larger }));
  });

  test("keeps what the row says, in the unit of its method", async () => {
    const older = { Berekeningstype: "Nader Voorschrift", BerekendeEnergieverbruik: "48213,5", GeldigTot: "20250101", Gebouwtype: "Twee-onder-één-kap; \"hoek\"\r\nlinks", Energieklasse: "A+++++" };
    const padded = { Berekeningstype: "Rekenmethodiek Definitief Energielabel", BerekendeEnergieverbruik: "0,00", BerekendeCO2Emissie: "0,00", GebruiksoppervlakteThermischeZone: "0,00", Energieklasse: "G" };
    const summary = await importEnergyLabels(await file([labelled(home(1)), labelled({ ...home(2), ...older }), labelled({ ...home(3), ...padded })]));
    expect(summary).toMatchObject({ kind: "ep-online", layout: "v4", sourceDate: "2026-04-01", read: 3, leftOut: [], foundBy: { id: 3, address: 0 }, kept: 3, inserted: 3, changed: 0, unchanged: 0, removed: 0 });
    expect(await labels("energy_class, method, recorded_on::text, registered_on::text, valid_until::text, kwh_per_m2_year as kwh, mj_per_year as mj, area_m2 as area, building_type as type, matched_by, source_date::text")).toEqual([
      { energy_class: "C", method: "NTA 8800:2022 (basisopname woningbouw)", recorded_on: "2023-04-05", registered_on: "2023-04-12", valid_until: "2033-04-05", kwh: 201.33, mj: null, area: 98.75, type: "Rijwoning tussen", matched_by: "id", source_date: "2026-04-01" },
      { energy_class: "A+++++", method: "Nader Voorschrift", recorded_on: "2023-04-05", registered_on: "2023-04-12", valid_until: "2025-01-01", kwh: null, mj: 48213.5, area: 98.75, type: 'Twee-onder-één-kap; "hoek"\r\nlinks', matched_by: "id", source_date: "2026-04-01" },
      { energy_class: "G", method: "Rekenmethodiek Definitief Energielabel", recorded_on: "2023-04-05", registered_on: "2023-04-12", valid_until: "2033-04-05", kwh: null, mj: null, area: null, type: "Rijwoning tussen", matched_by: "id", source_date: "2026-04-01" },
    ]);
  });

  test("changes nothing the second time, and follows a later file: changed, new, and gone", async () => {
    const first = [labelled(home(1)), labelled(home(2))];
    await importEnergyLabels(await file(first, { date: "2026-05-01" }));
    const before = await labels("*");
    expect(await importEnergyLabels(await file(first, { date: "2026-05-01" }))).toMatchObject({ inserted: 0, changed: 0, unchanged: 2, removed: 0 });
    expect(await labels("*")).toEqual(before);
    const later = await importEnergyLabels(await file([labelled({ ...home(2), Energieklasse: "B" }), labelled(home(3))], { date: "2026-06-01" }));
    expect(later).toMatchObject({ inserted: 1, changed: 1, unchanged: 0, removed: 1 });
    expect(await labels()).toEqual([{ n: 2, class: "B" }, { n: 3, class: "C" }]);
    expect(await rows("select kind, file_name, source_date::text, summary->>'removed' as removed, finished_at is not null as finished from import_run where kind = 'ep-online' order by started_at desc limit 1")).toEqual([
      { kind: "ep-online", file_name: "v20260401_v4_csv.zip", source_date: "2026-06-01", removed: "1", finished: true },
    ]);
  });

  test("refuses an older file unless it is told to take it", async () => {
    const older = await file([labelled(home(1))], { date: "2026-05-31" });
    await expect(importEnergyLabels(older)).rejects.toThrow("v20260401_v4_csv.zip: is of 2026-05-31, older than v20260401_v4_csv.zip of 2026-06-01 that was imported before (--accept-older imports it all the same)");
    expect(await labels()).toHaveLength(2);
    await importEnergyLabels(older, { acceptOlder: true });
    expect(await labels()).toEqual([{ n: 1, class: "C" }]);
  });

  test("takes of several labels of a home the newest by recording, then by registration, then by how it was found, then by validity, then the last", async () => {
    const at = (n: number): LabelRow => ({ Postcode: "1381AB", Huisnummer: String(n) });
    const several = [
      labelled({ ...home(1), Opnamedatum: "20240101", Energieklasse: "A" }), labelled({ ...home(1), Opnamedatum: "20230101", Registratiedatum: "20250101" }), labelled({ ...home(1), Opnamedatum: "" }),
      labelled({ ...home(2), Registratiedatum: "20230501", Energieklasse: "A" }), labelled({ ...home(2) }),
      labelled({ ...home(3), Energieklasse: "A" }), labelled({ ...at(3), GeldigTot: "20400101" }),
      labelled({ ...home(4), GeldigTot: "20340101", Energieklasse: "A" }), labelled(home(4)),
      labelled(home(5)), labelled({ ...home(5), Energieklasse: "A" }),
    ];
    const summary = await importEnergyLabels(await file(several, { date: "2026-06-02" }));
    expect(summary.leftOut).toEqual([{ reason: "an older label of a home with a newer one", count: 6 }]);
    expect(await labels()).toEqual([1, 2, 3, 4, 5].map((n) => ({ n, class: "A" })));
    // What counts is the rows and not their order, but for the last of equals.
    await importEnergyLabels(await file(several.slice(0, 9).reverse(), { date: "2026-06-02" }));
    expect(await labels()).toEqual([1, 2, 3, 4].map((n) => ({ n, class: "A" })));
  });

  test("finds moorings and pitches, and by address exactly one home or none", async () => {
    const summary = await importEnergyLabels(await file([
      labelled({ BAGLigplaatsID: bagId("02", 170), Energieklasse: "F" }), labelled({ BAGStandplaatsID: bagId("03", 180), Energieklasse: "E" }),
      labelled({ Postcode: "1381 ab", Huisnummer: "7" }),
      // 62 stands at 63A-2; 61 shares its number with nobody; 161 a bis has no postcode in the register.
      labelled({ Postcode: "1381AB", Huisnummer: "63", Huisletter: "a", Huisnummertoevoeging: "2", Energieklasse: "D" }), labelled({ Postcode: "1381AB", Huisnummer: "63", Huisletter: "A" }),
      labelled({ Postcode: "1381AB", Huisnummer: "161", Huisletter: "a", Huisnummertoevoeging: "bis" }),
      labelled({ Postcode: "1381AB", Huisnummer: "9999" }), labelled({ Postcode: "1381AB", Huisnummer: "6", Detailaanduiding: "kamer 3" }),
      labelled({ Projectnaam: "De Horizon", Projectobject: "kavel 4" }), labelled(home(123_456)), labelled(home(190)),
      labelled({ ...home(5), Status: "Vergunningsaanvraag" }), labelled({ ...home(5), Gebouwklasse: "U" }), labelled({ ...home(5), Gebouwklasse: "" }), labelled({ ...home(5), Energieklasse: "" }),
    ], { date: "2026-07-01" }));
    expect(await labels("dwelling_id as id, energy_class as class, matched_by as by")).toEqual([
      { id: bagId("01", 7), class: "C", by: "address" }, { id: bagId("01", 62), class: "D", by: "address" },
      { id: bagId("02", 170), class: "F", by: "id" }, { id: bagId("03", 180), class: "E", by: "id" },
    ]);
    expect(summary.foundBy).toEqual({ id: 2, address: 2 });
    expect(summary.leftOut).toEqual([
      { reason: "a permit, no label yet", count: 1 }, { reason: "a utility building", count: 1 }, { reason: "no class of building", count: 1 }, { reason: "no class of energy", count: 1 },
      { reason: "a project without an address", count: 1 }, { reason: "a part of an address without a number of its own in the BAG", count: 1 }, { reason: "not a home in the register", count: 5 },
    ]);
    expect(JSON.stringify(summary)).not.toMatch(/1381|kamer|Horizon|0457/);
  });

  test("guesses at no address that several homes have", async () => {
    const shared = [...larger, numberXml(bagId("20", 65), { street, number: 64 })].map((each) =>
      each.xml.includes(`>${bagId("01", 61)}</Objecten:identificatie>`) ? { ...each, xml: each.xml.replace(bagId("20", 61), bagId("20", 65)) } : each);
    await importBag(await writeExtract(join(folder, "bag.zip"), { objects: shared, date: "2024-02-01" }));
    const summary = await importEnergyLabels(await file([labelled({ Postcode: "1381AB", Huisnummer: "64" }), labelled(home(1))], { date: "2026-07-02" }));
    expect(summary.leftOut).toEqual([{ reason: "an address of several homes", count: 1 }]);
    expect(await labels()).toEqual([{ n: 1, class: "C" }]);
  });

  test.each(["v3", "v2"] as const)("reads layout %s, whose date is in its name, and finds the same homes", async (layout) => {
    const plan = { layout, name: `v20260801_${layout}_csv.zip` };
    const summary = await importEnergyLabels(await file([
      labelled({ ...home(1), Certificaathouder: "x" }), labelled({ Postcode: "1381AB", Huisnummer: "63", Huisletter: "A", Huisnummertoevoeging: "2" }), labelled({ Postcode: "1381AB", Huisnummer: "63", Huisletter: "A" }),
    ], plan));
    expect(summary).toMatchObject({ layout: "v2 or v3", sourceDate: "2026-08-01", kept: 2, foundBy: { id: 1, address: 1 } });
    expect(await labels("substr(dwelling_id, 7)::int as n, energy_class as class, recorded_on::text as on, valid_until::text as until, area_m2 as area, kwh_per_m2_year as kwh")).toEqual(
      [1, 62].map((n) => ({ n, class: "C", on: "2023-04-05", until: "2033-04-05", area: 98.75, kwh: null })),
    );
  });

  test("reads a CSV file without a zip, needs its day where nothing says it, and knows columns by name in any order and case", async () => {
    const path = join(folder, "labels.csv");
    await writeFile(path, labelsText([labelled(home(1))], { layout: "v2", damage: (text) => text.replace("Pand_energieklasse", "PAND_ENERGIEKLASSE") }));
    await expect(importEnergyLabels(path)).rejects.toThrow("labels.csv: neither its lines nor its name say of which day it is; add --date YYYY-MM-DD");
    expect(await importEnergyLabels(path, { date: "2026-09-01" })).toMatchObject({ sourceDate: "2026-09-01", kept: 1 });
    const turned = (text: string) => text.split("\r\n").map((line, at) => (at < 2 || line === "" ? line : line.split(";").reverse().join(";"))).join("\n");
    await writeFile(path, labelsText([labelled(home(4))], { date: "2026-09-02", damage: turned }));
    await importEnergyLabels(path);
    expect(await labels()).toEqual([{ n: 4, class: "C" }]);
  });

  test("gives no label to a home that has ended, and loses it when it ends", async () => {
    const without = larger.filter(({ xml }) => !xml.includes(`>${bagId("01", 4)}</Objecten:identificatie>`));
    await importBag(await writeExtract(join(folder, "bag.zip"), { objects: without, date: "2024-03-01" }));
    const summary = await importEnergyLabels(await file([labelled(home(4)), labelled(home(1)), labelled({ Postcode: "1381AB", Huisnummer: "4" })], { date: "2026-10-01" }));
    expect(summary).toMatchObject({ removed: 1, leftOut: [{ reason: "not a home in the register", count: 1 }, { reason: "a home that has ended", count: 1 }] });
    expect(await labels()).toEqual([{ n: 1, class: "C" }]);
  });
});
