import { type Book, bookKey, type Preparation, type Quarter, type Refusal, write } from "./book.ts";

/** Publishes what was prepared, as it is, by somebody else than who prepared it. There is no way back. */
export function publishRelease(book: Book, area: string, quarter: Quarter, by: string): { book: Book; release: Preparation } | Refusal {
  const preparation = book.preparations[bookKey(area, quarter)];
  if (preparation?.state !== "prepared") return { refused: "state" };
  if (preparation.preparedBy === by) return { refused: "two_people" };
  const earlier = Object.values(book.preparations).filter((one) => one.area === area && one.state === "published").length;
  const release: Preparation = { ...preparation, state: "published", number: earlier + 1 };
  return { book: write(book, release, "published", by), release };
}
