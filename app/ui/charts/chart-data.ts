/** A figure as it is drawn and as it is written; null is unknown, and `shown` says so in words. */
export type ChartValue = { value: number | null; shown: string };

/** Rows (what is counted, or years) by series (of whom); the first series is what the chart is about, the others are compared with it. */
export type ChartData = { series: string[]; rows: { name: string; values: ChartValue[] }[] };

/** The highest value that is known; 0 where none is. */
export const highest = ({ rows }: ChartData): number => Math.max(0, ...rows.flatMap(({ values }) => values.map(({ value }) => value ?? 0)));

/**
 * The end of an axis that begins at zero: a round number of which the half is short too, no lower than the value.
 * @param value above zero; anything else gives 1
 */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10);
}
