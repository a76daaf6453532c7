import type { Ratio } from "./release/bernoulli-exp.ts";

// What one dwelling may give away. Units are halves of ε, so that sums stay whole numbers.

/** ε of one cell, and of the number that takes part: whoever knows everything else guesses one answer better by tanh(1/4) = 0.245 at most. */
export const EPSILON: Ratio = { numerator: 1, denominator: 2 };
/** Cells of a release in which a dwelling counts, at most; an answer that was changed counts as two. */
export const MOST_CELLS = 6;
/** Tables of a release, at most. */
export const MOST_TABLES = 6;
/** One for each cell and one for the number that takes part: ε = 3.5. */
export const UNITS_PER_RELEASE = MOST_CELLS + 1;
/** Four releases: ε = 14. */
export const UNITS_PER_YEAR = 4 * UNITS_PER_RELEASE;

/** What a dwelling spent, in halves of ε, by the key of the dwelling and the year (`ledgerLine`). A row never goes down or away. */
export type Ledger = Readonly<Record<string, number>>;

/** Whether a dwelling that spent this much in the year can be in one more release. */
export function canSpend(unitsSpent: number): boolean {
  return unitsSpent + UNITS_PER_RELEASE <= UNITS_PER_YEAR;
}

/** The ledger with one release more for each of these rows. @throws RangeError when one of them would pass the year's budget */
export function spend(ledger: Ledger, keys: readonly string[]): Ledger {
  const after: Record<string, number> = { ...ledger };
  for (const key of keys) {
    const spent = after[key] ?? 0;
    if (!canSpend(spent)) throw new RangeError("A dwelling would pass the budget of the year.");
    after[key] = spent + UNITS_PER_RELEASE;
  }
  return after;
}
