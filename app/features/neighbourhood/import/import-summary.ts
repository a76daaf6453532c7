import { bagKinds, type BagKind } from "./bag-occurrence.ts";
import type { Kept } from "./propose-successions.server.ts";

const EXAMPLES = 3;

export type Skip = { reason: string; count: number; examples: string[] };

/**
 * What every import says in the same words, so that the status lists any kind without knowing it. `read` counts records in
 * the file, `kept` those that were used, `leftOut` the others by reason.
 */
export type CommonSummary = {
  kind: string;
  file: string;
  sha256: string;
  sourceDate: string | null;
  /** What the file is of, as far as a later file of the same takes its place: "GM0457", "Stedin 2025". */
  scope: string;
  read: number;
  kept: number;
  /** Without examples where one would say something of a home. */
  leftOut: { reason: string; count: number; examples?: string[] }[];
  /** How many of the homes in the register it says something of, where it is about homes. */
  matched?: { homes: number; of: number };
};

/** What became of the objects of one kind. `read` counts occurrences, so history too; the others count objects. */
export type KindSummary = {
  read: number;
  current: number;
  kept: number;
  skipped: Skip[];
  inserted: number;
  changed: number;
  unchanged: number;
  ended: number;
};

export type BagSummary = CommonSummary & {
  kind: "bag";
  sourceDate: string;
  /** Municipality codes, or ['NL']. */
  areas: string[];
  objects: Record<BagKind, KindSummary>;
  outsideBoundaries: { buildings: number; dwellings: number };
  /** Codes of the neighbourhoods whose map changed. */
  neighbourhoodsChanged: string[];
  /** Households in another street or building than before, and what they shared with one that is too small or not theirs now. */
  households: { moved: number; narrowed: number };
  megabytes: number;
  seconds: number;
  objectsPerSecond: number;
  peakMemoryMb: number;
};

export type BoundariesSummary = CommonSummary & {
  kind: "boundaries";
  year: number;
  municipalities: string[];
  inserted: number;
  changed: number;
  unchanged: number;
  ended: number;
  /** Neighbourhoods that stay as they are because households live there. */
  stay: Kept[];
  seconds: number;
  peakMemoryMb: number;
};

export function emptyKinds(): Record<BagKind, KindSummary> {
  const empty = (): KindSummary => ({ read: 0, current: 0, kept: 0, skipped: [], inserted: 0, changed: 0, unchanged: 0, ended: 0 });
  return Object.fromEntries(bagKinds.map((kind) => [kind, empty()])) as Record<BagKind, KindSummary>;
}

/** The common part of what became of all kinds together; what is over is history, or ended. */
export function totalOf(objects: Record<BagKind, KindSummary>): Pick<CommonSummary, "read" | "kept" | "leftOut"> {
  const all = bagKinds.map((kind) => ({ kind, ...objects[kind] }));
  const sum = (of: (each: KindSummary) => number) => all.reduce((total, each) => total + of(each), 0);
  const past = sum(({ read, current }) => read - current);
  return {
    read: sum(({ read }) => read),
    kept: sum(({ kept }) => kept),
    leftOut: [
      ...(past > 0 ? [{ reason: "history", count: past, examples: [] }] : []),
      ...all.flatMap(({ kind, skipped }) => skipped.map((skip) => ({ ...skip, reason: `${kind}: ${skip.reason}` }))),
    ],
  };
}

/** The kind that the fifth and sixth digit of an identification stand for. */
const KIND_OF_DIGITS: Readonly<Record<string, BagKind>> = {
  "01": "dwelling",
  "02": "mooring",
  "03": "pitch",
  "10": "building",
  "20": "address",
  "30": "street",
};

export function kindOfDigits(digits: string): BagKind {
  return KIND_OF_DIGITS[digits] ?? "place";
}

/** Adds up what is left out, per kind and reason, with the first few identifications of each. */
export class Skips {
  constructor(private readonly kinds: Record<BagKind, KindSummary>) {}

  one(kind: BagKind, reason: string, id: string): void {
    this.note(kind, reason, 1, [id]);
  }

  /** @param digits the fifth and sixth digit of the identifications */
  add(digits: string, reason: string, count: number, examples: string[]): void {
    this.note(kindOfDigits(digits), reason, count, examples);
  }

  private note(kind: BagKind, reason: string, count: number, examples: string[]): void {
    const { skipped } = this.kinds[kind];
    let skip = skipped.find((each) => each.reason === reason);
    if (!skip) skipped.push((skip = { reason, count: 0, examples: [] }));
    skip.count += count;
    if (skip.examples.length < EXAMPLES) skip.examples = [...skip.examples, ...examples].slice(0, EXAMPLES);
  }
}

export function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
