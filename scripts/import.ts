import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { closeDatabase, database } from "../db/client.server.ts";
import { DatabaseInUse } from "../db/connection.ts";
import { hasTables } from "../db/has-tables.ts";
import { migrate } from "../db/migrate.ts";
import { ImportError } from "../app/features/neighbourhood/import/import-error.ts";
import { report, type ImportSummary } from "../app/features/neighbourhood/import/import-report.ts";
import { progressLine } from "../app/features/neighbourhood/import/progress-line.ts";
import type { Progress } from "../app/features/neighbourhood/import/read-extract.server.ts";
import type { ImportStatus } from "../app/features/neighbourhood/import/status.server.ts";

const usage = `Usage:
  npm run import -- boundaries FILE.geojson --code-field FIELD --name-field FIELD --year YYYY
      [--source TEXT] [--date YYYY-MM-DD] [--municipality NAME] [--part] [--serve all|CODE,CODE] [--json]
  npm run import -- cbs FILE.gpkg|FILE.geojson [--year YYYY] [--municipality GM0233,NAME] [--serve all|CODE,CODE] [--json]
  npm run import -- cbs FILE.csv [--year YYYY] [--json]
  npm run import -- bag FILE.zip [--replaces GM0457,GM0424] [--accept-older] [--json]
  npm run import -- ep-online FILE.zip|FILE.csv [--date YYYY-MM-DD] [--accept-older] [--json]
  npm run import -- grid FILE.csv… [--year YYYY] [--operator NAME] [--json]
  npm run import -- status [--json]

Reads into the database at DATABASE_URL, else into the embedded one in DATA_DIR (.data).`;

type Summary = ImportSummary | ImportStatus;
type Run = () => Promise<Summary>;

/** Each checks what was asked for, before a database is opened, and says what to run. */
const commands: Readonly<Record<string, (file: string) => Run>> = { bag, boundaries, cbs, "ep-online": energyLabels };

// An import makes much garbage that dies young. V8 would let the heap grow to some 100 MB before it looks; told not to
// wait so long it stays under 30 MB and takes no more time. Set at once, before the heap has grown.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=50");

const { values, positionals } = parseArguments();

try {
  const run = commandOf(positionals);
  await prepareDatabase();
  tell(await run());
} catch (error) {
  if (!(error instanceof ImportError || error instanceof DatabaseInUse)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

function tell(summary: Summary): void {
  console.log(report(summary));
  if (values.json) console.log(JSON.stringify(summary));
}

/** @throws ImportError with how to ask for it */
function commandOf([kind, file, ...rest]: string[]): Run {
  if (values.date && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) throw new ImportError(`--date ${values.date} is not a date like 2022-03-24`);
  if (values.year && !/^\d{4}$/.test(values.year)) throw new ImportError(`--year ${values.year} is not a year like 2025`);
  if (kind === "status" && !file) return status;
  if (kind === "grid" && file) return grid([file, ...rest]);
  const command = commands[kind ?? ""];
  if (!command || !file || rest.length > 0) throw new ImportError(usage);
  return command(file);
}

function bag(path: string): Run {
  return withProgress(async (progress) => {
    const { importBag } = await import("../app/features/neighbourhood/import/import-bag.server.ts");
    return importBag(path, { replaces: list(values.replaces), acceptOlder: values["accept-older"], progress });
  });
}

function boundaries(path: string): Run {
  const { "code-field": codeField, "name-field": nameField, year, date: sourceDate, source, part } = values;
  if (!codeField || !nameField || !year) throw new ImportError(`boundaries needs --code-field, --name-field and --year\n${usage}`);
  return async () => {
    const { importBoundaries } = await import("../app/features/neighbourhood/import/import-boundaries.server.ts");
    return importBoundaries(path, { codeField, nameField, year: Number(year), source, sourceDate, municipalityName: values.municipality, part, serve: served() });
  };
}

/** Figures of areas come as a GeoPackage or GeoJSON; those of the country, which these lack, as CSV of StatLine. */
function cbs(path: string): Run {
  if (/\.csv$/i.test(path)) return statline(path);
  // Optimising SQLite's WebAssembly takes 30 MB of memory, and reading a file is over before it pays. The embedded database needs it.
  if (process.env.DATABASE_URL) setFlagsFromString("--liftoff-only");
  return withProgress(async (progress) => {
    const { importCbs } = await import("../app/features/neighbourhood/import/cbs/import-cbs.server.ts");
    return importCbs(path, { year: values.year ? Number(values.year) : undefined, municipalities: list(values.municipality), serve: served(), progress });
  });
}

function statline(path: string): Run {
  if (values.municipality || values.serve) throw new ImportError(`A table of StatLine has no boundaries, so nothing to choose or to serve\n${usage}`);
  return withProgress(async (progress) => {
    const { importStatline } = await import("../app/features/neighbourhood/import/cbs/import-statline.server.ts");
    return importStatline(path, { year: values.year ? Number(values.year) : undefined, progress });
  });
}

function energyLabels(path: string): Run {
  return withProgress(async (progress) => {
    const { importEnergyLabels } = await import("../app/features/neighbourhood/import/energy-labels/import-energy-labels.server.ts");
    return importEnergyLabels(path, { acceptOlder: values["accept-older"], date: values.date, progress });
  });
}

/** One transaction per file: what was told is in, also when a later file is refused. */
function grid([first, ...others]: string[]): Run {
  const one = (path: string) =>
    withProgress(async (progress) => {
      const { importGrid } = await import("../app/features/neighbourhood/import/grid/import-grid.server.ts");
      return importGrid(path, { year: values.year ? Number(values.year) : undefined, operator: values.operator, progress });
    })();
  return async () => {
    let last = await one(first!);
    for (const path of others) {
      tell(last);
      last = await one(path);
    }
    return last;
  };
}

async function status(): Promise<Summary> {
  const { importStatus } = await import("../app/features/neighbourhood/import/status.server.ts");
  return importStatus();
}

function withProgress(run: (progress: Progress) => Promise<Summary>): Run {
  return async () => {
    const line = progressLine(process.stderr);
    try {
      return await run(line.progress);
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
        operator: { type: "string" },
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
