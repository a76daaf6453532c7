import { ChartTable } from "../../../ui/charts/chart-table.tsx";
import { Card } from "../../../ui/page.tsx";
import type { AreaName } from "./areas-here.server.ts";
import type { FiguresOfYear } from "./figures-of.ts";
import type { SingleIndicator } from "./indicator-groups.ts";
import { useFigures } from "./use-figures.ts";

/** A few numbers of the neighbourhood, large enough to be read at a glance; those of the areas around are in the table. Needs `profile`. */
export function NumbersCard({ areas, figures }: { areas: AreaName[]; figures: FiguresOfYear<SingleIndicator> }) {
  const { t, shown, nameOf, missing } = useFigures();
  const rows = figures.rows.map((row) => ({ ...row, name: t(`indicators.${row.indicator}`) }));
  const data = { series: areas.map(nameOf), rows: rows.map(({ indicator, name, figures: all }) => ({ name, values: all.map((figure) => shown(indicator, figure)) })) };
  const title = `${t("numbers.title")} (${figures.year})`;
  const notes = [...(figures.year < figures.newestYear ? [t("older", { year: figures.year, newest: figures.newestYear })] : []), ...missing(areas, rows, figures.year)];
  return (
    <Card>
      <h3 className="text-lg">{title}</h3>
      <p className="text-sm text-ink-soft">{t("numbers.about")}</p>
      <dl className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-3">
        {data.rows.map(({ name, values }) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="font-heading text-2xl font-semibold tabular-nums">{values[0]!.shown}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3">
        <ChartTable data={data} caption={title} corner={t("what")} summary={t("table")} />
      </div>
      {notes.map((note) => (
        <p key={note} className="mt-2 text-sm">{note}</p>
      ))}
      <p className="mt-2 text-sm text-ink-soft">{t("source", { source: figures.source })}</p>
    </Card>
  );
}
