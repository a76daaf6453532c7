import { bagKinds, type BagKind, type BagOccurrence } from "./bag-occurrence.ts";
import { BagXmlReader } from "./bag-xml-reader.ts";
import { ImportError } from "./import-error.ts";
import type { KindSummary, Skips } from "./import-summary.ts";
import type { Extract, ExtractFile } from "./open-extract.server.ts";
import { readOccurrence, type BagRecord } from "./read-occurrence.ts";

/** So many broken records of a kind are left out and listed; more, or more than 1 % of the kind, and the file is refused. */
const TOLERATED_FAULTS = 5;

/** Without these a municipality is not whole, and what is missing would be taken for vanished. */
const REQUIRED: readonly BagKind[] = ["place", "street", "address", "building", "dwelling"];

export type Progress = (state: { records: number; bytes: number; totalBytes: number }) => void;

/** The area and date that all files of an extract agree on. */
export type ExtractHead = { areas: string[]; date: string };

/** How many objects of a kind are broken, and the first of them in words. */
type Faults = Map<BagKind, { count: number; first: string }>;

/** Where current records go: `add` takes one at once, `send` may make the reading wait. */
export type RecordSink = { add(record: BagRecord): void; send(): Promise<void> };

/**
 * Reads every file of the extract and hands its current records in use to the sink.
 * Counts into `kinds`, and lists what is left out in `skips`.
 * @returns the area ('NL' for the country, else municipality codes) and the date (StandTechnischeDatum)
 * @throws ImportError when it is no whole BAG 2.0 extract, or too many records are broken
 */
export async function readExtract(
  extract: Extract,
  kinds: Record<BagKind, KindSummary>,
  skips: Skips,
  sink: RecordSink,
  progress: Progress = () => {},
): Promise<ExtractHead> {
  const heads = new Map<string, ExtractHead>();
  const faults: Faults = new Map();
  const state = { records: 0, bytes: 0, totalBytes: extract.bytes };
  for (const file of extract.files) {
    const reader = new BagXmlReader(file.path, (object) => {
      state.records++;
      const record = judge(object, file, reader.head.date, kinds, skips, faults);
      if (record) sink.add(record);
    });
    for await (const chunk of file.read()) {
      reader.write(chunk);
      await sink.send();
      state.bytes += chunk.length;
      progress(state);
    }
    reader.end();
    if (reader.head.holdsObjects) heads.set(file.path, headOf(reader, file));
  }
  refuseIncomplete(extract, kinds);
  refuseFaulty(faults, kinds);
  return agreedHead(heads);
}

function judge(
  object: BagOccurrence,
  file: ExtractFile,
  date: string,
  kinds: Record<BagKind, KindSummary>,
  skips: Skips,
  faults: Faults,
): BagRecord | null {
  const kind = kinds[object.kind];
  kind.read++;
  const reading = readOccurrence(object, date, file.path);
  if (reading.outcome === "not current") return null;
  kind.current++;
  if (reading.outcome === "kept") return reading.record;
  if (reading.outcome === "broken") {
    const { count, first } = faults.get(object.kind) ?? { count: 0, first: `${file.path}: ${object.kind} ${object.id || "without a number"} ${reading.reason}` };
    faults.set(object.kind, { count: count + 1, first });
  }
  skips.one(object.kind, reading.reason, object.id);
  return null;
}

function headOf({ head }: BagXmlReader, file: ExtractFile): ExtractHead {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(head.date)) throw new ImportError(`${file.path}: does not say of which date it is (StandTechnischeDatum)`);
  return { areas: head.municipalities.length > 0 ? [...new Set(head.municipalities)].sort() : ["NL"], date: head.date };
}

function agreedHead(heads: Map<string, ExtractHead>): ExtractHead {
  const [[firstPath, first], ...others] = [...heads] as [[string, ExtractHead], ...[string, ExtractHead][]];
  for (const [path, head] of others) {
    if (head.date !== first.date || head.areas.join() !== first.areas.join()) {
      throw new ImportError(
        `${path}: is of ${head.areas.join()} on ${head.date}, but ${firstPath} of ${first.areas.join()} on ${first.date}; one extract has one area and date`,
      );
    }
  }
  return first;
}

function refuseIncomplete(extract: Extract, kinds: Record<BagKind, KindSummary>): void {
  const read = bagKinds.filter((kind) => kinds[kind].read > 0);
  const name = extract.name;
  if (read.length === 0) throw new ImportError(`${name}: holds no objects of the BAG`);
  const missing = REQUIRED.filter((kind) => !read.includes(kind));
  if (missing.length > 0) throw new ImportError(`${name}: is not a whole extract, it has no ${missing.join(", no ")}`);
}

function refuseFaulty(faults: Faults, kinds: Record<BagKind, KindSummary>): void {
  for (const [kind, { count, first }] of faults) {
    const { current } = kinds[kind];
    if (count <= Math.max(TOLERATED_FAULTS, current / 100)) continue;
    throw new ImportError(`${first}; ${count} of ${current} current objects of this kind are broken, too many to leave out`);
  }
}
