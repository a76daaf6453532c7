import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { ImportError } from "../import-error.ts";

/** Longer than any line of these files, of which the longest have some 300 characters. */
const LONGEST_LINE_BYTES = 16 * 1024;
const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;
const BOM = "\uFEFF";

/** What a file begins with when it is something else than text, and what to do then. */
const NOT_TEXT: readonly [start: number[], says: string][] = [
  [[0x50, 0x4b], "is a workbook or zip file (xlsx); open it and save it as CSV, or unpack it"],
  [[0xd0, 0xcf, 0x11, 0xe0], "is an old workbook (xls); open it and save it as CSV"],
  [[0x1f, 0x8b], "is compressed (gzip); unpack it first"],
  [[0xff, 0xfe], "is written in UTF-16; save it as UTF-8"],
  [[0xfe, 0xff], "is written in UTF-16; save it as UTF-8"],
];

export type Lines = { first: number; lines: string[]; bytes: number };

/**
 * The lines of a text file in groups, without their ends and without a byte order mark; `first` counts from 1, `bytes` is
 * what was read so far. UTF-8, and Latin-1 where a group is not valid UTF-8: older files are, and have no mark of it.
 * @throws ImportError for what is not text, in one line
 */
export async function* readLines(file: string): AsyncGenerator<Lines> {
  const name = basename(file);
  let rest: Buffer = Buffer.alloc(0);
  let first = 1;
  let bytes = 0;
  const decoded = (buffer: Buffer): Lines => {
    const noText = buffer.indexOf(0);
    if (noText !== -1) throw new ImportError(`${name}: line ${first + buffer.toString("latin1", 0, noText).split("\n").length - 1}: holds bytes that are no text`);
    const text = isUtf8(buffer) ? buffer.toString("utf8") : buffer.toString("latin1");
    const lines = (first === 1 && text.startsWith(BOM) ? text.slice(1) : text).split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
    return { first, lines, bytes };
  };
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    if (bytes === 0) refuseOther(name, chunk);
    bytes += chunk.length;
    const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = whole.lastIndexOf(NEWLINE);
    if (end >= 0) {
      const group = decoded(whole.subarray(0, end));
      yield group;
      first += group.lines.length;
    }
    rest = whole.subarray(end + 1);
    if (rest.length > LONGEST_LINE_BYTES) throw new ImportError(`${name}: line ${first}: is longer than ${LONGEST_LINE_BYTES} bytes, so it is no line of a table`);
  }
  if (rest.length > 0) yield decoded(rest);
}

function refuseOther(name: string, chunk: Buffer): void {
  const other = NOT_TEXT.find(([start]) => start.every((byte, index) => chunk[index] === byte));
  if (other) throw new ImportError(`${name}: ${other[1]}`);
}
