import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { ImportError } from "../import-error.ts";
import { CsvReader, withoutMark } from "../energy-labels/csv-reader.ts";
import type { Progress } from "../read-extract.server.ts";
import { COUNTRY, readCountry, readStatlineHeader, type CountryFigures, type StatlineHeader } from "./read-country.ts";

/** The code of a country, municipality, district or neighbourhood; padded with spaces in the file. */
const REGION = /^(?:NL\d{2}|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/;

export type StatlineFile = CountryFigures & {
  /** Rows of areas, the country among them. */
  rows: number;
  header: StatlineHeader;
};

/**
 * Reads a table "Kerncijfers wijken en buurten" of StatLine as it is downloaded ("onbewerkte dataset", CSV in UTF-8, with `;`,
 * quotes or none), row by row, and keeps the figures of the country; those of smaller areas come from the GeoPackage.
 * @throws ImportError with file and line for what is no such table, is cut off, or has no row of the country
 */
export async function readStatline(path: string, progress: Progress = () => {}): Promise<StatlineFile> {
  const name = basename(path);
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size === 0) throw new ImportError(`${name}: is empty or cannot be opened`);
  const found: { header: StatlineHeader | null; country: CountryFigures | null; line: number } = { header: null, country: null, line: 0 };
  let rows = 0;
  const reader = new CsvReader(name, (record) => {
    const { header } = found;
    if (!header) return void (found.header = readStatlineHeader(record, name));
    const label = `${name}: line ${record.line}`;
    if (record.length !== header.count) throw new ImportError(`${label} has ${record.length} fields, and the header ${header.count}`);
    const region = record.text(header.region);
    if (!REGION.test(region)) throw new ImportError(`${label}: "${region.slice(0, 40)}" is not the code of an area (NL00, GM0363, WK0363SE or BU0363SE03)`);
    rows++;
    if (region !== COUNTRY) return;
    if (found.country) throw new ImportError(`${label}: ${COUNTRY} is in the file twice, before on line ${found.line}`);
    found.country = readCountry(record, header, label);
    found.line = record.line;
  });
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    reader.write(bytes === 0 ? withoutMark(chunk) : chunk);
    bytes += chunk.length;
    progress({ records: rows, bytes, totalBytes: size });
  }
  reader.end();
  if (!found.header) throw new ImportError(`${name}: has no line with the names of columns`);
  if (!found.country) throw new ImportError(`${name}: has no row of the country (${COUNTRY}) among its ${rows} rows`);
  return { ...found.country, rows, header: found.header };
}
