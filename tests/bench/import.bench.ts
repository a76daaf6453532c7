import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs, promisify } from "node:util";
import postgres from "postgres";
import type { GridSummary } from "../../app/features/neighbourhood/import/grid/import-grid.server.ts";
import type { BagSummary, BoundariesSummary } from "../../app/features/neighbourhood/import/import-summary.ts";
import { openExtract } from "../../app/features/neighbourhood/import/open-extract.server.ts";
import { connectPostgres } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import { gridDialects, plainRows } from "../support/make-grid-files.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import type { Figure } from "./main.ts";
import { multiplyExtract } from "./multiply-extract.ts";

const run = promisify(execFile);
/** Runs of the plain file on PostgreSQL, ours and GDAL's by turns; the median counts. */
const RUNS = 3;
/** Rows of a generated file of small connections: as many as a large operator has, and ten times less to compare memory. */
const GRID_ROWS = [27_000, 270_000];
const KINDS = ["WPL", "OPR", "NUM", "PND", "VBO", "LIG", "STA"];

const shared = process.env.BUURHOF_SHARED ?? join(process.cwd(), "..", "shared", "data");
const extract = join(shared, "weesp", "BAGGEM0457L-15102021.zip");
const boundaries = join(shared, "weesp", "amsterdam_gebieden_buurten_weesp.geojson");

/** A database of its own for one import; `env` leads the command to it. */
export type Target = { env: Record<string, string>; drop(): Promise<void> };

/**
 * How fast `npm run import` reads a real extract of a town (98 MB of XML, 66,073 records) and `--times` as much (ten; a hundred
 * is a million homes), on both databases, and how much memory its process takes at most; beside it, where GDAL is installed, its LVBAG driver writes
 * the same file into the same PostgreSQL. Every import is a process of its own.
 */
export async function* benchImport(): AsyncGenerator<Figure> {
  const { values } = parseArgs({ options: { times: { type: "string", default: "10" }, only: { type: "string" } }, allowPositionals: true });
  const times = Number(values.times);
  if (!values.only) yield* benchGrid();
  if (!existsSync(extract)) return console.error(`The extract of Weesp is not in ${shared}: nothing to measure. BUURHOF_SHARED says where it is.`);
  const folder = await mkdtemp(join(tmpdir(), "buurhof-bench-"));
  const large = { file: join(folder, "many-times.zip"), times };
  await multiplyExtract(extract, large.file, times);
  const server = await ensurePostgres();
  try {
    if (server.url) yield* onPostgres(server.url, folder, large);
    else console.error(server.remark);
    if (values.only === "postgres") return;
    const fresh = async () => embedded(folder);
    yield* figures("pglite", "1x", await imported(fresh, extract, 2));
    yield* figures("pglite", `${times}x`, await imported(fresh, large.file, 1));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many rows a second of a network operator's file are read, twice, and with how much memory at most. */
async function* benchGrid(): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "buurhof-bench-"));
  const server = await ensurePostgres();
  try {
    for (const rows of GRID_ROWS) {
      const file = join(folder, "stedin-2025.csv");
      await writeFile(file, gridDialects["stedin-kleinverbruikgegevens-2025.csv"](Array.from({ length: rows }, (_, index) => ({ ...plainRows[index % 3]!, area: "Stedin", ...codeOf(Math.floor(index / 2)), product: index % 2 ? "ELK" : "GAS" }))));
      for (const [database, fresh] of [["postgres", server.url ? () => onServer(server.url!) : null], ["pglite", () => embedded(folder)]] as const) {
        if (!fresh) continue;
        const target = await fresh();
        // The first run may have to make the embedded database, which takes more memory than opening it.
        await command(target, "status");
        const first = await command<GridSummary>(target, "grid", file);
        const again = await command<GridSummary>(target, "grid", file);
        await target.drop();
        yield { name: `import grid ${database} ${rows} rows`, value: first.rowsPerSecond, unit: "rows/s", seconds: first.seconds };
        yield { name: `import grid ${database} ${rows} rows again, ${again.changed} changed`, value: again.rowsPerSecond, unit: "rows/s", seconds: again.seconds };
        yield { name: `memory grid ${database} ${rows} rows`, value: first.peakMemoryMb, unit: "MB resident" };
      }
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The nth postcode of a country in which every code is in use. */
function codeOf(index: number): { from: string; to: string } {
  const letters = String.fromCharCode(65 + (Math.floor(index / 26) % 26), 65 + (index % 26));
  const code = `${1000 + Math.floor(index / 676)}${letters}`;
  return { from: code, to: code };
}

async function* onPostgres(server: string, folder: string, large: { file: string; times: number }): AsyncGenerator<Figure> {
  const fresh = () => onServer(server);
  const ours: Imported[] = [];
  const gdals: number[] = [];
  const directory = (await hasGdal()) ? await unpackedFor(folder) : null;
  for (let turn = 0; turn < RUNS; turn++) {
    ours.push(await imported(fresh, extract, 2));
    if (directory) gdals.push(await gdalSeconds(server, directory));
  }
  const middle = ours.sort((a, b) => a.first.seconds - b.first.seconds)[RUNS >> 1]!;
  yield* figures("postgres", "1x", middle);
  const gdal = gdals.sort((a, b) => a - b)[RUNS >> 1];
  if (gdal) yield { name: "import gdal lvbag 1x", value: Math.round(objectsIn(middle.first) / gdal), unit: "objects/s", seconds: round(gdal) };
  else console.error("ogr2ogr with the LVBAG driver is not installed: no comparison.");
  yield* figures("postgres", `${large.times}x`, await imported(fresh, large.file, 1));
}

type Imported = { open: BoundariesSummary; first: BagSummary; again?: BagSummary };

function* figures(database: string, size: string, { open, first, again }: Imported): Generator<Figure> {
  yield { name: `import ${database} ${size}`, value: first.objectsPerSecond, unit: "objects/s", seconds: first.seconds, megabytes: first.megabytes };
  if (again) yield { name: `import ${database} ${size} again, 0 changed`, value: again.objectsPerSecond, unit: "objects/s", seconds: again.seconds };
  yield { name: `memory ${database} ${size}`, value: first.peakMemoryMb, unit: "MB resident", aboveOpened: first.peakMemoryMb - open.peakMemoryMb };
}

/** Boundaries and then the extract, `times` over, into a fresh database. */
async function imported(fresh: () => Promise<Target>, file: string, times: number): Promise<Imported> {
  const target = await fresh();
  try {
    const load = () => command<BoundariesSummary>(target, "boundaries", boundaries, "--code-field", "cbsCode", "--name-field", "naam", "--year", "2022");
    // The first run may have to make the embedded database, which takes more memory than opening it.
    await load();
    const open = await load();
    const first = await command<BagSummary>(target, "bag", file);
    return { open, first, ...(times > 1 ? { again: await command<BagSummary>(target, "bag", file) } : {}) };
  } finally {
    await target.drop();
  }
}

export async function command<Summary>(target: Target, ...words: string[]): Promise<Summary> {
  const { DATABASE_URL: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, ["--import", "tsx", "scripts/import.ts", ...words, "--json"], { env: { ...env, ...target.env }, maxBuffer: 1e7 });
  return JSON.parse(stdout.trimEnd().split("\n").at(-1)!) as Summary;
}

export async function embedded(folder: string): Promise<Target> {
  const directory = await mkdtemp(join(folder, "pglite-"));
  return { env: { DATA_DIR: directory }, drop: () => rm(directory, { recursive: true, force: true }) };
}

export async function onServer(server: string): Promise<Target> {
  const { url, drop } = await makeDatabase(server);
  const owner = connectPostgres(url, 1);
  await migrate(owner);
  await owner.close();
  return { env: { DATABASE_URL: url }, drop };
}

async function makeDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `buurhof_bench_${randomBytes(6).toString("hex")}`;
  const administrate = async (statement: string) => {
    const client = postgres(server, { max: 1, onnotice: () => {} });
    await client.unsafe(statement).finally(() => client.end());
  };
  await administrate(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administrate(`drop database if exists ${name} with (force)`) };
}

async function hasGdal(): Promise<boolean> {
  return run("ogr2ogr", ["--formats"]).then(({ stdout }) => /LVBAG/.test(stdout) && /PostgreSQL/.test(stdout), () => false);
}

/** GDAL reads folders of XML files of one kind; unpacking them is not counted against it. */
async function unpackedFor(folder: string): Promise<string> {
  const opened = await openExtract(extract);
  for (const kind of KINDS) await mkdir(join(folder, "gdal", kind), { recursive: true });
  for (const file of opened.files) {
    const kind = KINDS.find((each) => basename(file.path).includes(each));
    if (kind) await pipeline(file.read(), createWriteStream(join(folder, "gdal", kind, basename(file.path))));
  }
  await opened.close();
  return join(folder, "gdal");
}

async function gdalSeconds(server: string, directory: string): Promise<number> {
  const { url, drop } = await makeDatabase(server);
  const { hostname, port, username, password, pathname } = new URL(url);
  const target = `PG:host=${hostname} port=${port || 5432} user=${username} dbname=${pathname.slice(1)}${password ? ` password=${password}` : ""}`;
  const started = performance.now();
  for (const kind of KINDS) await run("ogr2ogr", ["-f", "PostgreSQL", target, join(directory, kind)], { env: { ...process.env, PG_USE_COPY: "YES" } });
  const seconds = (performance.now() - started) / 1000;
  await drop();
  return seconds;
}

function objectsIn(summary: BagSummary): number {
  return Object.values(summary.objects).reduce((sum, { read }) => sum + read, 0);
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
