import type { ShownIndicator } from "./indicator-groups.ts";
import type { Area, AreaYear } from "./areas-here.server.ts";

/** Why there is no figure: CBS gives none for this area, or the file of that year has no such column or cell. */
export type Missing = "withheld" | "absent";
export type Figure = { value: number } | { missing: Missing };

/** Figures of one year side by side: a list per indicator, in the order of the areas. */
export type FiguresOfYear<Indicator extends ShownIndicator = ShownIndicator> = { year: number; sources: string[]; newestYear: number; rows: { indicator: Indicator; figures: Figure[] }[] };

/** @param row the figures of an area in a year; undefined where that area has none of the year */
export function figureOf(row: AreaYear | undefined, indicator: ShownIndicator): Figure {
  const value = row?.figures[indicator];
  if (value !== undefined) return { value };
  const reason = row?.unknown[indicator];
  return { missing: reason === undefined || reason === "empty" ? "absent" : "withheld" };
}

/**
 * Figures that belong together, all of one year: the newest in which the neighbourhood has any of them. Where it never has,
 * the newest of all, in which each says why it is missing.
 * @param areas the neighbourhood first; null when there are none
 */
export function newestFigures<Indicator extends ShownIndicator>(areas: readonly Area[], indicators: readonly Indicator[]): FiguresOfYear<Indicator> | null {
  const [own] = areas;
  const newest = own?.years[0];
  if (!own || !newest) return null;
  const chosen = own.years.find((row) => indicators.some((indicator) => "value" in figureOf(row, indicator))) ?? newest;
  return {
    year: chosen.year,
    sources: sourcesOf(areas, chosen.year),
    newestYear: newest.year,
    rows: indicators.map((indicator) => ({ indicator, figures: areas.map((area) => figureOf(yearOf(area, chosen.year), indicator)) })),
  };
}

export type YearOfFigure = { year: number; sources: string[]; figures: Figure[] };

/** One figure through the years of the neighbourhood, oldest first, beside the areas around it. */
export function throughYears(areas: readonly Area[], indicator: ShownIndicator): YearOfFigure[] {
  const own = areas[0]?.years ?? [];
  return own.toReversed().map(({ year }) => ({ year, sources: sourcesOf(areas, year), figures: areas.map((area) => figureOf(yearOf(area, year), indicator)) }));
}

/** Who published the figures of a year: of the country often another than of the areas within it. */
const sourcesOf = (areas: readonly Area[], year: number) => [...new Set(areas.flatMap((area) => yearOf(area, year)?.source ?? []))];

const yearOf = (area: Area, year: number) => area.years.find((row) => row.year === year);
