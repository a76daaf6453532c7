import { type Book, bookKey, type Preparation, type Quarter, type Refusal, write, yearOf } from "./book.ts";
import type { ExactCounts } from "./count-cells.server.ts";
import { drawSheet } from "./draw-sheet.ts";
import type { RandomBytes } from "./random-bytes.server.ts";
import { releaseForm } from "./release-form.ts";
import { checkTables, type Table } from "./tables.ts";
import { tablesOf } from "./turns.ts";

export type DistrictInput = { readonly district: string; readonly quarter: Quarter; readonly by: string; readonly tables?: readonly Table[] };

/**
 * A release of the neighbourhoods of a district that were too small by themselves, together: once in a quarter. The others are
 * not in it, so that nobody counts twice, nothing is left when one is subtracted from the other, and nothing more is spent than
 * what each neighbourhood spent. What waited is forgotten.
 * @returns `state` refused when no neighbourhood waits
 */
export function prepareDistrict(book: Book, { district, quarter, by, tables = tablesOf(quarter) }: DistrictInput, random: RandomBytes): { book: Book; preparation: Preparation } | Refusal {
  checkTables(tables);
  yearOf(quarter);
  if (book.preparations[bookKey(district, quarter)]) return { refused: "once" };
  const members = Object.values(book.preparations).flatMap((one) =>
    one.district === district && one.quarter === quarter && one.state === "waiting" && one.waiting ? [{ ...one, waiting: one.waiting }] : [],
  );
  if (members.length === 0) return { refused: "state" };
  const form = releaseForm(members.reduce((sum, { waiting }) => sum + waiting.noisedParticipants, 0));
  const dwellings = members.reduce((sum, { waiting }) => sum + waiting.dwellings, 0);
  const about = { area: district, neighbourhoods: members.map(({ area }) => area).sort(), quarter, dwellings };
  const preparation: Preparation = {
    area: district,
    district,
    quarter,
    preparedBy: by,
    state: form === "too_few" ? "too_few" : "prepared",
    sheet: form === "too_few" ? null : drawSheet({ ...about, form }, tables, added(members.map(({ waiting }) => waiting.counts)), random),
    waiting: null,
    number: null,
  };
  const forgotten = Object.fromEntries(members.map((one) => [bookKey(one.area, quarter), { ...one, waiting: null }]));
  return { book: write({ ...book, preparations: { ...book.preparations, ...forgotten } }, preparation, "prepared", by), preparation };
}

function added(all: readonly ExactCounts[]): ExactCounts {
  const cells: Record<string, number> = {};
  for (const counts of all) for (const [name, count] of Object.entries(counts.cells)) cells[name] = (cells[name] ?? 0) + count;
  return { participants: all.reduce((sum, { participants }) => sum + participants, 0), cells };
}
