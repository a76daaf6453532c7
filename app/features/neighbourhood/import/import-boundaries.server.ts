import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { bulk, type BulkTx } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { copyLine } from "./copy-lines.ts";
import { hashFile } from "./hash-file.server.ts";
import { ImportError } from "./import-error.ts";
import { peakMemoryMb, type BoundariesSummary } from "./import-summary.ts";
import { indexNeighbourhoods, pointWithin, type Boundary } from "./neighbourhood-index.ts";
import { onlyImport } from "./only-import.server.ts";
import { readBoundaries, type BoundaryFields, type BoundaryRecord } from "./read-boundaries.ts";

/** GeoJSON is read whole; a file of the country is about this large. */
const LARGEST_FILE_BYTES = 400e6;

export type BoundariesImportOptions = BoundaryFields & {
  /** The year of the division; codes are reused with other boundaries in other years. */
  year: number;
  /** Who published them, for the screen; the name of the file when absent. */
  source?: string;
  /** Date from which they hold, yyyy-mm-dd. */
  sourceDate?: string;
  /** For files that do not name their (one) municipality. */
  municipalityName?: string;
  /** The file holds only a part of its municipalities: what else is known of them stays. */
  part?: boolean;
  /** Codes of neighbourhoods that residents can join from now on, or all in the file. */
  serve?: string[] | "all";
};

/**
 * Imports boundaries of neighbourhoods (GeoJSON, WGS84) in one transaction: all or nothing. The same file again changes
 * nothing; known codes are changed; what the file no longer has of its municipalities, or covers with other
 * neighbourhoods, is ended.
 * @throws ImportError in one line, with file and feature
 */
export async function importBoundaries(file: string, options: BoundariesImportOptions): Promise<BoundariesSummary> {
  const started = performance.now();
  const name = basename(file);
  const sha256 = await hashFile(file);
  if ((await stat(file)).size > LARGEST_FILE_BYTES) throw new ImportError(`${name}: is larger than ${LARGEST_FILE_BYTES / 1e6} MB; cut out the municipalities that you need`);
  const records = readBoundaries(await readFile(file, "utf8"), name, options);
  const unknown = Array.isArray(options.serve) ? options.serve.find((code) => !records.some((record) => record.code === code)) : undefined;
  if (unknown) throw new ImportError(`${name}: has no neighbourhood ${unknown} to serve`);
  return asWorker(async (worker) => {
    const tx = bulk(worker);
    await onlyImport(tx);
    await stage(tx, records);
    await mergeMunicipalities(tx, records, options);
    const counts = await mergeNeighbourhoods(tx, name, options);
    const ended = await endReplaced(tx, records, options);
    if (options.serve) {
      const codes = options.serve === "all" ? records.map(({ code }) => code) : options.serve;
      await tx.rows("update neighbourhood set served = true where code = any ($1::text[]) and not served", [codes]);
    }
    const municipalities = [...new Set(records.map(({ municipalityCode }) => municipalityCode))].sort();
    const summary: BoundariesSummary = {
      kind: "boundaries",
      file: name,
      sha256,
      sourceDate: options.sourceDate ?? null,
      year: options.year,
      municipalities,
      scope: `${municipalities.join(", ")} ${options.year}`,
      read: records.length,
      kept: records.length,
      leftOut: [],
      ...counts,
      unchanged: records.length - counts.inserted - counts.changed,
      ended,
      seconds: Math.round((performance.now() - started) / 10) / 100,
      peakMemoryMb: peakMemoryMb(),
    };
    await tx.rows(
      "insert into import_run (kind, file_name, file_sha256, source_date, finished_at, summary) values ('boundaries', $1, $2, $3, clock_timestamp(), $4::text::jsonb)",
      [name, sha256, summary.sourceDate, JSON.stringify(summary)],
    );
    return summary;
  });
}

async function stage(tx: BulkTx, records: BoundaryRecord[]): Promise<void> {
  await tx.rows(
    `create temp table next_neighbourhood (code text, name text, municipality_code text, geometry jsonb,
       min_lon double precision, min_lat double precision, max_lon double precision, max_lat double precision) on commit drop`,
  );
  const lines = records.map((record) =>
    copyLine([
      record.code, record.name, record.municipalityCode, JSON.stringify(record.geometry),
      record.minLon, record.minLat, record.maxLon, record.maxLat,
    ]),
  );
  const columns = ["code", "name", "municipality_code", "geometry", "min_lon", "min_lat", "max_lon", "max_lat"];
  await tx.copy("next_neighbourhood", columns, Buffer.from(lines.join("")));
}

async function mergeMunicipalities(tx: BulkTx, records: BoundaryRecord[], options: BoundariesImportOptions): Promise<void> {
  const names = new Map<string, string | null>();
  for (const record of records) names.set(record.municipalityCode, record.municipalityName ?? names.get(record.municipalityCode) ?? null);
  if (options.municipalityName && names.size > 1) throw new ImportError(`The file has ${names.size} municipalities, so one name cannot be given for them`);
  for (const [code, written] of names) {
    const name = options.municipalityName ?? written;
    await tx.rows(
      `insert into municipality (code, name) values ($1::text, coalesce($2::text, $1::text))
       on conflict (code) do update set name = coalesce($2::text, municipality.name) where $2::text is not null and municipality.name <> $2::text`,
      [code, name],
    );
  }
}

async function mergeNeighbourhoods(tx: BulkTx, name: string, options: BoundariesImportOptions): Promise<{ inserted: number; changed: number }> {
  const parameters = [options.year, options.source ?? name, options.sourceDate ?? null];
  const changed = await tx.rows(
    `update neighbourhood t set name = n.name, municipality_code = n.municipality_code, geometry = n.geometry,
       min_lon = n.min_lon, min_lat = n.min_lat, max_lon = n.max_lon, max_lat = n.max_lat,
       year = $1::int, source = $2::text, source_date = $3::date, ended_on = null,
       map_version = t.map_version + case when t.ended_on is not null or (t.name, t.geometry) is distinct from (n.name, n.geometry) then 1 else 0 end
     from next_neighbourhood n where n.code = t.code and (t.ended_on is not null or
       (t.name, t.municipality_code, t.geometry, t.year, t.source, t.source_date)
       is distinct from (n.name, n.municipality_code, n.geometry, $1::int, $2::text, $3::date))
     returning t.code`,
    parameters,
  );
  const inserted = await tx.rows(
    `insert into neighbourhood (code, year, name, municipality_code, geometry, min_lon, min_lat, max_lon, max_lat, source, source_date)
     select code, $1::int, name, municipality_code, geometry, min_lon, min_lat, max_lon, max_lat, $2::text, $3::date
     from next_neighbourhood n where not exists (select from neighbourhood t where t.code = n.code)
     returning code`,
    parameters,
  );
  return { inserted: inserted.length, changed: changed.length };
}

/** Ends what the file replaces: the rest of its municipalities (unless it is a part) and what its boundaries cover. */
async function endReplaced(tx: BulkTx, records: BoundaryRecord[], options: BoundariesImportOptions): Promise<number> {
  const others = await tx.rows<Boundary & { municipality: string | null }>(
    `select code, municipality_code as municipality, geometry from neighbourhood t
     where ended_on is null and not exists (select from next_neighbourhood n where n.code = t.code)`,
  );
  const covered = indexNeighbourhoods(records);
  const municipalities = new Set<string | null>(records.map(({ municipalityCode }) => municipalityCode));
  const ended = others
    .filter((other) => (!options.part && municipalities.has(other.municipality)) || covered.at(...pointWithin(other.geometry)) !== null)
    .map(({ code }) => code);
  await tx.rows("update neighbourhood set ended_on = coalesce($2::date, current_date) where code = any ($1::text[])", [ended, options.sourceDate ?? null]);
  return ended.length;
}
