import { bulk, type BulkTx } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { hashFile } from "../hash-file.server.ts";
import { ImportError } from "../import-error.ts";
import { peakMemoryMb } from "../import-summary.ts";
import { onlyImport } from "../only-import.server.ts";
import type { Progress } from "../read-extract.server.ts";
import { recordImport } from "../record-import.server.ts";
import type { LabelsSummary } from "./labels-summary.ts";
import { chooseLabels, countLeftOut, matchLabels, mergeLabels } from "./merge-labels.server.ts";
import { openLabels, type OpenLabels } from "./open-labels.server.ts";
import { isDate, leftOutReasons, type LeftOut } from "./read-label.ts";
import { readLabels } from "./read-labels.server.ts";
import { StagedLabels } from "./stage-labels.server.ts";

export type LabelsImportOptions = {
  /** Also import a file that is older than what was imported before. */
  acceptOlder?: boolean;
  /** Of which day the file is (yyyy-mm-dd), where neither the file nor its name says so. */
  date?: string;
  progress?: Progress;
};

/**
 * Imports a whole file of energy labels (EP-Online of RVO; a CSV file or a zip with one, layout v2, v3 or v4) in one
 * transaction: all or nothing. Labels of homes in the register are kept, one per home, and of no others; the same file
 * again changes nothing; what a later file no longer has is removed.
 * @throws ImportError in one line, with file, line and column, for a file that cannot be trusted
 */
export async function importEnergyLabels(path: string, options: LabelsImportOptions = {}): Promise<LabelsSummary> {
  const started = performance.now();
  const labels = await openLabels(path);
  try {
    const sha256 = await hashFile(path);
    return await asWorker(async (worker) => {
      const tx = bulk(worker);
      await onlyImport(tx);
      const imported = await importLabels(tx, labels, options);
      const seconds = (performance.now() - started) / 1000;
      const summary: LabelsSummary = {
        kind: "ep-online",
        file: labels.name,
        sha256,
        // A file is of the whole country: a later one takes its place.
        scope: "NL",
        ...imported,
        megabytes: Math.round(labels.file.bytes / 1e5) / 10,
        seconds: Math.round(seconds * 100) / 100,
        rowsPerSecond: Math.round(imported.read / seconds),
        peakMemoryMb: peakMemoryMb(),
      };
      await recordImport(tx, summary);
      return summary;
    });
  } finally {
    await labels.close();
  }
}

type Imported = Pick<LabelsSummary, "sourceDate" | "layout" | "read" | "leftOut" | "matched" | "foundBy" | "kept" | "inserted" | "changed" | "unchanged" | "removed">;

async function importLabels(tx: BulkTx, labels: OpenLabels, options: LabelsImportOptions): Promise<Imported> {
  const homes = await homesInRegister(tx, labels);
  const counts = new Map<LeftOut, number>();
  const leaveOut = (reason: LeftOut, count = 1) => counts.set(reason, (counts.get(reason) ?? 0) + count);
  const staged = await StagedLabels.open(tx);
  let read: Awaited<ReturnType<typeof readLabels>>;
  try {
    read = await readLabels(labels.file, staged, leaveOut, options.progress);
  } finally {
    await staged.settle();
  }
  const sourceDate = dateOf(labels, read.publishedOn, options);
  if (!options.acceptOlder) await refuseOlder(tx, labels, sourceDate);
  await staged.finish();
  await matchLabels(tx, read.oneSuffix);
  await chooseLabels(tx);
  for (const { reason, count } of await countLeftOut(tx)) leaveOut(reason, count);
  const { byId, ...changes } = await mergeLabels(tx, sourceDate);
  // A file of another part of the country would take all labels away.
  if (changes.kept === 0) throw new ImportError(`${labels.name}: none of its ${read.rows} rows is the label of a home in the register`);
  return {
    sourceDate,
    layout: read.layout,
    read: read.rows,
    leftOut: leftOutReasons.flatMap((reason) => (counts.get(reason) ? [{ reason, count: counts.get(reason)! }] : [])),
    matched: { homes: changes.kept, of: homes },
    foundBy: { id: byId, address: changes.kept - byId },
    ...changes,
    unchanged: changes.kept - changes.inserted - changes.changed,
  };
}

async function homesInRegister(tx: BulkTx, { name }: OpenLabels): Promise<number> {
  const [found] = await tx.rows<{ homes: number }>("select count(*)::int as homes from dwelling where is_home and ended_on is null");
  if (found!.homes === 0) throw new ImportError(`${name}: there are no homes yet to have a label; import boundaries and a BAG extract first`);
  return found!.homes;
}

/** The day of a file: as it says itself, else as it was told, else from a name such as `v20230601_v3_csv.zip`. */
function dateOf({ name, file }: OpenLabels, publishedOn: string | null, { date }: LabelsImportOptions): string {
  if (publishedOn) return publishedOn;
  const [, year, month, day] = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(file.path) ?? [];
  const found = date ?? `${year}-${month}-${day}`;
  if (!isDate(found)) throw new ImportError(`${name}: neither its lines nor its name say of which day it is; add --date YYYY-MM-DD`);
  return found;
}

async function refuseOlder(tx: BulkTx, { name }: OpenLabels, sourceDate: string): Promise<void> {
  const [newer] = await tx.rows<{ file_name: string; source_date: string }>(
    "select file_name, source_date::text from import_run where kind = 'ep-online' and source_date > $1::date order by source_date desc limit 1",
    [sourceDate],
  );
  if (newer) {
    throw new ImportError(`${name}: is of ${sourceDate}, older than ${newer.file_name} of ${newer.source_date} that was imported before (--accept-older imports it all the same)`);
  }
}
