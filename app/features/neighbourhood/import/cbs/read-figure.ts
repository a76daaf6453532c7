import type { IndicatorUnit } from "./indicators.ts";

/**
 * The numbers by which CBS says that there is no figure. What each of them stands for (secret, unknown, not possible) is
 * not told apart in its explanation of the map, so the number itself is kept as the reason.
 */
const WITHHELD = new Set([-99995, -99997, -99998, -99999997, -99999998, -99999999]);
/** In StatLine a full stop says that a figure is unknown, not reliable enough, or secret. */
const DOT = ".";

/** A figure, or why there is none: a number of CBS as text, "." or "empty". */
export type ReadFigure = { value: number } | { unknown: string };

/**
 * Reads one cell of a figure: a number, or a number as text with a point or a comma.
 * @returns a fault in words for what cannot be a figure of this unit
 */
export function readFigure(cell: unknown, unit: IndicatorUnit): ReadFigure | string {
  if (cell === null || cell === undefined) return { unknown: "empty" };
  const written = typeof cell === "string" ? cell.trim() : cell;
  if (written === "") return { unknown: "empty" };
  if (written === DOT) return { unknown: DOT };
  const value = typeof written === "string" ? fromText(written) : Number(written);
  if (typeof written === "object" || typeof written === "boolean" || !Number.isFinite(value)) return `is ${JSON.stringify(cell)}, not a number`;
  if (WITHHELD.has(value)) return { unknown: String(value) };
  if (value < 0) return `is ${value}, which is neither a figure nor a known code for "no figure"`;
  if (unit === "%" && value > 100) return `is ${value}, more than 100 %`;
  if (unit === "class" && !(Number.isInteger(value) && value >= 1 && value <= 5)) return `is ${value}, not a class from 1 to 5`;
  return { value };
}

function fromText(text: string): number {
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
}
