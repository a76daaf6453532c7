import type { DwellingType } from "../../../db/schema/choices.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { type MeasureLine, measureLines, type MeasureSubject } from "./measure-lines.ts";

export type Range = { low: number; high: number };

/** What a household reckons with: its own use of gas (m³ a year) if it says so, and a price (€ per m³). */
export type OwnNumbers = { gasM3: number | null; price: number };

/**
 * What a measure may mean for a home: gas saved (m³ a year), what that is worth (whole € a year, rounded down), cost and subsidy
 * (€, once), the wall that is reckoned with (m²), and the lines that it is from. `capped` when the own use was the limit.
 */
export type MeasureMeaning = { saving: Range; euros: Range; cost: Range; subsidy: Range; wall: Range; capped: boolean; typeKnown: boolean; lines: MeasureLine[] };

/**
 * Reads what the file of figures says of a measure in a home of this type; of an unknown type, from the lowest to the highest of
 * all types. The saving begins at nothing, because the source reckons with walls without insulation and ours may have it; it is
 * never more than what the household uses.
 * @returns null where the file has no line: then there is nothing to say
 */
export function meaningOf(kind: MeasureKind, dwellingType: DwellingType | null, own: OwnNumbers): MeasureMeaning | null {
  const typeKnown = dwellingType !== null && dwellingType !== "unknown";
  const lines = measureLines.filter((line) => line.kind === kind && (!typeKnown || line.dwellingType === dwellingType));
  if (lines.length === 0) return null;
  const most = rangeOf(lines, "saving").high;
  const high = Math.min(most, own.gasM3 ?? most);
  return {
    saving: { low: 0, high },
    euros: { low: 0, high: wholeEuros(high, own.price) },
    cost: rangeOf(lines, "cost"),
    subsidy: rangeOf(lines, "subsidy"),
    wall: rangeOf(lines, "wall"),
    capped: high < most,
    typeKnown,
    lines,
  };
}

function rangeOf(lines: MeasureLine[], subject: MeasureSubject): Range {
  const values = lines.filter((line) => line.subject === subject).map(({ value }) => value);
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** In hundredths of a cent first, because 100 × 1.15 is a little less than 115 for a computer. */
const wholeEuros = (m3: number, price: number) => Math.floor((m3 * Math.round(price * 10_000)) / 10_000);
