/** How each series looks: never by colour alone, so each has a shape and a dash of its own. */
export const seriesLooks = [
  { colour: "var(--garden)", dash: undefined, width: 3 },
  { colour: "var(--sky)", dash: "7 4", width: 2 },
  { colour: "var(--brick)", dash: "2 4", width: 2 },
  { colour: "var(--ink-soft)", dash: "9 3 2 3", width: 2 },
] as const;

/** The shape of a series (a disc, a diamond, a square, a triangle), around 0,0; put it in an `svg` that overflows. */
export function SeriesMark({ series }: { series: number }) {
  const { colour } = seriesLooks[series % seriesLooks.length]!;
  const look = { fill: colour, stroke: "var(--surface)", strokeWidth: 1.5 };
  if (series === 0) return <circle r="5.5" {...look} />;
  if (series === 1) return <path d="M0-7.5 7.5 0 0 7.5-7.5 0Z" {...look} />;
  if (series === 3) return <path d="M0-6.5 7 6H-7Z" {...look} />;
  return <rect x="-5.5" y="-5.5" width="11" height="11" {...look} />;
}

/** What the shapes stand for. The table says it too, so a screen reader hears it once. */
export function SeriesLegend({ series, firstIsBar = false }: { series: string[]; firstIsBar?: boolean }) {
  if (series.length < 2) return null;
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {series.map((name, index) => (
        <li key={name} className="flex items-center gap-2">
          <svg width="22" height="16" viewBox="-11 -8 22 16" className="shrink-0">
            {index === 0 && firstIsBar ? <rect x="-11" y="-5" width="22" height="10" rx="3" fill={seriesLooks[0].colour} /> : <SeriesMark series={index} />}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
