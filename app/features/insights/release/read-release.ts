import { type Book, bookKey, type Quarter } from "./book.ts";
import type { Sheet } from "./draw-sheet.ts";

/** What everybody reads of a release: what was stored, the same every time. Null when nothing is published. */
export function readRelease(book: Book, area: string, quarter: Quarter): Sheet | null {
  const release = book.preparations[bookKey(area, quarter)];
  return release?.state === "published" ? release.sheet : null;
}
