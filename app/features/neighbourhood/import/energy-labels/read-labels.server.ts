import { ImportError } from "../import-error.ts";
import type { ExtractFile } from "../open-extract.server.ts";
import type { Progress } from "../read-extract.server.ts";
import { CsvReader, type CsvRecord, withoutMark } from "./csv-reader.ts";
import { plainName, readHeader, type LabelColumns } from "./label-columns.ts";
import { isDate, readLabel, subjectOf, WrongValue, type Label, type LabelSubject, type LeftOut } from "./read-label.ts";

/** What a file says of itself. */
export type LabelsHead = {
  /** v4 says in two lines before its header when it was published; older layouts do not. */
  layout: "v4" | "v2 or v3";
  /** yyyy-mm-dd, or null where the layout does not tell. */
  publishedOn: string | null;
  /** Whether letter and addition are one column. */
  oneSuffix: boolean;
};

/** Where labels go: `knows` whether the register may have their home, `add` takes one at once, `send` may make the reading wait. */
export type LabelSink = { knows(subject: LabelSubject): boolean; add(label: Label, line: number): void; send(): Promise<void> };

/**
 * Reads a file of labels and hands those of homes that the sink may know to it.
 * @param leaveOut hears why a row is left out
 * @returns what the file says of itself, and how many rows it has
 * @throws ImportError with file, line and column
 */
export async function readLabels(
  file: ExtractFile,
  sink: LabelSink,
  leaveOut: (reason: LeftOut) => void,
  progress: Progress = () => {},
): Promise<LabelsHead & { rows: number }> {
  const found: { head: LabelsHead | null; publishedOn: string | null; columns: LabelColumns | null } = { head: null, publishedOn: null, columns: null };
  let rows = 0;
  const reader = new CsvReader(file.path, (record) => {
    if (found.columns) {
      rows++;
      const label = judge(record, found.columns, file.path, sink);
      if (typeof label === "string") leaveOut(label);
      else sink.add(label, record.line);
      return;
    }
    refuseOtherSeparators(record, file.path);
    const name = plainName(record.text(0));
    if (name === "publicatiedatum") found.publishedOn = publicationDate(record, file.path);
    else if (name !== "laatstverwerktemutatievolgnummer") {
      const columns = readHeader(record, file.path);
      const { publishedOn } = found;
      Object.assign(found, { columns, head: { layout: publishedOn ? "v4" : "v2 or v3", publishedOn, oneSuffix: columns.houseLetter < 0 } });
    }
  });
  let bytes = 0;
  for await (const chunk of file.read()) {
    reader.write(bytes === 0 ? withoutMark(chunk) : chunk);
    await sink.send();
    bytes += chunk.length;
    progress({ records: rows, bytes, totalBytes: file.bytes });
  }
  reader.end();
  if (bytes === 0) throw new ImportError(`${file.path}: is empty`);
  if (!found.head) throw new ImportError(`${file.path}: has no line with the names of columns`);
  if (rows === 0) throw new ImportError(`${file.path}: holds no labels`);
  return { ...found.head, rows };
}

function judge(record: CsvRecord, columns: LabelColumns, path: string, sink: LabelSink): Label | LeftOut {
  if (record.length !== columns.count) throw new ImportError(`${path}: line ${record.line} has ${record.length} fields, and the header ${columns.count}`);
  const subject = subjectOf(record, columns);
  if (typeof subject === "string") return subject;
  if (!sink.knows(subject)) return "not a home in the register";
  try {
    return readLabel(record, columns, subject);
  } catch (error) {
    if (error instanceof WrongValue) throw new ImportError(`${path}: line ${record.line}: ${error.message}`);
    throw error;
  }
}

function refuseOtherSeparators(record: CsvRecord, path: string): void {
  const [, other] = /([,\t|])/.exec(record.text(0)) ?? [];
  if (record.length === 1 && other) {
    const called = { ",": "commas", "\t": "tabs", "|": "bars" }[other];
    throw new ImportError(`${path}: line ${record.line} is separated by ${called}, and a file of EP-Online by semicolons`);
  }
}

function publicationDate(record: CsvRecord, path: string): string {
  const written = record.text(1);
  const date = written.split("-").reverse().join("-");
  if (!isDate(date)) throw new ImportError(`${path}: line ${record.line}: PublicatieDatum "${written.slice(0, 40)}" is not a date (DD-MM-YYYY)`);
  return date;
}
