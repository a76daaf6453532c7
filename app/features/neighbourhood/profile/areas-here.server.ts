import { and, desc, eq, inArray } from "drizzle-orm";
import { areaFigure } from "../../../../db/schema/division.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { COUNTRY } from "../import/cbs/read-country.ts";

/** The figures of one area in one year; what has none has the reason of the importer (read-figure.ts). */
export type AreaYear = { code: string; name: string; year: number; figures: Record<string, number>; unknown: Record<string, string>; source: string };

/** An area and, newest first, its years. */
export type AreaName = Pick<Area, "level" | "name">;
export type Area = { level: "neighbourhood" | "district" | "municipality" | "country"; name: string; years: AreaYear[] };

const levels = ["neighbourhood", "district", "municipality", "country"] as const;

/**
 * The neighbourhood with the district and the municipality that its figures name, and the country, each with all of its years. An area
 * without figures is left out; without those of the neighbourhood there is nothing to compare, and the list is empty.
 */
export async function areasHere(tx: ViewerTx, neighbourhoodCode: string): Promise<Area[]> {
  const columns = { code: areaFigure.code, level: areaFigure.level, name: areaFigure.name, year: areaFigure.year, figures: areaFigure.figures, unknown: areaFigure.unknown, source: areaFigure.source };
  const own = await tx.select({ ...columns, parentCode: areaFigure.parentCode, municipalityCode: areaFigure.municipalityCode }).from(areaFigure).where(eq(areaFigure.code, neighbourhoodCode)).orderBy(desc(areaFigure.year));
  const [newest] = own;
  if (!newest) return [];
  const around = [newest.parentCode, newest.municipalityCode, COUNTRY].filter((code) => code !== null);
  const rows = await tx.select(columns).from(areaFigure).where(and(inArray(areaFigure.code, around), inArray(areaFigure.year, own.map(({ year }) => year)))).orderBy(desc(areaFigure.year));
  const all: (AreaYear & { level: Area["level"] })[] = [...own, ...rows];
  return levels.flatMap((level) => {
    const years = all.filter((row) => row.level === level).map(({ code, name, year, figures, unknown, source }) => ({ code, name, year, figures, unknown, source }));
    return years[0] ? [{ level, name: years[0].name, years }] : [];
  });
}
