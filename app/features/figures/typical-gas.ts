import type { HomeTraits } from "../neighbourhood/homes-like-mine.server.ts";
import type { ReckonedLabel } from "../own-home/correction.ts";
import { heatingLines, type HeatingLine, type HeatingTrait, heatingTraits } from "./heating-lines.ts";

/** Facts of a home, with its energy label ("A+++" to "G") if one is known. */
export type HomeWithLabel = HomeTraits & { label: ReckonedLabel };

/** Why a trait doesn't count: the home's is not known, it has no label or one that is no longer valid, or there is no line about it. */
export type LeftOut = { trait: HeatingTrait; why: "unknown" | "none" | "expired" | "noLine" };
export type TypicalGas = { range: { low: number; high: number } | null; lines: HeatingLine[]; leftOut: LeftOut[] };

/**
 * What homes like this one used for heat in 2020, in m³ of gas a year: from the lowest to the highest average of the classes to
 * which it belongs. PBL advises ranges and no points for a home, so with fewer than two lines there is no range.
 */
export function typicalGas(home: HomeWithLabel): TypicalGas {
  const leftOut: LeftOut[] = [];
  const lines = heatingTraits.flatMap((trait) => {
    const why = whyNot(home, trait);
    const found = why ? [] : heatingLines.filter((line) => line.trait === trait && isOf(line, home));
    if (found.length === 0) leftOut.push({ trait, why: why ?? "noLine" });
    return found;
  });
  const values = lines.map(({ value }) => value);
  return { range: lines.length < 2 ? null : { low: Math.min(...values), high: Math.max(...values) }, lines, leftOut };
}

function whyNot({ dwellingType, builtYear, areaM2, label }: HomeWithLabel, trait: HeatingTrait): LeftOut["why"] | null {
  if (trait === "label") return label === null ? "unknown" : label === "none" ? "none" : label.expired ? "expired" : null;
  const known = { type: dwellingType === "unknown" ? null : dwellingType, period: builtYear, area: areaM2 }[trait];
  return known === null ? "unknown" : null;
}

function isOf(line: HeatingLine, { dwellingType, builtYear, areaM2, label }: HomeWithLabel): boolean {
  if (line.trait === "type") return line.dwellingType === dwellingType;
  if (line.trait === "period") return builtYear !== null && builtYear >= (line.from ?? 0) && builtYear <= line.to;
  if (line.trait === "label") return label !== null && label !== "none" && line.letter === label.energyClass;
  return areaM2 !== null && areaM2 >= line.from && areaM2 < line.below;
}
