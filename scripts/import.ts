import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { closeDatabase, database } from "../db/client.server.ts";
import { hasTables } from "../db/has-tables.ts";
import { migrate } from "../db/migrate.ts";
import { ImportError } from "../app/features/neighbourhood/import/import-error.ts";
import type { BagSummary, BoundariesSummary } from "../app/features/neighbourhood/import/import-summary.ts";
import type { CbsSummary } from "../app/features/neighbourhood/import/cbs/cbs-summary.ts";
import { report } from "../app/features/neighbourhood/import/import-report.ts";
import { progressLine } from "../app/features/neighbourhood/import/progress-line.ts";

const usage = `Usage:
  npm run import -- boundaries FILE.geojson --code-field FIELD --name-field FIELD --year YYYY
      [--source TEXT] [--date YYYY-MM-DD] [--municipality NAME] [--part] [--serve all|CODE,CODE] [--json]
  npm run import -- bag FILE.zip [--replaces GM0457,GM0424] [--accept-older] [--json]
  npm run import -- cbs FILE.gpkg|FILE.geojson [--year YYYY] [--municipality GM0233,NAME] [--serve all|CODE,CODE] [--json]

Reads into the database at DATABASE_URL, else into the embedded one in DATA_DIR (.data).`;

// An import makes much garbage that dies young. V8 would let the heap grow to some 100 MB before it looks; told not to
// wait so long it stays under 30 MB and takes no more time. Set at once, before the heap has grown.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=50");

const { values, positionals } = parseArguments();

try {
  const run = commandOf(positionals);
  await prepareDatabase();
  const summary = await run();
  console.log(report(summary));
  if (values.json) console.log(JSON.stringify(summary));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

/** What was asked for, checked before a database is opened. @throws ImportError with how to ask for it */
function commandOf([kind, file, ...rest]: string[]): () => Promise<BagSummary | BoundariesSummary | CbsSummary> {
  if (file && rest.length === 0) {
    if (kind === "bag") return () => bag(file);
    if (kind === "boundaries") return boundaries(file);
    if (kind === "cbs") return cbs(file);
  }
  throw new ImportError(usage);
}

async function bag(path: string): Promise<BagSummary> {
  const { importBag } = await import("../app/features/neighbourhood/import/import-bag.server.ts");
  const line = progressLine(process.stderr);
  try {
    return await importBag(path, { replaces: list(values.replaces), acceptOlder: values["accept-older"], progress: line.progress });
  } finally {
    line.end();
  }
}

function boundaries(path: string): () => Promise<BoundariesSummary> {
  const { "code-field": codeField, "name-field": nameField, date: sourceDate, source, part } = values;
  if (!codeField || !nameField || !/^\d{4}$/.test(values.year ?? "")) throw new ImportError(`boundaries needs --code-field, --name-field and --year\n${usage}`);
  if (sourceDate && !/^\d{4}-\d{2}-\d{2}$/.test(sourceDate)) throw new ImportError(`--date ${sourceDate} is not a date like 2022-03-24`);
  return async () => {
    const { importBoundaries } = await import("../app/features/neighbourhood/import/import-boundaries.server.ts");
    return importBoundaries(path, { codeField, nameField, year: Number(values.year), source, sourceDate, municipalityName: values.municipality, part, serve: served() });
  };
}

function cbs(path: string): () => Promise<CbsSummary> {
  if (values.year && !/^\d{4}$/.test(values.year)) throw new ImportError(`--year ${values.year} is not a year like 2024`);
  return async () => {
    const { importCbs } = await import("../app/features/neighbourhood/import/cbs/import-cbs.server.ts");
    const line = progressLine(process.stderr);
    try {
      return await importCbs(path, { year: values.year ? Number(values.year) : undefined, municipalities: list(values.municipality), serve: served(), progress: line.progress });
    } finally {
      line.end();
    }
  };
}

/** The embedded database is made and kept up to date here; a server is migrated by its owner. */
async function prepareDatabase(): Promise<void> {
  const connection = await open();
  if (connection.kind === "pglite") await migrate(connection);
  else if (!(await hasTables(connection))) throw new ImportError("The database has no tables yet: run npm run migrate first");
}

async function open() {
  try {
    return await database();
  } catch (error) {
    throw new ImportError((error as Error).message);
  }
}

function parseArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "code-field": { type: "string" },
        "name-field": { type: "string" },
        year: { type: "string" },
        source: { type: "string" },
        date: { type: "string" },
        municipality: { type: "string" },
        part: { type: "boolean" },
        serve: { type: "string" },
        replaces: { type: "string" },
        "accept-older": { type: "boolean" },
        json: { type: "boolean" },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(1);
  }
}

function served(): string[] | "all" | undefined {
  return values.serve === "all" ? "all" : list(values.serve);
}

function list(written: string | undefined): string[] | undefined {
  return written?.split(",").map((each) => each.trim());
}
