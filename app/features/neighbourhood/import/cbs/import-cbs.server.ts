import { basename } from "node:path";
import { bulk, type BulkTx } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { hashFile } from "../hash-file.server.ts";
import { ImportError } from "../import-error.ts";
import { peakMemoryMb } from "../import-summary.ts";
import { makeNeighbourhoodStage, mergeNeighbourhoods, type Merged } from "../merge-neighbourhoods.server.ts";
import { onlyImport } from "../only-import.server.ts";
import type { Progress } from "../read-extract.server.ts";
import { recordImport } from "../record-import.server.ts";
import type { AreaFile } from "./area-file.ts";
import type { CbsSummary } from "./cbs-summary.ts";
import { mergeFigures } from "./merge-figures.server.ts";
import { openGeojson } from "./open-geojson.server.ts";
import { openGeopackage } from "./open-geopackage.server.ts";
import { stageAreas, type Staged } from "./stage-areas.server.ts";

/** As CBS wants to be named (CC BY 4.0). */
const PUBLISHER = "CBS Wijken en Buurten";

export type CbsImportOptions = {
  /** The year of the figures and the division, where the file does not say it. */
  year?: number;
  /** Codes (GM0233) or names of the municipalities to take; all in the file when absent. */
  municipalities?: string[];
  /** Codes of neighbourhoods that residents can join from now on, or all that are taken. */
  serve?: string[] | "all";
  /** Who is named as the source, for a file that is not of CBS but in its format. */
  publisher?: string;
  progress?: Progress;
};

/**
 * Imports municipalities, districts and neighbourhoods of CBS with their key figures, and the boundaries of the
 * neighbourhoods, in one transaction: all or nothing. The same file again changes nothing. Figures of other years stay;
 * boundaries that are older than those in use are left out.
 * @param file a GeoPackage (.gpkg, EPSG:28992) or GeoJSON (WGS84 or EPSG:28992)
 * @throws ImportError in one line, with file, layer and feature, for a file that cannot be trusted
 */
export async function importCbs(file: string, options: CbsImportOptions = {}): Promise<CbsSummary> {
  const started = performance.now();
  const sha256 = await hashFile(file);
  const areas = await openAreas(file);
  try {
    return await asWorker(async (worker) => {
      const tx = bulk(worker);
      await onlyImport(tx);
      await makeNeighbourhoodStage(tx);
      const staged = await stageAreas(tx, areas, options);
      const source = `${options.publisher ?? PUBLISHER} ${staged.year}`;
      await refuseOlder(tx, areas, staged);
      const { country: _, ...figures } = await mergeFigures(tx, { year: staged.year, source, sourceDate: areas.date });
      const { merged, older } = await mergeBoundaries(tx, areas, staged, source, options);
      const seconds = (performance.now() - started) / 1000;
      const summary: CbsSummary = {
        kind: "cbs",
        file: areas.name,
        sha256,
        sourceDate: areas.date,
        year: staged.year,
        areas: staged.municipalities,
        figures,
        scope: `CBS ${staged.year}`,
        read: staged.read,
        kept: Object.values(figures).reduce((sum, { kept }) => sum + kept, 0),
        leftOut: reasons(staged.outside),
        outside: staged.outside,
        columns: staged.columns,
        boundaries: { read: staged.boundaries, older, inserted: merged.inserted, changed: merged.changed, ended: merged.ended, stay: merged.stay },
        seconds: Math.round(seconds * 100) / 100,
        featuresPerSecond: Math.round(staged.read / seconds),
        peakMemoryMb: peakMemoryMb(),
      };
      await recordImport(tx, summary);
      return summary;
    });
  } finally {
    await areas.close();
  }
}

function openAreas(file: string): Promise<AreaFile> {
  if (/\.gpkg$/i.test(file)) return openGeopackage(file);
  if (/\.(?:geojson|json)$/i.test(file)) return openGeojson(file);
  throw new ImportError(`${basename(file)}: is neither a GeoPackage (.gpkg) nor GeoJSON (.geojson)`);
}

function reasons({ waterOrAbroad, otherMunicipalities }: Staged["outside"]): CbsSummary["leftOut"] {
  const all = [
    { reason: "only water or abroad", count: waterOrAbroad },
    { reason: "in another municipality than was asked for", count: otherMunicipalities },
  ];
  return all.filter(({ count }) => count > 0);
}

/** An earlier version of the same year has fewer figures; it would make known ones unknown again. */
async function refuseOlder(tx: BulkTx, { name, date }: AreaFile, { year }: Staged): Promise<void> {
  const [newer] = await tx.rows<{ source_date: string }>(
    `select f.source_date::text from area_figure f join next_area n on n.code = f.code where f.year = $1 and f.source_date > $2::date order by f.source_date desc limit 1`,
    [year, date],
  );
  if (newer) throw new ImportError(`${name}: is a version of ${date}, older than that of ${newer.source_date} that was imported of ${year}`);
}

async function mergeBoundaries(tx: BulkTx, { name }: AreaFile, staged: Staged, source: string, { serve }: CbsImportOptions): Promise<{ merged: Merged; older: number }> {
  const older = await tx.rows<{ code: string }>(
    `delete from next_neighbourhood n where exists (select from neighbourhood t where t.municipality_code = n.municipality_code and t.ended_on is null and t.year > $1) returning n.code`,
    [staged.year],
  );
  if (older.length > 0 && serve) throw new ImportError(`${name}: is of ${staged.year}, older than the boundaries in use; what is served follows from those (npm run admin -- neighbourhood serve)`);
  if (staged.boundaries === older.length) return { merged: { inserted: 0, changed: 0, ended: 0, stay: [] }, older: older.length };
  const merged = await mergeNeighbourhoods(tx, { file: name, year: staged.year, source, sourceDate: `${staged.year}-01-01`, serve });
  return { merged, older: older.length };
}
