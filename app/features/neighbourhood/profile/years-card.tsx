import type { ReactNode } from "react";
import { LineChart } from "../../../ui/charts/line-chart.tsx";
import type { AreaName } from "./areas-here.server.ts";
import { FigureCard } from "./figure-card.tsx";
import type { YearOfFigure } from "./figures-of.ts";
import type { IndicatorThroughYears } from "./indicator-groups.ts";
import { useFigures } from "./use-figures.ts";

/** One figure through the years, beside the areas around. Needs `profile`. */
export function YearsCard({ indicator, areas, years, told }: { indicator: IndicatorThroughYears; areas: AreaName[]; years: YearOfFigure[]; told: ReactNode }) {
  const { t, number, shown, nameOf, list, missing } = useFigures();
  const rows = years.map(({ year, figures }) => ({ name: String(year), figures }));
  const data = { series: areas.map(nameOf), rows: rows.map(({ name, figures }) => ({ name, values: figures.map((figure) => shown(indicator, figure)) })) };
  const title = t(`cards.${indicator}.title`);
  const description = t("description", { area: data.series[0], list: data.rows.map(({ name, values }) => `${name} ${values[0]!.shown}`).join(", ") });
  // A source ends in its year: the publisher is named once, with all of its years.
  const publishers = new Map<string, string[]>();
  for (const [year, source] of years.flatMap(({ year, sources }) => sources.map((each) => [year, each] as const))) {
    const publisher = source.replace(new RegExp(`\\s*${year}$`), "");
    publishers.set(publisher, [...(publishers.get(publisher) ?? []), String(year)]);
  }
  const sources = [...publishers].map(([publisher, of]) => `${publisher}, ${list(of)}`);
  return (
    <FigureCard title={title} about={t(`cards.${indicator}.about`)} corner={t("year")} data={data} notes={missing(areas, rows, null)} source={t("source", { source: sources.join("; ") })} told={told}>
      <LineChart title={title} description={description} data={data} shown={number} />
    </FigureCard>
  );
}
