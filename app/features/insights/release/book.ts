import type { Ledger } from "../budget.ts";
import type { ExactCounts } from "./count-cells.server.ts";
import type { Sheet } from "./draw-sheet.ts";

/** A calendar quarter, such as 2026-Q4. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/**
 * The quarter of a day. Releases are of the quarter in which they are prepared: who could choose another would have several at once.
 * @param day as 2026-11-22, by the clock of the database
 * @throws RangeError for another way of writing
 */
export function quarterOf(day: string): Quarter {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])-\d\d$/.exec(day) ?? [];
  if (!year || !month) throw new RangeError("A day is written as 2026-11-22.");
  return `${year as `${number}`}-Q${Math.ceil(Number(month) / 3) as 1 | 2 | 3 | 4}`;
}

/** @throws RangeError for anything else than a year of four digits and a quarter from 1 to 4 */
export function yearOf(quarter: Quarter): string {
  if (!/^\d{4}-Q[1-4]$/.test(quarter)) throw new RangeError("A quarter is written as 2026-Q4.");
  return quarter.slice(0, 4);
}

/** What was counted in a neighbourhood that was too small by itself, until its district is prepared. Never shown. */
export type Waiting = {
  readonly counts: ExactCounts;
  /** The number taking part with its noise: its budget is spent, so that the district may add these up without drawing again. */
  readonly noisedParticipants: number;
  readonly dwellings: number;
};

/** The one preparation of a neighbourhood or district in a quarter. It stays for good, whatever came of it. */
export type Preparation = {
  readonly area: string;
  readonly district: string;
  readonly quarter: Quarter;
  readonly preparedBy: string;
  /** `waiting` is for the district; `too_few` is a district of which nothing can be said; `passed` came after its district. */
  readonly state: "prepared" | "waiting" | "too_few" | "passed" | "cancelled" | "published";
  /** What the preview shows, and what is published: the same. */
  readonly sheet: Sheet | null;
  readonly waiting: Waiting | null;
  /** From 1, per area; null until published. */
  readonly number: number | null;
};

/** Who did what; for the log that residents can read. */
export type LogLine = { readonly what: "prepared" | "cancelled" | "published"; readonly area: string; readonly quarter: Quarter; readonly by: string };

/** All that is remembered between releases. */
export type Book = {
  readonly ledger: Ledger;
  /** By `bookKey`. */
  readonly preparations: Readonly<Record<string, Preparation>>;
  readonly log: readonly LogLine[];
};

export const emptyBook: Book = { ledger: {}, preparations: {}, log: [] };

/** The one preparation that there can be. */
export function bookKey(area: string, quarter: Quarter): string {
  return `${area} ${quarter}`;
}

/** Why something is not done: `once` is a second preparation, `state` the wrong moment, `two_people` the same person twice. */
export type Refusal = { readonly refused: "once" | "state" | "two_people" };

/** The book with a preparation as it became, and a line in the log. */
export function write(book: Book, preparation: Preparation, what: LogLine["what"], by: string): Book {
  const { area, quarter } = preparation;
  return {
    ...book,
    preparations: { ...book.preparations, [bookKey(area, quarter)]: preparation },
    log: [...book.log, { what, area, quarter, by }],
  };
}
