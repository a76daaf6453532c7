import { involvements } from "../../../../db/schema/choices.ts";
import { measureKinds } from "../../measures/catalogue.ts";
import { MOST_TABLES } from "./budget.ts";

/** A one-way table. Its cells are known before anybody answered: a cell that appears with its first household would tell of it. */
export type Table = {
  readonly key: string;
  readonly cells: readonly string[];
  /** Never says a number, whatever takes part. */
  readonly yesNo?: true;
};

/** The tables of every release, fixed. A dwelling is in one cell of reach, of involvement and of conversion. */
export const releaseTables: readonly Table[] = [
  { key: "reach", cells: ["letter", "vouch", "door", "paper"] },
  { key: "involvement", cells: involvements },
  { key: "measures", cells: measureKinds },
  { key: "wishes", cells: measureKinds },
  // The furthest step: who decided was approached, and who did something decided.
  { key: "conversion", cells: ["approached", "decided", "done"] },
  { key: "purchases", cells: ["joined"], yesNo: true },
];

/** @throws RangeError when there are more tables than a release may have, or one twice, or a cell twice */
export function checkTables(tables: readonly Table[]): void {
  const cells = tables.flatMap(({ key, cells }) => cells.map((cell) => cellName(key, cell)));
  if (tables.length > MOST_TABLES) throw new RangeError(`A release has ${MOST_TABLES} tables at most.`);
  if (new Set(tables.map(({ key }) => key)).size < tables.length || new Set(cells).size < cells.length) throw new RangeError("A table or cell is there twice.");
}

/** One name for a cell among those of all tables. */
export function cellName(table: string, cell: string): string {
  return `${table}/${cell}`;
}
