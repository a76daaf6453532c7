import { useId } from "react";
import { type ChartData, highest, roundUp } from "./chart-data.ts";
import { SeriesLegend, SeriesMark, seriesLooks } from "./series-mark.tsx";

const height = 13;
const [top, bottom] = [12, 84];
const [left, right] = [14, 94];

/**
 * A line per series through the rows, which are years in their order. The axis begins at zero, so that a small change looks
 * small; where a year is unknown the line is broken. Places are parts of the picture, so that it fits every screen.
 * @param shown writes a value on the axis
 */
export function LineChart({ title, description, data, shown }: { title: string; description: string; data: ChartData; shown: (value: number) => string }) {
  const id = useId();
  const most = roundUp(highest(data));
  const x = (row: number) => `${data.rows.length < 2 ? (left + right) / 2 : left + ((right - left) * row) / (data.rows.length - 1)}%`;
  const y = (value: number) => `${bottom - (bottom - top) * (value / most)}%`;
  return (
    <div className="flex flex-col gap-3">
      <SeriesLegend series={data.series} />
      <svg role="img" aria-labelledby={`${id}-title ${id}-description`} width="100%" height={`${height}rem`} className="overflow-visible text-sm">
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {[0, most / 2, most].map((value) => (
          <g key={value}>
            <line x1={`${left}%`} x2="100%" y1={y(value)} y2={y(value)} stroke={value === 0 ? "var(--line-strong)" : "var(--line)"} />
            <text x={`${left - 2}%`} y={y(value)} dy="0.35em" textAnchor="end" fill="var(--ink-soft)" className="tabular-nums">{shown(value)}</text>
          </g>
        ))}
        {data.rows.map(({ name }, row) => (
          <text key={name} x={x(row)} y="96%" textAnchor="middle" fill="var(--ink-soft)" className="tabular-nums">{name}</text>
        ))}
        {/* The first series last, on top of the others. */}
        {data.series.map((_, index) => index).reverse().map((series) => {
          const { colour, dash, width } = seriesLooks[series % seriesLooks.length]!;
          const values = data.rows.map(({ values: all }) => all[series]?.value ?? null);
          return (
            <g key={series}>
              {values.map((value, row) => {
                const before = values[row - 1];
                return value === null || before == null ? null : <line key={row} x1={x(row - 1)} y1={y(before)} x2={x(row)} y2={y(value)} stroke={colour} strokeWidth={width} strokeDasharray={dash} />;
              })}
              {values.map((value, row) =>
                value === null ? null : (
                  <svg key={row} x={x(row)} y={y(value)} className="overflow-visible">
                    <SeriesMark series={series} />
                  </svg>
                ),
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
