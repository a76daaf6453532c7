import type { BulkTx } from "../../../../../db/copy.server.ts";
import type { FigureCounts } from "./cbs-summary.ts";
import { type FigureLevel, figureLevels } from "./read-area.ts";

/**
 * Merges temporary table `next_area` into the figures of its year: what is new is inserted, what differs is changed, what is
 * the same is left alone. Figures of other years, and of areas that the file has not, stay.
 * @param file the year, who published it, and when it was made (yyyy-mm-dd)
 */
export async function mergeFigures(tx: BulkTx, { year, source, sourceDate }: { year: number; source: string; sourceDate: string | null }): Promise<Record<FigureLevel, FigureCounts>> {
  const changed = await tx.rows<{ level: FigureLevel }>(
    `update area_figure t set level = n.level, name = n.name, parent_code = n.parent_code, municipality_code = n.municipality_code,
       figures = n.figures, unknown = n.unknown
     from next_area n where t.code = n.code and t.year = $1::int
     and (t.name, t.parent_code, t.municipality_code, t.figures, t.unknown) is distinct from (n.name, n.parent_code, n.municipality_code, n.figures, n.unknown)
     returning t.level`,
    [year],
  );
  // That a newer version confirms a figure is no change of it.
  await tx.rows("update area_figure t set source = $2, source_date = $3::date from next_area n where t.code = n.code and t.year = $1::int and (t.source, t.source_date) is distinct from ($2, $3::date)", [year, source, sourceDate]);
  const inserted = await tx.rows<{ level: FigureLevel }>(
    `insert into area_figure (code, year, level, name, parent_code, municipality_code, figures, unknown, source, source_date)
     select n.code, $1::int, n.level, n.name, n.parent_code, n.municipality_code, n.figures, n.unknown, $2, $3::date
     from next_area n where not exists (select from area_figure t where t.code = n.code and t.year = $1::int) returning level`,
    [year, source, sourceDate],
  );
  const kept = await tx.rows<{ level: FigureLevel; count: number }>("select level, count(*)::int as count from next_area group by 1");
  const of = (rows: { level: FigureLevel }[], level: FigureLevel) => rows.filter((row) => row.level === level).length;
  const counts = (level: FigureLevel): FigureCounts => {
    const all = kept.find((row) => row.level === level)?.count ?? 0;
    return { kept: all, inserted: of(inserted, level), changed: of(changed, level), unchanged: all - of(inserted, level) - of(changed, level) };
  };
  return Object.fromEntries(figureLevels.map((level) => [level, counts(level)])) as Record<FigureLevel, FigureCounts>;
}
