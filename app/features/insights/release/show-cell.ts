/** What a cell says: about how many, fewer than ten, nearly all, or whether at least twenty. */
export type Shown =
  | { readonly kind: "about"; readonly value: number }
  | { readonly kind: "few" }
  | { readonly kind: "nearly_all" }
  | { readonly kind: "at_least_20"; readonly answer: "yes" | "no" | "unknown" };

/** Fewer than this, or all but fewer than this, is not said as a number. */
export const HIDDEN_BELOW = 10;
/** What yes and no are about. */
export const YES_FROM = 20;
/** Of noise at ε = 1/2, 96 % is this large at most: nearer to twenty than this there is no telling. */
export const YES_NO_MARGIN = 6;

/**
 * A number for everybody: to the nearest five, and words where nearly nobody or nearly everybody remains.
 * @param noised the count with its noise, possibly below 0 or above the number of dwellings
 * @param dwellings of the area, in the BAG
 */
export function showNumber(noised: number, dwellings: number): Shown {
  if (noised < HIDDEN_BELOW) return { kind: "few" };
  if (dwellings - noised < HIDDEN_BELOW) return { kind: "nearly_all" };
  const over = noised % 5;
  return { kind: "about", value: over < 3 ? noised - over : noised - over + 5 };
}

/** Whether it is at least twenty; wrong in fewer than 2 of 100 cells, whatever the count. @param noised the count with its noise */
export function showYesNo(noised: number): Shown {
  if (noised >= YES_FROM + YES_NO_MARGIN) return { kind: "at_least_20", answer: "yes" };
  return { kind: "at_least_20", answer: noised < YES_FROM - YES_NO_MARGIN ? "no" : "unknown" };
}
