import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { bulk, type BulkTx } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { copyLine } from "./copy-lines.ts";
import { hashFile } from "./hash-file.server.ts";
import { peakMemoryMb, type BoundariesSummary } from "./import-summary.ts";
import { makeNeighbourhoodStage, mergeNeighbourhoods, neighbourhoodStage } from "./merge-neighbourhoods.server.ts";
import { onlyImport } from "./only-import.server.ts";
import { readBoundaries, requireReadable, type BoundaryFields, type BoundaryRecord } from "./read-boundaries.ts";
import { recordImport } from "./record-import.server.ts";

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
  requireReadable((await stat(file)).size, name);
  const records = readBoundaries(await readFile(file, "utf8"), name, options);
  return asWorker(async (worker) => {
    const tx = bulk(worker);
    await onlyImport(tx);
    await makeNeighbourhoodStage(tx);
    await stage(tx, records);
    const { inserted, changed, ended, stay } = await mergeNeighbourhoods(tx, { ...options, file: name, source: options.source ?? name, sourceDate: options.sourceDate ?? null });
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
      inserted,
      changed,
      unchanged: records.length - inserted - changed - stay.filter(({ sameCode }) => sameCode).length,
      ended,
      stay,
      seconds: Math.round((performance.now() - started) / 10) / 100,
      peakMemoryMb: peakMemoryMb(),
    };
    await recordImport(tx, summary);
    return summary;
  });
}

async function stage(tx: BulkTx, records: BoundaryRecord[]): Promise<void> {
  const lines = records.map((record) =>
    copyLine([
      record.code, record.name, record.municipalityCode, record.municipalityName, JSON.stringify(record.geometry),
      record.minLon, record.minLat, record.maxLon, record.maxLat,
    ]),
  );
  await tx.copy(neighbourhoodStage.table, neighbourhoodStage.columns, Buffer.from(lines.join("")));
}
