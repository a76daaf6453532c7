/** How much a release says: tables with numbers, tables with yes and no, or nothing of this area alone. */
export type ReleaseForm = "numbers" | "yes_no" | "too_few";

/** Below this (noised) number taking part, a neighbourhood goes into its district, and a district says nothing. */
export const FEWEST = 30;
/** Below this (noised) number taking part, no table says a number. */
export const FEWEST_FOR_NUMBERS = 100;

/** @param noised the number taking part with its noise: the exact one, used as a rule, would be an answer itself */
export function releaseForm(noised: number): ReleaseForm {
  if (noised < FEWEST) return "too_few";
  return noised < FEWEST_FOR_NUMBERS ? "yes_no" : "numbers";
}
