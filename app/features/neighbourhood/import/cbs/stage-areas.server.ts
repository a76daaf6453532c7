import type { BulkTx } from "../../../../../db/copy.server.ts";
import { CopyBatch } from "../copy-batch.ts";
import { copyLine, type CopyValue } from "../copy-lines.ts";
import { ImportError } from "../import-error.ts";
import { neighbourhoodStage } from "../merge-neighbourhoods.server.ts";
import { polygonsToGeoJson, type GeoJsonText } from "../polygon-json.ts";
import { isWithinRd, rdToWgs84, WGS84_BOUNDS } from "../rd-to-wgs84.ts";
import { makeAreaStage } from "./area-stage.server.ts";
import type { AreaFile, AreaLayer, Feature } from "./area-file.ts";
import type { CbsSummary } from "./cbs-summary.ts";
import type { CbsImportOptions } from "./import-cbs.server.ts";
import { type AreaRecord, isWaterOrAbroad, polygonFault, readArea, yearOf } from "./read-area.ts";

export type Staged = Pick<CbsSummary, "outside" | "columns"> & {
  year: number;
  municipalities: string[];
  /** Features read, and boundaries of neighbourhoods among them that were taken. */
  read: number;
  boundaries: number;
};

/**
 * Reads every layer feature by feature into temporary tables `next_area` and `next_neighbourhood`; nothing is kept here but
 * the codes. Parts that are only water or abroad make no area.
 * @throws ImportError with file, layer and feature
 */
export async function stageAreas(tx: BulkTx, file: AreaFile, options: CbsImportOptions): Promise<Staged> {
  const areas = new StageTable(tx, await makeAreaStage(tx));
  const boundaries = new StageTable(tx, neighbourhoodStage);
  const seen = new Map<string, string>();
  const municipalities = new Set<string>();
  const staged = { outside: { waterOrAbroad: 0, otherMunicipalities: 0 }, read: 0, boundaries: 0 };
  const total = file.layers.reduce((sum, { count }) => sum + count, 0);
  let year: number | null = null;
  for (const layer of file.layers) {
    let number = 0;
    for (const feature of layer.features()) {
      const label = `${file.name}: layer ${layer.name}, feature ${++number}`;
      staged.read++;
      options.progress?.({ records: staged.read, bytes: Math.floor((file.bytes * staged.read) / total), totalBytes: file.bytes });
      if (isWaterOrAbroad(feature.cells, layer.columns, label)) {
        staged.outside.waterOrAbroad++;
        continue;
      }
      const record = readArea(feature.cells, layer.columns, label);
      if (!isWanted(record, options.municipalities)) {
        staged.outside.otherMunicipalities++;
        continue;
      }
      const before = seen.get(record.code);
      if (before) throw new ImportError(`${label}: ${record.code} is in the file twice, before as ${before}`);
      seen.set(record.code, `${layer.name} ${number}`);
      year = sameYear(year, yearOf(feature.cells, layer.columns), label);
      municipalities.add(record.municipalityCode);
      const { code, level, name, parentCode, municipalityCode, figures, unknown } = record;
      await areas.add([code, level, name, parentCode, municipalityCode, JSON.stringify(figures), JSON.stringify(unknown)]);
      if (level !== "neighbourhood") continue;
      const { json, minLon, minLat, maxLon, maxLat } = boundaryOf(feature, layer, `${label}: ${code}`);
      await boundaries.add([code, name, municipalityCode, record.municipalityName, json, minLon, minLat, maxLon, maxLat]);
      staged.boundaries++;
    }
  }
  await areas.settle();
  await boundaries.settle();
  if (seen.size === 0) throw new ImportError(`${file.name}: has no area ${options.municipalities ? `in ${options.municipalities.join(", ")}` : "on land"}`);
  if (options.year && year && options.year !== year) throw new ImportError(`${file.name}: says that it is of ${year}, not of ${options.year}`);
  const known = year ?? options.year;
  if (!known) throw new ImportError(`${file.name}: does not say of which year it is (no jrstatcode); add --year YYYY`);
  return { ...staged, year: known, municipalities: [...municipalities].sort(), columns: columnsOf(file) };
}

function isWanted({ municipalityCode, municipalityName }: AreaRecord, wanted: string[] | undefined): boolean {
  return !wanted || wanted.includes(municipalityCode) || (municipalityName !== null && wanted.includes(municipalityName));
}

function sameYear(known: number | null, found: number | null, label: string): number | null {
  if (known && found && known !== found) throw new ImportError(`${label}: is of ${found}, and the features before it are of ${known}`);
  return known ?? found;
}

function boundaryOf(feature: Feature, { inRd }: AreaLayer, label: string): GeoJsonText {
  const polygons = feature.shape();
  if (typeof polygons === "string") throw new ImportError(`${label}: its boundary ${polygons}`);
  if (polygons.length === 0) throw new ImportError(`${label}: its boundary is empty`);
  for (const { rings } of polygons) {
    const fault = polygonFault(rings);
    if (fault) throw new ImportError(`${label} ${fault}`);
  }
  return polygonsToGeoJson(polygons, (x, y) => {
    if (inRd ? !isWithinRd(x, y) : !isWithinWgs84(x, y)) throw new ImportError(`${label} has a point (${x}, ${y}) outside the Netherlands in ${inRd ? "EPSG:28992 (RD New)" : "WGS84, longitude first"}`);
    return inRd ? rdToWgs84(x, y) : [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7];
  });
}

function isWithinWgs84(lon: number, lat: number): boolean {
  const { minLon, maxLon, minLat, maxLat } = WGS84_BOUNDS;
  return lon >= minLon && lon <= maxLon && lat >= minLat && lat <= maxLat;
}

function columnsOf({ layers }: AreaFile): CbsSummary["columns"] {
  const all = (of: (layer: AreaLayer) => Iterable<string>) => [...new Set(layers.flatMap((layer) => [...of(layer)]))].sort();
  return {
    figures: all(({ columns }) => [...columns.figures.values()].flat()).length,
    leftOut: all(({ columns }) => columns.leftOut),
    unknown: all(({ columns }) => columns.unknown),
  };
}

/** Sends lines to a temporary table, a batch at a time. */
class StageTable {
  private readonly batch = new CopyBatch();

  constructor(
    private readonly tx: BulkTx,
    private readonly to: { table: string; columns: readonly string[] },
  ) {}

  async add(values: readonly CopyValue[]): Promise<void> {
    const line = copyLine(values);
    if (this.batch.add(line)) return;
    await this.settle();
    if (this.batch.add(line)) return;
    await this.tx.copy(this.to.table, this.to.columns, Buffer.from(line));
  }

  async settle(): Promise<void> {
    if (this.batch.lines.length > 0) await this.tx.copy(this.to.table, this.to.columns, this.batch.lines);
    this.batch.clear();
  }
}
