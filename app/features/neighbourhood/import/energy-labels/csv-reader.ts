import { ImportError } from "../import-error.ts";

const SEMICOLON = 0x3b;
const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const NOTHING = Buffer.alloc(0);
/** More than any real record; a quote that is never closed would hold the rest of the file. */
const LONGEST_RECORD_BYTES = 64 * 1024;
const MOST_FIELDS = 512;

/** One record while it is handed out; the next one takes its place, so keep texts and never the record. */
export class CsvRecord {
  /** The line of the file on which it begins. */
  line = 1;
  /** How many fields it has. */
  length = 0;
  bytes: Buffer = NOTHING;
  readonly starts = new Int32Array(MOST_FIELDS);
  readonly ends = new Int32Array(MOST_FIELDS);
  /** 1 where two quotes in a row stand for one. */
  readonly doubled = new Uint8Array(MOST_FIELDS);

  /** The first byte of a field, quotes and white space included; 0 where it is empty or the record has no such field. */
  firstByte(field: number): number {
    return field < 0 || field >= this.length || this.starts[field] === this.ends[field] ? 0 : this.bytes[this.starts[field]!]!;
  }

  /** The text of a field without white space around it; '' where the record has no such field. */
  text(field: number): string {
    if (field < 0 || field >= this.length || this.starts[field] === this.ends[field]) return "";
    const text = this.bytes.toString("utf8", this.starts[field], this.ends[field]);
    return (this.doubled[field] === 1 ? text.replaceAll('""', '"') : text).trim();
  }
}

/**
 * Reads text in UTF-8 with records on lines and `;` between fields, in pieces; a field in quotes may hold both, and `""`
 * for a quote. It marks where fields lie and makes texts of those only that are asked for, so reading costs little more
 * than looking at every byte once.
 */
export class CsvReader {
  private readonly record = new CsvRecord();
  /** What has come of a record that is not whole yet. */
  private rest: Buffer = NOTHING;
  private line = 1;

  /** @param path how the file is called in errors */
  constructor(
    private readonly path: string,
    private readonly onRecord: (record: CsvRecord) => void,
  ) {}

  /** Reads on; blank lines are passed over. @throws ImportError with the line, for text that is no such file */
  write(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = bytes.subarray(this.readRecords(bytes));
    if (this.rest.length > LONGEST_RECORD_BYTES) this.failUnfinished();
  }

  /** Ends the file; its last line may lack a newline. @throws ImportError when a record is not complete */
  end(): void {
    if (this.rest.length > 0) this.write(Buffer.from("\n"));
    if (this.rest.length > 0) this.failUnfinished();
  }

  /** @returns where the first record begins that is not whole */
  private readRecords(bytes: Buffer): number {
    const { record } = this;
    const { starts, ends, doubled } = record;
    const size = bytes.length;
    record.bytes = bytes;
    let begin = 0;
    let at = 0;
    let field = 0;
    /** Newlines within quotes. */
    let inside = 0;
    for (;;) {
      let start = at;
      let end: number;
      doubled[field] = 0;
      if (bytes[at] === QUOTE) {
        start++;
        end = bytes.indexOf(QUOTE, start);
        while (end >= 0 && bytes[end + 1] === QUOTE) {
          doubled[field] = 1;
          end = bytes.indexOf(QUOTE, end + 2);
        }
        if (end < 0) return begin;
        inside += newlines(bytes, start, end);
        at = end + 1;
        if (bytes[at] === RETURN) at++;
        if (at >= size) return begin;
        if (bytes[at] !== SEMICOLON && bytes[at] !== NEWLINE) this.fail(`has text after the quote that closes field ${field + 1}`);
      } else {
        while (at < size && bytes[at] !== SEMICOLON && bytes[at] !== NEWLINE) at++;
        if (at >= size) return begin;
        end = at > start && bytes[at] === NEWLINE && bytes[at - 1] === RETURN ? at - 1 : at;
      }
      starts[field] = start;
      ends[field] = end;
      if (++field === MOST_FIELDS) this.fail(`has more than ${MOST_FIELDS} fields`);
      if (bytes[at++] === SEMICOLON) continue;
      record.line = this.line;
      record.length = field;
      if (field > 1 || start < end) this.onRecord(record);
      this.line += 1 + inside;
      begin = at;
      field = 0;
      inside = 0;
    }
  }

  private failUnfinished(): never {
    return this.fail("has a quote that is not closed");
  }

  private fail(problem: string): never {
    throw new ImportError(`${this.path}: line ${this.line} ${problem}`);
  }
}

function newlines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** The first bytes of a file without the mark of UTF-8. */
export function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}
