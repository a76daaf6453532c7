import { and, asc, inArray } from "drizzle-orm";
import { publishedFigure, publishedRelease } from "../../../db/schema/insights.ts";
import { asInsights, type FigureReader } from "../../../db/viewer.server.ts";
import type { FigureTopic } from "./release/tables.ts";
import type { Release } from "./published/release.ts";

/**
 * Releases with their figures, by area and then from the first on: those that this reader may see, which the database decides.
 * @param reader null is everybody: what their cooperative and their municipality made public
 * @param which only of these neighbourhoods and districts, of these municipalities, with these tables; all unless said
 */
export async function readReleases(reader: FigureReader | null, { areas, municipalities, topics }: { areas?: readonly string[]; municipalities?: readonly string[]; topics?: readonly FigureTopic[] } = {}): Promise<Release[]> {
  if (areas?.length === 0 || municipalities?.length === 0) return [];
  return asInsights(async (tx) => {
    const of = (table: typeof publishedRelease | typeof publishedFigure) => and(areas ? inArray(table.area, [...areas]) : undefined, municipalities ? inArray(table.municipalityCode, [...municipalities]) : undefined);
    const releases = await tx.select(releaseColumns).from(publishedRelease).where(of(publishedRelease)).orderBy(asc(publishedRelease.area), asc(publishedRelease.number));
    const figures = await tx
      .select({ releaseId: publishedFigure.releaseId, topic: publishedFigure.topic, cell: publishedFigure.cell, kind: publishedFigure.kind, value: publishedFigure.value })
      .from(publishedFigure)
      .where(and(of(publishedFigure), topics ? inArray(publishedFigure.topic, [...topics]) : undefined))
      .orderBy(asc(publishedFigure.releaseId), asc(publishedFigure.place));
    const found = new Map<string, Release>(releases.map((release) => [release.id, { ...release, tables: [] }]));
    for (const { releaseId, topic, ...cell } of figures) {
      const tables = found.get(releaseId)?.tables;
      const table = tables?.find((one) => one.topic === topic);
      if (table) table.cells.push(cell);
      else tables?.push({ topic: topic as FigureTopic, cells: [cell] });
    }
    return [...found.values()];
  }, reader);
}

const releaseColumns = {
  id: publishedRelease.id,
  area: publishedRelease.area,
  areaName: publishedRelease.areaName,
  neighbourhoods: publishedRelease.neighbourhoods,
  quarter: publishedRelease.quarter,
  number: publishedRelease.number,
  form: publishedRelease.form,
  dwellings: publishedRelease.dwellings,
  preparedOn: publishedRelease.preparedOn,
  publishedOn: publishedRelease.publishedOn,
};
