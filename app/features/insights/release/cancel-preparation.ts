import { type Book, bookKey, type Quarter, type Refusal, write } from "./book.ts";

/** Ends a preparation that is not published. What it spent stays spent and the quarter has none other: who saw the preview knows it. */
export function cancelPreparation(book: Book, area: string, quarter: Quarter, by: string): { book: Book } | Refusal {
  const preparation = book.preparations[bookKey(area, quarter)];
  if (!preparation || preparation.state === "published" || preparation.state === "cancelled") return { refused: "state" };
  return { book: write(book, { ...preparation, state: "cancelled", sheet: null, waiting: null }, "cancelled", by) };
}
