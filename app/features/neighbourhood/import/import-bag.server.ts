import { bulk, type BulkTx } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { followRegister } from "../../households/follow-register.server.ts";
import { hashFile } from "./hash-file.server.ts";
import { ImportError } from "./import-error.ts";
import { emptyKinds, kindOfDigits, peakMemoryMb, Skips, totalOf, type BagSummary } from "./import-summary.ts";
import { joinUnits } from "./join-units.server.ts";
import { loadNeighbourhoods } from "./load-neighbourhoods.server.ts";
import { endVanished, mergeRegister, registerTables, type Coverage } from "./merge-register.server.ts";
import { onlyImport } from "./only-import.server.ts";
import { openExtract, type Extract } from "./open-extract.server.ts";
import { readExtract, type ExtractHead, type Progress } from "./read-extract.server.ts";
import { recordImport } from "./record-import.server.ts";
import { shapeRegister } from "./shape-register.server.ts";
import { Staging } from "./staging.server.ts";
import { touchNeighbourhoods } from "./touch-neighbourhoods.server.ts";
import { typeBuildings } from "./type-buildings.server.ts";

export type BagImportOptions = {
  /** Municipality codes that were merged into the one of the file: it ends what vanished of theirs too. */
  replaces?: string[];
  /** Also import a file that is older than what was imported of its area. */
  acceptOlder?: boolean;
  progress?: Progress;
};

/** Merged in this order, because each refers to those before it. */
const { street, building, dwelling, address } = registerTables;
const inOrder = [street, building, dwelling, address];

/**
 * Imports a BAG 2.0 extract of a municipality or the country into the register, in one transaction: all or nothing.
 * Current records in use are kept; the same file again changes nothing; what a later file of the same area no longer
 * has is ended as of the date of that file.
 * @throws ImportError in one line, with file and record, for a file that cannot be trusted
 */
export async function importBag(file: string, options: BagImportOptions = {}): Promise<BagSummary> {
  const started = performance.now();
  const sha256 = await hashFile(file);
  const extract = await openExtract(file);
  try {
    return await asWorker(async (tx) => {
      await onlyImport(bulk(tx));
      const summary = await importExtract(bulk(tx), extract, options);
      const households = await followRegister(tx);
      const seconds = (performance.now() - started) / 1000;
      const total = totalOf(summary.objects);
      const whole: BagSummary = {
        kind: "bag",
        file: extract.name,
        sha256,
        scope: summary.areas.join(", "),
        ...total,
        ...summary,
        households,
        megabytes: Math.round(extract.bytes / 1e5) / 10,
        seconds: Math.round(seconds * 100) / 100,
        objectsPerSecond: Math.round(total.read / seconds),
        peakMemoryMb: peakMemoryMb(),
      };
      await recordImport(bulk(tx), whole);
      return whole;
    });
  } finally {
    await extract.close();
  }
}

type Imported = Pick<BagSummary, "sourceDate" | "areas" | "objects" | "outsideBoundaries" | "neighbourhoodsChanged">;

async function importExtract(tx: BulkTx, extract: Extract, options: BagImportOptions): Promise<Imported> {
  const objects = emptyKinds();
  const skips = new Skips(objects);
  const staging = await Staging.open(tx, await loadNeighbourhoods(tx));
  let head: ExtractHead;
  try {
    head = await readExtract(extract, objects, skips, staging, options.progress);
  } finally {
    await staging.settle();
  }
  if (!options.acceptOlder) await refuseOlder(tx, extract, head);
  await staging.finish(skips);
  await joinUnits(tx, skips);
  await typeBuildings(tx);
  await shapeRegister(tx, skips);
  const outsideBoundaries = await countOutside(tx, extract, head);

  const coverage: Coverage = { area: head.areas.join(), covers: [...head.areas, ...(options.replaces ?? [])], date: head.date };
  for (const table of inOrder) await mergeRegister(tx, table, coverage);
  for (const table of inOrder) await endVanished(tx, table, coverage);
  const neighbourhoodsChanged = await touchNeighbourhoods(tx);
  await countChanges(tx, objects);
  return { sourceDate: head.date, areas: head.areas, objects, outsideBoundaries, neighbourhoodsChanged };
}

async function refuseOlder(tx: BulkTx, extract: Extract, { areas, date }: ExtractHead): Promise<void> {
  const [newer] = await tx.rows<{ file_name: string; source_date: string }>(
    `select file_name, source_date::text from import_run
     where kind = 'bag' and source_date > $1::date
     and ('NL' = any ($2::text[]) or summary->'areas' ? 'NL' or jsonb_exists_any(summary->'areas', $2::text[]))
     order by source_date desc limit 1`,
    [date, areas],
  );
  if (newer) {
    throw new ImportError(`${extract.name}: is of ${date}, older than ${newer.file_name} of ${newer.source_date} that was imported before (--accept-older imports it all the same)`);
  }
}

async function countOutside(tx: BulkTx, extract: Extract, { areas }: ExtractHead): Promise<BagSummary["outsideBoundaries"]> {
  const [counts] = await tx.rows<{ buildings: number; dwellings: number; inside: number }>(
    `select (select count(*) from next_building where neighbourhood_code is null)::int as buildings,
       (select count(*) from next_dwelling where neighbourhood_code is null)::int as dwellings,
       (select count(*) from next_building where neighbourhood_code is not null)::int as inside`,
  );
  const { buildings, dwellings, inside } = counts!;
  if (inside === 0) throw new ImportError(`${extract.name}: none of its ${buildings} buildings lies within a loaded boundary; import the boundaries of ${areas.join()} first`);
  return { buildings, dwellings };
}

async function countChanges(tx: BulkTx, objects: Imported["objects"]): Promise<void> {
  const kept = inOrder.map(({ table }) => `select id, 'kept' as change from next_${table} union all select id, change from change_${table}`);
  const counts = await tx.rows<{ digits: string; change: "kept" | "inserted" | "changed" | "ended"; count: number }>(
    `select substr(id, 5, 2) as digits, change, count(*)::int as count
     from (${kept.join(" union all ")} union all select id, 'kept' from staged_place) as each group by 1, 2`,
  );
  for (const { digits, change, count } of counts) objects[kindOfDigits(digits)][change] += count;
  for (const kind of Object.values(objects)) kind.unchanged = kind.kept - kind.inserted - kind.changed;
  objects.place.unchanged = 0;
}
