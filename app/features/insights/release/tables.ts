import { involvements } from "../../../../db/schema/choices.ts";
import { kindsInGroup, measureKinds } from "../../measures/catalogue.ts";
import { MOST_TABLES } from "../budget.ts";

/** A one-way table. Its cells are known before anybody answered: a cell that appears with its first household would tell of it. */
export type Table = {
  readonly key: string;
  readonly cells: readonly string[];
  /** Never says a number, whatever takes part. */
  readonly yesNo?: true;
};

const insulation: readonly string[] = kindsInGroup("insulation");

/** Every table that there can be; decision 0027 says when each has its turn. */
export const figureTables = {
  /** Homes of which a household agreed to be counted. */
  taking_part: { key: "taking_part", cells: ["homes"] },
  /** How a home came in; one of these. */
  reach: { key: "reach", cells: ["letter", "vouch", "door", "paper"] },
  /** Of whoever in a home wants to do most; one of these. */
  involvement: { key: "involvement", cells: involvements },
  /** Homes that were invited, of all that there are; and of those that take part who decided something, and who did something since. */
  conversion: { key: "conversion", cells: ["approached", "decided", "done"] },
  /** Measures that were done, per kind: what keeps the warmth in, and all else. */
  insulation: { key: "insulation", cells: insulation },
  installations: { key: "installations", cells: measureKinds.filter((kind) => !insulation.includes(kind)) },
  /** Wishes for the own home, per kind. */
  wishes: { key: "wishes", cells: measureKinds },
  /** Homes that signed up for a purchase and didn't leave it; whether it is twenty, and never how many. */
  purchases: { key: "purchases", cells: ["joined"], yesNo: true },
} as const satisfies Record<string, Table>;
export type FigureTopic = keyof typeof figureTables;

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
