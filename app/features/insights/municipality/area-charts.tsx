import { LineChart } from "../../../ui/charts/line-chart.tsx";
import { ChartTable } from "../../../ui/charts/chart-table.tsx";
import type { ChartData } from "../../../ui/charts/chart-data.ts";
import { useNumber } from "../../../i18n/use-number.ts";
import { Card } from "../../../ui/page.tsx";
import type { Release } from "../published/release.ts";
import { newestPerTopic } from "../published/release-view.tsx";
import { useReleaseWords } from "../release-words.ts";
import { TopicCard } from "../published/topic-card.tsx";

type Area = { area: string; areaName: string; releases: Release[] };
/** More than these are a click away, each on its own page. */
const most = 12;

/** Homes that are counted through the releases, a line per area with two or more. Needs `releases` and `catalogue`. */
export function ReachThroughTime({ areas }: { areas: readonly Area[] }) {
  const { t, area: called, shown } = useReleaseWords();
  const written = useNumber();
  const told = areas.filter(({ releases }) => releases.filter(({ form }) => form === "numbers").length > 1).slice(0, most);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {told.map(({ area, areaName, releases }) => {
        const name = called(area, areaName);
        const rows = releases.flatMap(({ quarter, tables }) => {
          const cell = tables.find(({ topic }) => topic === "taking_part")?.cells[0];
          return cell ? [{ name: quarter.replace("-", " "), values: [{ value: cell.value, shown: shown(cell) }] }] : [];
        });
        const data: ChartData = { series: [name], rows };
        return (
          <Card key={area}>
            <div className="flex flex-col gap-3">
              <h3 className="text-lg">{name}</h3>
              <LineChart title={name} description={t("describe", { list: rows.map((row) => `${row.name}: ${row.values[0]!.shown}`).join(", ") })} data={data} shown={(value) => written(value)} />
              <ChartTable data={data} caption={name} corner={t("what")} summary={t("asTable")} />
            </div>
          </Card>
        );
      })}
    </div>
  );
}

/** From approached to done, by the newest release in which it had its turn. Needs `releases` and `catalogue`. */
export function Conversions({ areas }: { areas: readonly Area[] }) {
  const { area: called } = useReleaseWords();
  const told = areas.flatMap((one) => newestPerTopic(one.releases).flatMap(({ release, table }) => (table.topic === "conversion" ? [{ ...one, release, table }] : []))).slice(0, most);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {told.map(({ area, areaName, release, table }) => (
        <div key={area} className="flex flex-col gap-2">
          <h3 className="text-lg">{called(area, areaName)}</h3>
          <TopicCard release={release} table={table} heading="h4" />
        </div>
      ))}
    </div>
  );
}
