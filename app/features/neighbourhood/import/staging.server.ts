import type { BulkTx } from "../../../../db/copy.server.ts";
import { CopyBatch } from "./copy-batch.ts";
import { copyLine, type CopyValue } from "./copy-lines.ts";
import { areaOf, toGeoJson } from "./footprint.ts";
import type { Skips } from "./import-summary.ts";
import type { NeighbourhoodIndex } from "./neighbourhood-index.ts";
import { rdToWgs84 } from "./rd-to-wgs84.ts";
import type { BagRecord, BuildingRecord, UnitRecord } from "./read-occurrence.ts";
import { writeOutline } from "./outline.ts";
import { boxOf, centroid } from "./ring.ts";
import { skipStaged } from "./skip-staged.server.ts";

const tables = {
  staged_place: { id: "text", version: "int", name: "text" },
  staged_street: { id: "text", version: "int", name: "text", place_id: "text" },
  staged_address: {
    id: "text",
    version: "int",
    street_id: "text",
    postcode: "text",
    house_number: "int",
    house_letter: "text",
    house_addition: "text",
  },
  staged_building: {
    id: "text",
    version: "int",
    neighbourhood_code: "text",
    built_year: "smallint",
    status: "text",
    geometry: "jsonb",
    min_lon: "double precision",
    min_lat: "double precision",
    max_lon: "double precision",
    max_lat: "double precision",
    footprint_m2: "int",
    west: "double precision",
    outline: "text",
  },
  staged_unit: {
    id: "text",
    version: "int",
    kind: "text",
    neighbourhood_code: "text",
    main_address: "text",
    side_addresses: "text[]",
    building_ids: "text[]",
    area_m2: "int",
    purposes: "text[]",
    is_home: "boolean",
    status: "text",
    lon: "double precision",
    lat: "double precision",
  },
} as const;

type StagedTable = keyof typeof tables;
const stagedTables = Object.keys(tables) as StagedTable[];

/**
 * The current records of a file in temporary tables, which end with the transaction. Records are sent in batches while
 * the next ones are read; nothing is kept here, so memory does not grow with the file.
 */
export class Staging {
  private readonly filling = new Map<StagedTable, CopyBatch>();
  private readonly full: { table: StagedTable; batch: CopyBatch }[] = [];
  private readonly empty: CopyBatch[] = [];
  private sending: Promise<void> = Promise.resolve();

  private constructor(
    private readonly tx: BulkTx,
    private readonly neighbourhoods: NeighbourhoodIndex,
  ) {}

  static async open(tx: BulkTx, neighbourhoods: NeighbourhoodIndex): Promise<Staging> {
    // Temporary tables have no statistics and may be large: joins by loops over them would take minutes, and a cursor
    // is read to its end.
    await tx.rows("select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('cursor_tuple_fraction', '1', true)");
    for (const table of stagedTables) {
      const columns = Object.entries(tables[table]).map(([name, type]) => `${name} ${type}`);
      await tx.rows(`create temp table ${table} (${columns.join(", ")}) on commit drop`);
    }
    return new Staging(tx, neighbourhoods);
  }

  /** Adds a record at once; what is full waits for {@link send}. */
  add(record: BagRecord): void {
    const table = tableOf(record);
    const line = copyLine(this.valuesOf(record));
    if (this.batchOf(table).add(line)) return;
    this.full.push({ table, batch: this.batchOf(table) });
    const batch = this.empty.pop() ?? new CopyBatch();
    this.filling.set(table, batch);
    if (batch.add(line)) return;
    const large = new CopyBatch(Buffer.byteLength(line));
    large.add(line);
    this.full.push({ table, batch: large });
  }

  /** Sends what is full while the reading goes on; waits for what was sent before. */
  async send(): Promise<void> {
    for (let next = this.full.shift(); next; next = this.full.shift()) {
      const { table, batch } = next;
      await this.sending;
      this.sending = this.tx.copy(table, Object.keys(tables[table]), batch.lines).then(() => {
        batch.clear();
        this.empty.push(batch);
      });
      // Whoever awaits it next gets the error; without this line it would end the process before.
      this.sending.catch(() => {});
    }
  }

  /** Sends what waits, and keeps only the last of an object's current occurrences. */
  async finish(skips: Skips): Promise<void> {
    for (const [table, batch] of this.filling) this.full.push({ table, batch });
    this.filling.clear();
    await this.send();
    await this.settle();
    for (const table of stagedTables) {
      const condition = `exists (select from ${table} b where b.id = ${table}.id and (${table}.version, ${table}.ctid) < (b.version, b.ctid))`;
      await skipStaged(this.tx, skips, table, "another occurrence of it is current too, and newer", condition);
    }
  }

  /** Waits until nothing is being sent; needed before a transaction can be given up. */
  async settle(): Promise<void> {
    await this.sending;
  }

  private batchOf(table: StagedTable): CopyBatch {
    let batch = this.filling.get(table);
    if (!batch) this.filling.set(table, (batch = this.empty.pop() ?? new CopyBatch()));
    return batch;
  }

  private valuesOf(record: BagRecord): CopyValue[] {
    switch (record.kind) {
      case "place":
        return [record.id, record.version, record.name];
      case "street":
        return [record.id, record.version, record.name, record.placeId];
      case "address":
        return [
          record.id,
          record.version,
          record.streetId,
          record.postcode,
          record.houseNumber,
          record.houseLetter,
          record.houseAddition,
        ];
      case "building":
        return this.buildingValues(record);
      default:
        return this.unitValues(record);
    }
  }

  private buildingValues({ id, version, status, builtYear, footprint }: BuildingRecord): CopyValue[] {
    const outer = footprint.rings[0]!;
    const { json, minLon, minLat, maxLon, maxLat } = toGeoJson(footprint);
    const neighbourhood = this.neighbourhoods.at(...rdToWgs84(...centroid(outer)));
    const footprintM2 = Math.round(areaOf(footprint));
    return [
      id,
      version,
      neighbourhood,
      builtYear,
      status,
      json,
      minLon,
      minLat,
      maxLon,
      maxLat,
      footprintM2,
      boxOf(outer).minX,
      writeOutline(outer),
    ];
  }

  private unitValues(record: UnitRecord): CopyValue[] {
    const [lon, lat] = rdToWgs84(record.x, record.y);
    return [
      record.id,
      record.version,
      record.kind,
      this.neighbourhoods.at(lon, lat),
      record.mainAddress,
      record.sideAddresses,
      record.buildings,
      record.areaM2,
      record.purposes,
      record.isHome,
      record.status,
      lon,
      lat,
    ];
  }
}

function tableOf(record: BagRecord): StagedTable {
  if (record.kind === "dwelling" || record.kind === "mooring" || record.kind === "pitch") return "staged_unit";
  return `staged_${record.kind}`;
}
