import { constants } from "node:fs";
import { chmod, copyFile, mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import sqlite from "node-sqlite3-wasm";
import { ImportError } from "../import-error.ts";
import { readGpkgGeometry } from "./gpkg-geometry.ts";
import type { AreaFile, AreaLayer, Feature } from "./area-file.ts";
import { areaColumns } from "./read-area.ts";

const MAGIC = "SQLite format 3\0";
const RD = 28992;

/** The first two bytes after the page size say how the file is written; 1 is the plain way, 2 with a log beside it. */
const WRITE_VERSION_AT = 18;

type Row = Record<string, string | number | bigint | Uint8Array | null>;

/**
 * Opens a GeoPackage of CBS. SQLite reads it page by page, so memory does not grow with the file. It works on a copy in
 * the folder for temporary files: SQLite makes a lock beside what it reads, which fails where nobody may write, and can't
 * read a file that was left in the mode with a log beside it.
 * @throws ImportError in one line, with file and layer, for what is no GeoPackage, is cut off, or has no areas in RD New
 */
export async function openGeopackage(file: string): Promise<AreaFile> {
  const name = basename(file);
  await requireWhole(file, name);
  const folder = await mkdtemp(join(tmpdir(), "buurhof-gpkg-"));
  let database: sqlite.Database | null = null;
  const close = async () => {
    if (database?.isOpen) database.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const copy = join(folder, "copy.gpkg");
    await copyFile(file, copy, constants.COPYFILE_FICLONE);
    await writePlainly(copy);
    database = new sqlite.Database(copy, { readOnly: true });
    const layers = layersOf(database, name);
    if (layers.length === 0) throw new ImportError(`${name}: has no layer with a column buurtcode, wijkcode or gemeentecode; is this CBS Wijken en Buurten?`);
    return { name, date: dateOf(database), bytes: (await stat(file)).size, layers, close };
  } catch (error) {
    await close();
    throw clear(error, name);
  }
}

async function requireWhole(file: string, name: string): Promise<void> {
  await using handle = await open(file);
  const head = Buffer.alloc(100);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  if (bytesRead < head.length || head.toString("latin1", 0, 16) !== MAGIC) throw new ImportError(`${name}: is not a GeoPackage (no SQLite file)`);
  const pageBytes = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const { size } = await handle.stat();
  const expected = head.readUInt32BE(28) * pageBytes;
  if (size < expected) throw new ImportError(`${name}: is cut off: it has ${size} of its ${expected} bytes`);
  const log = await stat(`${file}-wal`).catch(() => null);
  if (log && log.size > 0) throw new ImportError(`${name}: has changes beside it (${name}-wal); close the program that has it open`);
}

async function writePlainly(copy: string): Promise<void> {
  await chmod(copy, 0o600);
  await using handle = await open(copy, "r+");
  await handle.write(Buffer.from([1, 1]), 0, 2, WRITE_VERSION_AT);
}

function layersOf(database: sqlite.Database, name: string): AreaLayer[] {
  const found = database.all(
    `select g.table_name as layer, g.column_name as geometry, s.organization as organization, s.organization_coordsys_id as number
     from gpkg_geometry_columns g left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id order by 1`,
  ) as Row[];
  return found.flatMap(({ layer, geometry, organization, number }) => {
    const columns = (database.all(`select name from pragma_table_info(?)`, [layer as string]) as Row[]).map((row) => String(row.name));
    const known = areaColumns(columns);
    if (!known) return [];
    if (String(organization).toUpperCase() !== "EPSG" || Number(number) !== RD) {
      throw new ImportError(`${name}: layer ${layer}: is in ${organization}:${number}, and a GeoPackage of CBS must be in EPSG:28992 (RD New)`);
    }
    const table = quoted(String(layer));
    const [counted] = database.all(`select count(*) as count from ${table}`) as Row[];
    const features = () => featuresOf(database, `select * from ${table}`, String(geometry), name);
    return [{ name: String(layer), columns: known, count: Number(counted!.count), inRd: true, features }];
  });
}

function* featuresOf(database: sqlite.Database, statement: string, geometry: string, name: string): Generator<Feature> {
  const prepared = database.prepare(statement);
  try {
    for (const row of prepared.iterate() as IterableIterator<Row>) {
      const { [geometry]: shape, ...cells } = row;
      yield { cells, shape: () => (shape instanceof Uint8Array ? readGpkgGeometry(shape) : "has no geometry") };
    }
  } catch (error) {
    throw clear(error, name);
  } finally {
    prepared.finalize();
  }
}

/** Of the newest of its layers, yyyy-mm-dd. */
function dateOf(database: sqlite.Database): string | null {
  const [newest] = database.all("select max(last_change) as date from gpkg_contents") as Row[];
  return /^\d{4}-\d{2}-\d{2}/.exec(String(newest?.date ?? ""))?.[0] ?? null;
}

function clear(error: unknown, name: string): unknown {
  return error instanceof sqlite.SQLite3Error ? new ImportError(`${name}: cannot be read as a GeoPackage (${error.message})`) : error;
}

const quoted = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;
