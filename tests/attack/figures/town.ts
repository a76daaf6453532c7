import type { Book, Quarter } from "../../../app/features/insights/release/book.ts";
import type { Sheet } from "../../../app/features/insights/release/draw-sheet.ts";
import type { Fact, FrozenRow } from "../../../app/features/insights/release/frozen-row.ts";
import { prepareNeighbourhood, type Sources } from "../../../app/features/insights/release/prepare-neighbourhood.server.ts";
import { publishRelease } from "../../../app/features/insights/release/publish-release.ts";
import { readRelease } from "../../../app/features/insights/release/read-release.ts";
import type { Table } from "../../../app/features/insights/release/tables.ts";
import { involvements } from "../../../db/schema/choices.ts";
import { measureKinds } from "../../../app/features/measures/catalogue.ts";

export const neighbourhood = "BU03630101";
export const district = "WK036301";
export const secret = Buffer.from("a secret of the tests, 32 bytes.");

/** Six tables at once, in which a household has most to lose. They are not published so (they take turns), and are attacked so. */
export const sixTables: readonly Table[] = [
  { key: "reach", cells: ["letter", "vouch", "door", "paper"] },
  { key: "involvement", cells: involvements },
  { key: "measures", cells: measureKinds },
  { key: "wishes", cells: measureKinds },
  { key: "conversion", cells: ["approached", "decided", "done"] },
  { key: "purchases", cells: ["joined"], yesNo: true },
];

/** Facts by their names, such as `measures/glazing`; one that was changed ends in `*`. */
export function facts(...names: string[]): Fact[] {
  return names.map((name) => {
    const [table, cell] = name.replace("*", "").split("/") as [string, string];
    return { table, cell, changed: name.endsWith("*") };
  });
}

export function row(dwelling: string, own: readonly Fact[], area: { neighbourhood?: string; district?: string } = {}): FrozenRow {
  return { dwelling, neighbourhood, district, ...area, facts: own };
}

/** So many households that answer the same. */
export function rows(name: string, count: number, own: readonly Fact[], area = {}): FrozenRow[] {
  return Array.from({ length: count }, (_, index) => row(`${name}${index}`, own, area));
}

export type Quarterly = { quarter?: Quarter; dwellings?: number; tables?: readonly Table[]; area?: string; of?: string };

/** What the two moderators do: prepare and publish. The sheet is null where too few take part. */
export function release(book: Book, all: readonly FrozenRow[], sources: Sources, { quarter = "2026-Q4", dwellings = 400, tables = sixTables, area = neighbourhood, of = district }: Quarterly = {}): { book: Book; sheet: Sheet | null } {
  const prepared = prepareNeighbourhood(book, { neighbourhood: area, district: of, quarter, dwellings, rows: all, by: "moderator 1", tables }, sources);
  if ("refused" in prepared) throw new Error(`Preparing was refused: ${prepared.refused}`);
  if (!prepared.preparation.sheet) return { book: prepared.book, sheet: null };
  const published = publishRelease(prepared.book, area, quarter, "moderator 2");
  if ("refused" in published) throw new Error(`Publishing was refused: ${published.refused}`);
  return { book: published.book, sheet: readRelease(published.book, area, quarter) };
}
