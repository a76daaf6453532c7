import type { ReactNode } from "react";
import { BarChart } from "../../../ui/charts/bar-chart.tsx";
import type { AreaName } from "./areas-here.server.ts";
import { FigureCard } from "./figure-card.tsx";
import type { FiguresOfYear } from "./figures-of.ts";
import type { indicatorGroups, IndicatorGroup } from "./indicator-groups.ts";
import { useFigures } from "./use-figures.ts";

/** Shares that belong together, of one year, beside those of the areas around. Needs `profile`. */
export function GroupCard({ group, areas, figures, told }: { group: IndicatorGroup; areas: AreaName[]; figures: FiguresOfYear<(typeof indicatorGroups)[IndicatorGroup][number]>; told: ReactNode }) {
  const { t, ofYear } = useFigures();
  const { data, notes } = ofYear(areas, figures);
  const title = `${t(`cards.${group}.title`)} (${figures.year})`;
  const description = t("description", { area: data.series[0], list: data.rows.map(({ name, values }) => `${name} ${values[0]!.shown}`).join(", ") });
  return (
    <FigureCard title={title} about={`${t(`cards.${group}.about`)} ${t("rounded")}`} corner={t("what")} data={data} notes={notes} source={t("source", { source: figures.sources.join("; ") })} told={told}>
      <BarChart title={title} description={description} data={data} most={100} />
    </FigureCard>
  );
}
