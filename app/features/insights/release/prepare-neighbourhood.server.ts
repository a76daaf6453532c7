import { type Book, bookKey, type Preparation, type Quarter, type Refusal, write, yearOf } from "./book.ts";
import { spend } from "../budget.ts";
import { countCells } from "./count-cells.server.ts";
import { drawSheet, noised } from "./draw-sheet.ts";
import type { FrozenRow } from "./frozen-row.ts";
import type { RandomBytes } from "./random-bytes.server.ts";
import { releaseForm } from "./release-form.ts";
import { checkTables, type Table } from "./tables.ts";
import { tablesOf } from "./turns.ts";

export type NeighbourhoodInput = {
  readonly neighbourhood: string;
  readonly district: string;
  readonly quarter: Quarter;
  /** Dwellings in the BAG. */
  readonly dwellings: number;
  /** Of the households that consented, and nobody else. */
  readonly rows: readonly FrozenRow[];
  readonly by: string;
  /** What a deed of the cooperative adds to cells, by `cellName`: homes that it invited and that don't take part. No answer of anybody is in it. */
  readonly besides?: Readonly<Record<string, number>>;
  /** Rows of the ledger by dwelling, where they were made before. */
  readonly keys?: ReadonlyMap<string, string>;
  /** Those whose turn it is in the quarter, unless said. */
  readonly tables?: readonly Table[];
};

/** What noise is drawn from, and the secret that orders cells and hides dwellings in the ledger. */
export type Sources = { readonly random: RandomBytes; readonly secret: Uint8Array };

/**
 * Freezes what a neighbourhood has and draws its noise: once in a quarter, for two draws of which one is chosen, or one draw
 * over an input that somebody added to, give the noise away. The year's budget is spent here, whatever comes of it.
 * @returns the book after it, with a sheet to publish or, with too few taking part, counts that wait for the district
 * @throws RangeError for a row of another area, or a cell that no table has
 */
export function prepareNeighbourhood(book: Book, input: NeighbourhoodInput, { random, secret }: Sources): { book: Book; preparation: Preparation } | Refusal {
  const { neighbourhood, district, quarter, dwellings, by, besides = {}, keys, tables = tablesOf(quarter) } = input;
  checkTables(tables);
  const year = yearOf(quarter);
  if (book.preparations[bookKey(neighbourhood, quarter)]) return { refused: "once" };
  if (input.rows.some((row) => row.neighbourhood !== neighbourhood || row.district !== district)) throw new RangeError("A row is of another area.");
  const { counts: answers, charged } = countCells(input.rows, tables, year, book.ledger, secret, keys);
  const counts = { ...answers, cells: Object.fromEntries(Object.entries(answers.cells).map(([name, count]) => [name, count + (besides[name] ?? 0)])) };
  const noisedParticipants = noised(counts.participants, random);
  const form = releaseForm(noisedParticipants);
  const about = { area: neighbourhood, neighbourhoods: [neighbourhood], quarter, dwellings };
  const passed = book.preparations[bookKey(district, quarter)] !== undefined;
  const preparation: Preparation = {
    area: neighbourhood,
    district,
    quarter,
    preparedBy: by,
    state: form === "too_few" ? (passed ? "passed" : "waiting") : "prepared",
    sheet: form === "too_few" ? null : drawSheet({ ...about, form }, tables, counts, random),
    waiting: form === "too_few" && !passed ? { counts, noisedParticipants, dwellings } : null,
    number: null,
  };
  return { book: write({ ...book, ledger: spend(book.ledger, charged) }, preparation, "prepared", by), preparation };
}
