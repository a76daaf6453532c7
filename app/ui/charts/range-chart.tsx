import { useId } from "react";
import { SeriesLegend, SeriesMark, seriesLooks } from "./series-mark.tsx";

export type RangeRow = { name: string; shown: string; value: number; /** What it is compared with, where there is something. */ other: number | null };

const rowHeight = 3.5;

/**
 * A bar per row for numbers that are not exact: the bar ends at the number, and a line with two ends shows between what and
 * what it may lie. Widths are parts of `most`. A funnel has its bars in the middle, so that one sees what remains at each step.
 * @param margin how far a number may be off, to either side
 * @param title what is counted, and @param description what there is to see in it, for who does not see it
 */
export function RangeChart({ title, description, rows, series, margin, most, funnel = false }: { title: string; description: string; rows: RangeRow[]; series: string[]; margin: number; most: number; funnel?: boolean }) {
  const id = useId();
  const part = (value: number) => Math.max(0, Math.min(100, (value / Math.max(1, most)) * 100));
  const from = (value: number) => (funnel ? (100 - part(value)) / 2 : 0);
  return (
    <div className="flex flex-col gap-3">
      <SeriesLegend series={series} firstIsBar />
      <svg role="img" aria-labelledby={`${id}-title ${id}-description`} width="100%" height={`${rows.length * rowHeight}rem`} className="overflow-visible">
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {rows.map(({ name, shown, value, other }, row) => {
          const end = (at: number) => `${from(value) + part(at)}%`;
          return (
            <svg key={name} y={`${row * rowHeight}rem`} width="100%" height={`${rowHeight}rem`} className="overflow-visible">
              <text y="1.15rem" fill="var(--ink)" className="text-sm sm:text-base">{name}</text>
              <text x="100%" y="1.15rem" textAnchor="end" fill="var(--ink)" fontWeight={650} className="text-sm tabular-nums sm:text-base">{shown}</text>
              <rect y="1.7rem" width="100%" height="0.8rem" rx="4" fill="var(--raised)" />
              <rect x={`${from(value)}%`} y="1.7rem" width={`${part(value)}%`} height="0.8rem" rx="4" fill={seriesLooks[0].colour} />
              <g stroke="var(--ink)" strokeWidth="1.5">
                <line x1={end(value - margin)} x2={end(value + margin)} y1="2.1rem" y2="2.1rem" />
                {[value - margin, value + margin].map((at) => (
                  <line key={at} x1={end(at)} x2={end(at)} y1="1.8rem" y2="2.4rem" />
                ))}
              </g>
              {other === null ? null : (
                <svg x={`${from(other) + part(other)}%`} y="2.1rem" className="overflow-visible">
                  <SeriesMark series={1} />
                </svg>
              )}
            </svg>
          );
        })}
      </svg>
    </div>
  );
}
