import { basename } from "node:path";
import { bulk, type BulkTx } from "../../../../../db/copy.server.ts";
import { asWorker } from "../../../../../db/viewer.server.ts";
import { copyLine } from "../copy-lines.ts";
import { hashFile } from "../hash-file.server.ts";
import { ImportError } from "../import-error.ts";
import { peakMemoryMb } from "../import-summary.ts";
import { onlyImport } from "../only-import.server.ts";
import type { Progress } from "../read-extract.server.ts";
import { recordImport } from "../record-import.server.ts";
import { makeAreaStage } from "./area-stage.server.ts";
import { mergeFigures } from "./merge-figures.server.ts";
import { COUNTRY } from "./read-country.ts";
import { readStatline } from "./read-statline.server.ts";
import { statlineFigures, statlineTables, type StatlineName } from "./statline-columns.ts";
import type { StatlineSummary } from "./statline-summary.ts";

/** As CBS wants to be named (CC BY 4.0); a source ends in its year. */
const PUBLISHER = "CBS StatLine, Kerncijfers wijken en buurten";

export type StatlineImportOptions = {
  /** The year of the table, where the name of the file does not tell it. */
  year?: number;
  /** Who is named as the source, for a file that is not of CBS but in its format. */
  publisher?: string;
  progress?: Progress;
};

/**
 * Imports the key figures of the country from a table "Kerncijfers wijken en buurten" of StatLine, in one transaction: all or
 * nothing. The same file again changes nothing; figures of other years stay.
 * @param file CSV as StatLine gives it; its name begins with the number of the table, and may tell when it was downloaded
 * @throws ImportError in one line, with file and line, for a file that cannot be trusted
 */
export async function importStatline(file: string, options: StatlineImportOptions = {}): Promise<StatlineSummary> {
  const started = performance.now();
  const name = basename(file);
  const year = yearOf(name, options.year);
  const sha256 = await hashFile(file);
  const { figures, unknown, rows, header } = await readStatline(file, options.progress);
  const sourceDate = downloadDate(name);
  return asWorker(async (worker) => {
    const tx = bulk(worker);
    await onlyImport(tx);
    await refuseOlder(tx, name, year, sourceDate);
    const area = await makeAreaStage(tx);
    await tx.copy(area.table, area.columns, Buffer.from(copyLine([COUNTRY, "country", "Nederland", null, null, JSON.stringify(figures), JSON.stringify(unknown)])));
    const { country } = await mergeFigures(tx, { year, source: `${options.publisher ?? PUBLISHER} ${year}`, sourceDate });
    const summary: StatlineSummary = {
      kind: "statline",
      file: name,
      sha256,
      sourceDate,
      scope: `Nederland ${year}`,
      year,
      country,
      read: rows,
      kept: country.kept,
      leftOut: rows > 1 ? [{ reason: "a smaller area: its figures come with its boundary", count: rows - 1 }] : [],
      columns: { kept: header.figures.size, absent: (Object.keys(statlineFigures) as StatlineName[]).filter((each) => !header.figures.has(each)) },
      seconds: Math.round(performance.now() - started) / 1000,
      peakMemoryMb: peakMemoryMb(),
    };
    await recordImport(tx, summary);
    return summary;
  });
}

/** @throws ImportError when the year is not known, or is not that of the table */
function yearOf(name: string, asked: number | undefined): number {
  const table = /^(\d{5}ned)(?![a-z0-9])/i.exec(name)?.[1]?.toUpperCase();
  const known = table ? statlineTables[table] : undefined;
  if (known && asked && known !== asked) throw new ImportError(`${name}: table ${table} is of ${known}, not of ${asked}`);
  const year = known ?? asked;
  if (!year) throw new ImportError(`${name}: does not tell its year: its name does not begin with a known number of a table (85984NED is of 2024); add --year YYYY`);
  return year;
}

/** yyyy-mm-dd in "85984NED_TypedDataSet_22012025_144703.csv", or the other way around in newer ones; null where there is none. */
function downloadDate(name: string): string | null {
  const [, digits = ""] = /_(\d{8})(?:_?\d{6})?\.csv$/i.exec(name) ?? [];
  const dates = [digits.replace(/^(\d{2})(\d{2})(20\d{2})$/, "$3-$2-$1"), digits.replace(/^(20\d{2})(\d{2})(\d{2})$/, "$1-$2-$3")];
  return dates.find((date) => /^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date) && !Number.isNaN(Date.parse(date))) ?? null;
}

/** An earlier version of the same table has fewer figures; it would make known ones unknown again. */
async function refuseOlder(tx: BulkTx, name: string, year: number, date: string | null): Promise<void> {
  const [newer] = await tx.rows<{ source_date: string }>("select source_date::text from area_figure where code = $1 and year = $2::int and source_date > $3::date", [COUNTRY, year, date]);
  if (newer) throw new ImportError(`${name}: is of ${date}, older than that of ${newer.source_date} that was imported of ${year}`);
}
