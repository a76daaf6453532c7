import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serverT } from "../../../i18n/words.server.ts";
import { bulk } from "../../../../db/copy.server.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { boundaryFields, town, writeBoundaries } from "../../../../tests/support/bag-town.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { row2022, row2023, writeStatline } from "../../../../tests/support/statline-files.ts";
import { writeExtract } from "../../../../tests/support/make-extract.ts";
import { plainRows, writeGridFile } from "../../../../tests/support/make-grid-files.ts";
import { people } from "../../../../tests/support/town.ts";
import { homesByType } from "../homes-by-type.server.ts";
import { importBag } from "./import-bag.server.ts";
import { importBoundaries } from "./import-boundaries.server.ts";
import { importStatline } from "./cbs/import-statline.server.ts";
import { importGrid } from "./grid/import-grid.server.ts";
import { report } from "./import-report.ts";
import { importStatus } from "./status.server.ts";
import { loadedInFull } from "../../sources/loaded-in-full.server.ts";
import { loadedSources } from "../../sources/loaded-sources.server.ts";
import { reasonWords } from "../../sources/reason-words.ts";
import { shownSources } from "../../sources/shown-sources.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "loaded-"))));
afterAll(() => rm(folder, { recursive: true }));

const run = (kind: string, sourceDate: string | null, summary: object) =>
  asWorker((tx) =>
    bulk(tx).rows("insert into import_run (kind, file_name, file_sha256, source_date, finished_at, summary) values ($1, 'a.csv', '0', $2, clock_timestamp(), $3::text::jsonb)", [kind, sourceDate, JSON.stringify(summary)]),
  );

describe.each(databaseKinds)("what is loaded, on %s", (kind) => {
  testDatabase(kind);

  test("is nothing at first", async () => {
    const status = await importStatus();
    expect(status).toEqual({ kind: "status", loaded: [], homes: [] });
    expect(report(status)).toBe("Nothing is loaded yet: begin with npm run import -- boundaries");
    expect(await asViewer(people.moderatorHere, loadedInFull)).toEqual([]);
    expect((await shownSources()).flatMap(({ loaded }) => loaded)).toEqual([]);
  });

  test("is told of every kind in the same words: what was read, kept and left out adds up", async () => {
    await importBoundaries(await writeBoundaries(join(folder, "b.geojson")), boundaryFields);
    await importBag(await writeExtract(join(folder, "extract.zip"), { objects: town }));
    await importGrid(await writeGridFile(folder, "stedin-2024.csv", plainRows));
    await importGrid(await writeGridFile(folder, "stedin-2025.csv", [...plainRows, { ...plainRows[0]!, connections: 4 }]));
    const { loaded, homes } = await importStatus();
    expect(loaded.map(({ kind: of, scope, file, sourceDate, read, kept }) => [of, scope, file, sourceDate, read, kept])).toEqual([
      ["bag", "GM0457", "extract.zip", "2024-01-15", 62, 60],
      ["boundaries", "GM0363 2022", "b.geojson", null, 2, 2],
      ["grid", "Stedin 2024", "stedin-2024.csv", "2024-01-01", 3, 3],
      ["grid", "Stedin 2025", "stedin-2025.csv", "2025-01-01", 4, 3],
    ]);
    for (const { read, kept, leftOut } of loaded) expect(leftOut!.reduce((sum, { count }) => sum + count, kept!)).toBe(read);
    expect(report({ kind: "status", loaded, homes })).toContain("grid Stedin 2025: 2025-01-01, from stedin-2025.csv, imported");
    expect(report({ kind: "status", loaded, homes })).toContain("  4 records read, 3 kept\n    1 left out: fewer than 10 connections\n  says something of 0 of the");
  });

  test("tells how many homes are of which type, and of how many none could be derived", async () => {
    const { loaded, homes } = await importStatus();
    const told = report({ kind: "status", loaded, homes });
    const registered = await asWorker((tx) => bulk(tx).rows<{ type: string; homes: number }>("select dwelling_type as type, count(*)::int as homes from dwelling where is_home and ended_on is null group by 1"));
    expect(homes.map(({ type, homes: count }) => [type, count]).sort()).toEqual(registered.map(({ type, homes: count }) => [type, count]).sort());
    expect(homes.find(({ type }) => type === "unknown")).toEqual({ type: "unknown", homes: 1, withoutBuilding: 1 });
    expect(told).toContain("homes by type: 18 homes, the type of 1 unknown (5.56 %)\n  flat: ");
    expect(told).toContain("\n  unknown: 1 (5.56 %), 1 of them in no building that is in use");
    const here = await asViewer({ ...people.moderatorHere, moderates: ["BU0363SE03"] }, homesByType);
    expect(here.reduce((sum, one) => sum + one.homes, 0), "a moderator those of the own neighbourhoods").toBe(3);
    expect(await asViewer({ ...people.moderatorHere, moderates: [] }, homesByType)).toEqual([]);
  });

  test("is the newest run of each, and shows a kind that nobody knows yet", async () => {
    await importGrid(await writeGridFile(folder, "stedin-2025.csv", plainRows));
    await run("weather", "2026-02-01", { areas: ["GM0002", "GM0001"], year: 2026, matched: { id: 3 }, leftOut: "none", read: "many" });
    await run("weather", "2026-03-01", { areas: ["GM0001", "GM0002"], year: 2026 });
    const { loaded, homes } = await importStatus();
    expect(loaded.map(({ kind: of, scope, read }) => [of, scope, read])).toEqual([
      ["bag", "GM0457", 62], ["boundaries", "GM0363 2022", 2], ["grid", "Stedin 2024", 3], ["grid", "Stedin 2025", 3], ["weather", "GM0001, GM0002 2026", undefined],
    ]);
    expect(loaded.at(-1)).toMatchObject({ sourceDate: "2026-03-01" });
    expect(report({ kind: "status", loaded, homes })).toContain("weather GM0001, GM0002 2026: 2026-03-01, from a.csv");
  });

  test("is told to moderators with its counts, without the examples and without what happened to households", async () => {
    const loaded = await asViewer(people.moderatorHere, loadedInFull);
    expect(loaded.map(({ kind: of }) => of)).toEqual(["bag", "boundaries", "grid", "grid", "weather"]);
    const [bag] = loaded;
    expect(Object.keys(bag!).sort()).toEqual(["file", "importedAt", "kept", "kind", "leftOut", "matched", "read", "scope", "sourceDate"]);
    expect(bag!.leftOut!.every((each) => Object.keys(each).sort().join() === "count,reason")).toBe(true);
    expect(loaded[2]).toMatchObject({ scope: "Stedin 2025", read: 3, kept: 3, leftOut: null, matched: { homes: 0 } });
    expect(loaded.at(-1)).toMatchObject({ read: null, kept: null, leftOut: null, matched: null });
  });

  test("is not told to residents or officials, who have the public page", async () => {
    for (const viewer of [people.own, people.official, people.propertyManager]) expect(await asViewer(viewer, loadedInFull)).toEqual([]);
    expect((await loadedSources()).map(({ kind: of, scope, sourceDate }) => [of, scope, sourceDate])).toContainEqual(["grid", "Stedin 2025", "2025-01-01"]);
  });

  test("is shown beside its source: the years of figures, per network operator, and the newest day", async () => {
    for (const [name, row] of [["85318NED_TypedDataSet_01022025_090000.csv", row2022()], ["85618NED_TypedDataSet_01032025_090000.csv", row2023()]] as const) await importStatline(await writeStatline(join(folder, name), [row]));
    const shown = Object.fromEntries((await shownSources()).map(({ id, loaded }) => [id, loaded.map(({ scope, years, to }) => [scope, years.join(), to])]));
    expect(shown).toEqual({
      bag: [[null, "", "2024-01-15"]], boundaries: [[null, "", null]], cbs: [], statline: [[null, "2022,2023", "2025-03-01"]], epOnline: [], grid: [["Stedin", "2024,2025", "2025-01-01"]], exampleHomes: [], pbl: [], milieuCentraal: [],
    });
  });

  test("tells a moderator and the command line of the country", async () => {
    const [year] = (await asViewer(people.moderatorHere, loadedInFull)).filter(({ kind: of }) => of === "statline");
    expect(year).toMatchObject({ scope: "Nederland 2023", sourceDate: "2025-03-01", read: 1, kept: 1, leftOut: null });
    expect(report(await importStatus())).toContain("statline Nederland 2022: 2025-02-01, from 85318NED_TypedDataSet_01022025_090000.csv");
  });
});

test("why something was left out is said in words, and a state of the register as it is", () => {
  const t = serverT("nl", "sources");
  expect(reasonWords(t, "fewer than 10 connections")).toBe("Minder dan 10 aansluitingen, dus te dicht bij één huis");
  expect(reasonWords(t, "address: its street is not in use in this file")).toBe("Adressen: De straat is niet in gebruik");
  expect(reasonWords(t, "building: Pand gesloopt")).toBe("Gebouwen: Pand gesloopt");
  expect(reasonWords(t, "something new: entirely")).toBe("something new: entirely");
});
