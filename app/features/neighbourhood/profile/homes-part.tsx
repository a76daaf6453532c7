import { House } from "lucide-react";
import type { ReactNode } from "react";
import { dayInWords } from "../../../i18n/day.ts";
import { useLocale, useT } from "../../../i18n/use-t.tsx";
import { BarChart } from "../../../ui/charts/bar-chart.tsx";
import { EmptyState, Section } from "../../../ui/page.tsx";
import { FigureCard } from "./figure-card.tsx";
import type { HomesHere, Period } from "./homes-here.server.ts";
import { useFigures } from "./use-figures.ts";

/** What the register says of the homes of a neighbourhood. Needs `profile` and `catalogue`. */
export function HomesPart({ name, homes, told }: { name: string; homes: HomesHere; told: Record<"type" | "period", ReactNode> }) {
  const t = useT("profile");
  const { number } = useFigures();
  const names = useT("catalogue");
  const locale = useLocale();
  if (homes.homes === 0) {
    return (
      <EmptyState icon={<House />} title={t("homes.noneTitle")}>
        <p>{t("homes.none")}</p>
      </EmptyState>
    );
  }
  const periodWords = (period: Period): string => {
    if (period === "unknown") return t("homes.unknownPeriod");
    if (period.from === null) return t("homes.before", { to: period.to });
    return period.to === null ? t("homes.after", period) : t("homes.between", period);
  };
  const rows = {
    type: homes.byType.map(({ type, homes: count }) => ({ name: names(`dwellingTypes.${type}`), count })),
    period: homes.byPeriod.map(({ period, homes: count }) => ({ name: periodWords(period), count })),
  };
  const source = homes.sourceDate ? t("homes.source", { date: dayInWords(homes.sourceDate, locale) }) : t("homes.sourceNoDate");
  return (
    <Section title={t("homes.title")}>
      <p className="-mt-2">{t("homes.total", { count: homes.homes, shown: number(homes.homes), name })}</p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {(["type", "period"] as const).map((what) => {
          const data = { series: [t("homes.count")], rows: rows[what].map(({ name: row, count }) => ({ name: row, values: [{ value: count, shown: number(count) }] })) };
          const description = t("description", { area: name, list: rows[what].map((row) => `${row.name} ${number(row.count)}`).join(", ") });
          return (
            <FigureCard key={what} title={t(`homes.${what}`)} corner={t(`homes.${what}`)} data={data} notes={[]} source={source} told={told[what]}>
              <BarChart title={t(`homes.${what}`)} description={description} data={data} most={homes.homes} />
            </FigureCard>
          );
        })}
      </div>
    </Section>
  );
}
