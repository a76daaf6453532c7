/** First and last year in which a home was built, both included; null where the period is open. */
export type BuildingPeriod = { from: number | null; to: number | null };

// First years of the building periods of RVO's Voorbeeldwoningen 2022: homes of one period were built in much the same way.
const periodStarts = [1946, 1965, 1975, 1992, 2006, 2015];

/** Every building period, as in RVO's example homes, from old to new. */
export const buildingPeriods: readonly BuildingPeriod[] = [null, ...periodStarts].map((from, index) => ({ from, to: index < periodStarts.length ? periodStarts[index]! - 1 : null }));

/** Which of the building periods a year is in, as an index. */
export function periodIndex(builtYear: number): number {
  return periodStarts.filter((start) => builtYear >= start).length;
}

/** The period in which a home was built. */
export function buildingPeriod(builtYear: number): BuildingPeriod {
  return buildingPeriods[periodIndex(builtYear)]!;
}
