import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { town, writeBoundaries } from "../tests/support/bag-town.ts";
import { plainRows, writeGridFile } from "../tests/support/make-grid-files.ts";
import { writeExtract } from "../tests/support/make-extract.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-command-"))));
afterAll(() => rm(folder, { recursive: true }));

type Outcome = { code: number; out: string; err: string };

/** `npm run import` in a process of its own, on an embedded database in the test's folder. */
function run(...words: string[]): Promise<Outcome> {
  const { DATABASE_URL: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "scripts/import.ts", ...words], { env: { ...env, DATA_DIR: join(folder, "data") } }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

test("imports boundaries and an extract, with progress beside the summary", { timeout: 240_000 }, async () => {
  const early = await run("bag", await writeExtract(join(folder, "extract.zip"), { objects: town }));
  expect(early).toMatchObject({ code: 1, out: "" });
  expect(early.err).toContain("No boundaries of neighbourhoods are loaded: run npm run import -- boundaries FILE.geojson first");

  const boundaries = await run("boundaries", await writeBoundaries(join(folder, "b.geojson")), "--code-field", "cbsCode", "--name-field", "naam", "--year", "2022", "--serve", "all", "--json");
  expect(boundaries.code).toBe(0);
  expect(JSON.parse(lastLine(boundaries.out))).toMatchObject({ kind: "boundaries", inserted: 2 });

  const bag = await run("bag", join(folder, "extract.zip"), "--json");
  expect(bag.code).toBe(0);
  expect(JSON.parse(lastLine(bag.out))).toMatchObject({ kind: "bag", file: "extract.zip", objects: { building: { inserted: 16 } }, neighbourhoodsChanged: ["BU0363SE02", "BU0363SE03"] });
  expect(bag.out).toContain("building 17 read, 17 current, 16 kept: 16 inserted, 0 changed, 0 unchanged, 0 ended");
  expect(bag.err).toMatch(/62 records, .* MB at .* MB\/s, read; now merging/);
});

test("imports files of network operators one after the other, and tells what is loaded of them", { timeout: 240_000 }, async () => {
  const [whole, damaged] = [await writeGridFile(folder, "stedin-2025.csv", plainRows), await writeGridFile(folder, "stedin-2024.csv", "naam;plaats\n")];
  const grid = await run("grid", whole, damaged, "--json");
  expect(grid.code).toBe(1);
  expect(grid.err).toContain("stedin-2024.csv: line 1: is neither a header with POSTCODE_VAN");
  expect(grid.out).toContain("3 rows read, 3 kept: 2 ranges of electricity and 1 of gas: 3 inserted, 0 changed, 0 unchanged, 0 removed");
  expect(JSON.parse(lastLine(grid.out))).toMatchObject({ kind: "grid", file: "stedin-2025.csv", operator: "Stedin", year: 2025 });

  const status = await run("status", "--json");
  expect(status.code).toBe(0);
  expect(JSON.parse(lastLine(status.out)).loaded).toContainEqual(expect.objectContaining({ kind: "grid", scope: "Stedin 2025", read: 3, kept: 3, leftOut: [] }));
  expect(status.out).not.toContain("stedin-2024");
});

test.each<[string[], string]>([
  [[], "Usage:"],
  [["houses", "x.zip"], "Usage:"],
  [["bag"], "Usage:"],
  [["bag", "x.zip", "--fast"], "Unknown option '--fast'"],
  [["grid"], "Usage:"],
  [["grid", "a.csv", "--year", "25"], "--year 25 is not a year like 2025"],
  [["status", "now"], "Usage:"],
  [["boundaries", "b.geojson", "--year", "2022"], "boundaries needs --code-field, --name-field and --year"],
])("npm run import -- %j: one clear answer and exit code 1", { timeout: 120_000 }, async (words, answer) => {
  const outcome = await run(...words);
  expect(outcome.code).toBe(1);
  expect(outcome.err).toContain(answer);
  expect(outcome.err).not.toMatch(/^\s+at /m);
});

test("says when the embedded database is held by another process", { timeout: 120_000 }, async () => {
  const file = join(folder, "data", "in-use-by");
  await writeFile(file, String(process.ppid));
  const outcome = await run("bag", join(folder, "extract.zip"));
  await rm(file);
  expect(outcome).toMatchObject({ code: 1, err: expect.stringMatching(new RegExp(`^The database in \\S+ is in use by process ${process.ppid}\\. .*\\n$`)) });
});

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1)!;
}
