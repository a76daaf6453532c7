import { useId } from "react";
import { type ChartData, highest } from "./chart-data.ts";
import { SeriesLegend, SeriesMark, seriesLooks } from "./series-mark.tsx";

const rowHeight = 3.5;

/**
 * A bar per row for the first series, with marks on it for the others. Widths are parts of `most` (by default the highest
 * value), heights are in rem, so that words keep their size on every screen and grow with the reader's own letter size.
 * @param title what is counted, and @param description what there is to see in it, for who does not see it
 */
export function BarChart({ title, description, data, most = highest(data) }: { title: string; description: string; data: ChartData; most?: number }) {
  const id = useId();
  const part = (value: number) => `${most > 0 ? Math.min(100, (value / most) * 100) : 0}%`;
  return (
    <div className="flex flex-col gap-3">
      <SeriesLegend series={data.series} firstIsBar />
      <svg role="img" aria-labelledby={`${id}-title ${id}-description`} width="100%" height={`${data.rows.length * rowHeight}rem`} className="overflow-visible">
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {data.rows.map(({ name, values }, row) => {
          const [own, ...others] = values;
          const known = own?.value != null;
          return (
            <svg key={name} y={`${row * rowHeight}rem`} width="100%" height={`${rowHeight}rem`} className="overflow-visible">
              <text y="1.15rem" fill="var(--ink)">{name}</text>
              <text x="100%" y="1.15rem" textAnchor="end" fill={known ? "var(--ink)" : "var(--ink-soft)"} fontWeight={known ? 650 : 400} className="tabular-nums">{own?.shown}</text>
              <rect y="1.7rem" width="100%" height="0.8rem" rx="4" fill="var(--raised)" stroke={known ? "none" : "var(--line-strong)"} strokeDasharray="3 4" />
              {own?.value ? <rect y="1.7rem" width={part(own.value)} height="0.8rem" rx="4" fill={seriesLooks[0].colour} /> : null}
              {others.map(({ value }, index) =>
                value === null ? null : (
                  <svg key={index} x={part(value)} y="2.1rem" className="overflow-visible">
                    <SeriesMark series={index + 1} />
                  </svg>
                ),
              )}
            </svg>
          );
        })}
      </svg>
    </div>
  );
}
