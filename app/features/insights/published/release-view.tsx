import type { FigureTopic } from "../release/tables.ts";
import { LineChart } from "../../../ui/charts/line-chart.tsx";
import { ChartTable } from "../../../ui/charts/chart-table.tsx";
import type { ChartData } from "../../../ui/charts/chart-data.ts";
import { useNumber } from "../../../i18n/use-number.ts";
import { Card, Section } from "../../../ui/page.tsx";
import type { Release } from "./release.ts";
import { useReleaseWords } from "../release-words.ts";
import { TopicCard } from "./topic-card.tsx";

/** The newest release of each topic, in the order of the year. @param releases of one area, from the first on */
export function newestPerTopic(releases: readonly Release[]) {
  const newest = new Map<FigureTopic, { release: Release; table: Release["tables"][number] }>();
  for (const release of releases) for (const table of release.tables) newest.set(table.topic, { release, table });
  return [...newest.values()];
}

/** All tables of an area as they are newest, beside those of another where both are of the same quarter. Needs `releases` and `catalogue`. */
export function ReleaseView({ releases, beside = [], downloads = true }: { releases: readonly Release[]; beside?: readonly Release[]; downloads?: boolean }) {
  const other = ({ quarter }: Release, topic: FigureTopic) => {
    const release = beside.find((one) => one.quarter === quarter);
    const table = release?.tables.find((one) => one.topic === topic);
    return release && table ? { release, table } : null;
  };
  return (
    // Columns and not a grid: cards differ in height by as many kinds as their tables have.
    <div className="-mb-4 gap-4 lg:columns-2">
      {newestPerTopic(releases).map(({ release, table }) => (
        <div key={table.topic} className="break-inside-avoid pb-4">
          <TopicCard release={release} table={table} beside={other(release, table.topic)} downloads={downloads} />
        </div>
      ))}
    </div>
  );
}

/** The topics of which a line says something, through the releases of an area. Needs `releases` and `catalogue`. */
export function ThroughTime({ releases, topics = ["taking_part", "conversion"] }: { releases: readonly Release[]; topics?: readonly FigureTopic[] }) {
  const { t, cell, shown } = useReleaseWords();
  const written = useNumber();
  const lines = topics.flatMap((topic) => {
    const told = releases.filter(({ tables, form }) => form === "numbers" && tables.some((table) => table.topic === topic));
    const cells = told.at(-1)?.tables.find((table) => table.topic === topic)?.cells.map((one) => one.cell) ?? [];
    const rows = told.map((release) => ({
      name: release.quarter.replace("-", " "),
      values: cells.map((name) => {
        const found = release.tables.find((table) => table.topic === topic)!.cells.find((one) => one.cell === name);
        return found ? { value: found.kind === "about" ? found.value : null, shown: shown(found) } : { value: null, shown: t("notHere") };
      }),
    }));
    const data: ChartData = { series: cells.map(cell), rows };
    return told.length > 1 ? [{ topic, data }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <Section title={t("through")}>
      <p className="measure -mt-2 text-ink-soft">{t("throughText")}</p>
      <div className={lines.length > 1 ? "grid items-start gap-4 lg:grid-cols-2" : "max-w-3xl"}>
        {lines.map(({ topic, data }) => {
          const title = t(`topics.${topic}.title`);
          const list = data.rows.map((row) => `${row.name}: ${row.values.map((one, index) => `${data.series[index]} ${one.shown}`).join(", ")}`).join("; ");
          return (
            <Card key={topic}>
              <div className="flex flex-col gap-3">
                <h3 className="text-lg">{title}</h3>
                <LineChart title={title} description={t("describe", { list })} data={data} shown={(value) => written(value)} />
                <ChartTable data={data} caption={`${title}, ${t("through")}`} corner={t("what")} summary={t("asTable")} />
              </div>
            </Card>
          );
        })}
      </div>
    </Section>
  );
}
