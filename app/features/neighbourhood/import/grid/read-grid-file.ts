import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { ImportError } from "../import-error.ts";
import type { Skip } from "../import-summary.ts";
import type { Progress } from "../read-extract.server.ts";
import { detectDialect, type Dialect } from "./dialect.ts";
import { readLines } from "./read-lines.ts";
import { numberReader } from "./read-number.ts";
import { type GridRow, readRow } from "./read-row.ts";
import { splitFields } from "./split-fields.ts";

const EXAMPLES = 3;

/** Where rows go: `add` takes one at once, `send` may make the reading wait. */
export type GridSink = { add(row: GridRow): void; send(): Promise<void> };

/**
 * Reads a file of small connections, in any of the ways in which network operators write it, a piece at a time.
 * @returns how many rows there are, and which were left out, with the lines of the first of them
 * @throws ImportError with file and line; nothing is guessed
 */
export async function readGridFile(file: string, sink: GridSink, progress: Progress = () => {}): Promise<{ read: number; leftOut: Skip[] }> {
  const name = basename(file);
  const totalBytes = (await stat(file)).size;
  const number = numberReader();
  const skips = new Map<string, Skip>();
  let dialect: Dialect | null = null;
  let read = 0;
  const one = (line: string, at: number) => {
    dialect ??= detectDialect(line, name);
    if (at === 1 && dialect.header) return;
    const fields = splitFields(line, dialect.delimiter);
    const reading = fields ? readRow(fields, dialect, number) : { wrong: "has a quote that is not closed" };
    if ("wrong" in reading) throw new ImportError(`${name}: line ${at}: ${reading.wrong}`);
    read++;
    if ("row" in reading) return sink.add(reading.row);
    const skip = skips.get(reading.leftOut) ?? { reason: reading.leftOut, count: 0, examples: [] };
    skips.set(reading.leftOut, skip);
    if (skip.count++ < EXAMPLES) skip.examples.push(`line ${at}`);
  };
  for await (const { first, lines, bytes } of readLines(file)) {
    for (let index = 0; index < lines.length; index++) {
      if (lines[index]!.trim() !== "") one(lines[index]!, first + index);
      else if (first + index === 1) throw new ImportError(`${name}: line 1: is empty`);
    }
    await sink.send();
    progress({ records: read, bytes, totalBytes });
  }
  if (read === 0) throw new ImportError(`${name}: holds no rows`);
  return { read, leftOut: [...skips.values()] };
}
