import { useId } from "react";
import type { ChartData } from "../../../ui/charts/chart-data.ts";
import { ChartTable } from "../../../ui/charts/chart-table.tsx";
import { RangeChart } from "../../../ui/charts/range-chart.tsx";
import { Card } from "../../../ui/page.tsx";
import { useDay } from "../../../i18n/use-day.ts";
import { useNumber } from "../../../i18n/use-number.ts";
import type { Release, ReleaseTable } from "./release.ts";
import { useReleaseWords } from "../release-words.ts";

/** How far 95 of 100 numbers are off at most; a test adds up the distribution (docs/figures.md). */
export const MARGIN = 7;

type Shown = { release: Release; table: ReleaseTable; beside?: { release: Release; table: ReleaseTable } | null; downloads?: boolean; heading?: "h2" | "h4" };

/** One table of a release: what it counts, the numbers drawn with how far they may be off, the table itself, and its files. Needs `releases` and `catalogue`. */
export function TopicCard({ release, table, beside = null, downloads = true, heading: Heading = "h2" }: Shown) {
  const { t, cell: name, shown, quarter, area } = useReleaseWords();
  const id = useId();
  const title = t(`topics.${table.topic}.title`);
  const other = new Map(beside?.table.cells.map((one) => [one.cell, one]));
  // Compared is what has a number on both sides.
  const compared = (cell: string) => (other.get(cell)?.kind === "about" ? other.get(cell)!.value : null);
  const rows = table.cells.flatMap(({ cell, kind, value }) => (kind === "about" && value !== null ? [{ name: name(cell), shown: shown({ kind, value }), value, other: compared(cell) }] : []));
  const drawn = table.topic === "conversion" ? rows : [...rows].sort((one, two) => two.value - one.value);
  const series = [area(release.area, release.areaName), ...(beside ? [area(beside.release.area, beside.release.areaName)] : [])];
  const data: ChartData = {
    series,
    rows: table.cells.map((one) => ({
      name: name(one.cell),
      values: [{ value: one.value, shown: shown(one) }, ...(beside ? [{ value: compared(one.cell), shown: one.kind === "about" && compared(one.cell) !== null ? shown(other.get(one.cell)!) : t("notHere") }] : [])],
    })),
  };
  const whole = table.topic === "taking_part";
  const funnel = table.topic === "conversion";
  // The bars of a funnel stand in the middle, so that what one may be off needs room on both sides.
  const room = funnel ? 2 * MARGIN : MARGIN;
  const most = whole ? Math.max(release.dwellings, beside?.release.dwellings ?? 0) : Math.max(...rows.flatMap(({ value, other: others }) => [value + room, others ?? 0]));
  return (
    // A region of the page where it is one of its parts; beneath the heading of an area the same name stands several times.
    <section aria-labelledby={Heading === "h2" ? id : undefined}>
      <Card>
        <div className="flex flex-col gap-3">
          <Heading id={id} className="text-lg">{title}</Heading>
          <p className="measure text-sm text-ink-soft">{t(`topics.${table.topic}.text`)}</p>
          {drawn.length > 0 ? (
            <RangeChart title={title} description={t("describe", { list: rows.map((row) => `${row.name}: ${row.shown}`).join(", ") })} rows={drawn} series={series} margin={MARGIN} most={most} funnel={funnel} />
          ) : null}
          {drawn.length > 0 ? <ChartTable data={data} caption={title} corner={t("what")} summary={t("asTable")} /> : <PlainTable data={data} caption={title} corner={t("what")} />}
          <ReleaseLine release={release} quarter={quarter(release.quarter)} />
          {downloads ? <Downloads area={release.area} topic={table.topic} what={title} /> : null}
        </div>
      </Card>
    </section>
  );
}

/** Where nothing can be drawn the table is all there is. */
function PlainTable({ data, caption, corner }: { data: ChartData; caption: string; corner: string }) {
  return (
    <table className="w-full table-fixed border-collapse text-left text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className={data.series.length > 1 ? "" : "sr-only"}>
        <tr>
          <th scope="col" className="w-1/2 py-2 font-normal text-ink-soft">{corner}</th>
          {data.series.map((name) => (
            <th key={name} scope="col" className="py-2 text-right font-semibold break-words hyphens-auto">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map(({ name, values }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-2 pr-2 font-normal break-words hyphens-auto">{name}</th>
            {values.map(({ shown }, index) => (
              <td key={index} className="py-2 pl-2 text-right break-words">{shown}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ReleaseLine({ release, quarter }: { release: Release; quarter: string }) {
  const { t } = useReleaseWords();
  const day = useDay();
  const written = useNumber();
  const dates = { prepared: day(new Date(release.preparedOn)), dwellings: written(release.dwellings) };
  return (
    <p className="measure text-sm text-ink-soft">
      {release.number > 0 ? `${t("round", { number: release.number, quarter })}. ` : null}
      {release.publishedOn ? t("dates", { ...dates, published: day(new Date(release.publishedOn)) }) : t("datesPreview", dates)}
    </p>
  );
}

/** A table, or all of an area, as files. */
export function Downloads({ area, topic, what }: { area: string; topic?: string; what: string }) {
  const { t } = useReleaseWords();
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      {(["csv", "json"] as const).map((kind) => (
        <a key={kind} href={`/cijfers/data/${area}.${kind}${topic ? `?tabel=${topic}` : ""}`} download className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t(kind)}
          <span className="sr-only">{` ${t("download", { what })}`}</span>
        </a>
      ))}
    </p>
  );
}
