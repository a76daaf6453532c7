/** @param part from 0 to 1 @returns in the unit of `all`, to a tenth */
export function percentile(all: number[], part: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]! * 10) / 10;
}
