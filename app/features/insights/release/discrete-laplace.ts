import { bernoulliExp, checkRatio, type Ratio } from "./bernoulli-exp.ts";
import type { RandomBytes } from "./random-bytes.server.ts";
import { uniformBelow } from "./uniform-below.ts";

/**
 * A whole number x with a chance in proportion to exp(−ε·|x|), exactly: there is no floating point in it, whose gaps have
 * given noise away elsewhere (Mironov, "On Significance of the Least Significant Bits for Differential Privacy", 2012).
 * Algorithm 2 of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (NeurIPS 2020), with scale 1 / ε.
 * @param epsilon above 0
 * @throws RangeError see `checkRatio`
 */
export function discreteLaplace(epsilon: Ratio, random: RandomBytes): number {
  checkRatio(epsilon);
  const { numerator, denominator } = epsilon;
  if (numerator === 0) throw new RangeError("Without ε there is no noise that protects.");
  for (;;) {
    const low = uniformBelow(denominator, random);
    if (!bernoulliExp({ numerator: low, denominator }, random)) continue;
    let high = 0;
    while (bernoulliExp({ numerator: 1, denominator: 1 }, random)) high += 1;
    const steps = low + denominator * high;
    const size = (steps - (steps % numerator)) / numerator;
    const negative = uniformBelow(2, random) === 1;
    // Zero has one sign, or it would be twice as likely.
    if (negative && size === 0) continue;
    return negative ? -size : size;
  }
}
