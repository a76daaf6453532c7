import type { RandomBytes } from "./random-bytes.server.ts";
import { uniformBelow } from "./uniform-below.ts";

/** A ratio of whole numbers. */
export type Ratio = { readonly numerator: number; readonly denominator: number };

/** Leaves room below the largest bound for 4,096 rounds, of which the chance is below 1 / 4,096!. */
const LARGEST_DENOMINATOR = 2 ** 20;

/** @throws RangeError unless both are whole, the first from 0 to 2^32, the second from 1 to 2^20 */
export function checkRatio({ numerator, denominator }: Ratio): void {
  const whole = Number.isInteger(numerator) && Number.isInteger(denominator);
  if (!whole || numerator < 0 || numerator > 2 ** 32 || denominator < 1 || denominator > LARGEST_DENOMINATOR)
    throw new RangeError("A ratio has a numerator from 0 to 2^32 and a denominator from 1 to 2^20.");
}

/**
 * True with chance exp(−γ), exactly: whole numbers only, never a power or a logarithm.
 * Algorithm 1 of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (NeurIPS 2020).
 * @param ratio γ ≥ 0
 * @throws RangeError see `checkRatio`
 */
export function bernoulliExp(ratio: Ratio, random: RandomBytes): boolean {
  checkRatio(ratio);
  const { numerator, denominator } = ratio;
  const rest = numerator % denominator;
  const whole = (numerator - rest) / denominator;
  for (let one = 0; one < whole; one += 1) if (!upToOne(1, 1, random)) return false;
  return upToOne(rest, denominator, random);
}

/** For γ = numerator / denominator ≤ 1: the first round k in which a chance of γ / k fails is odd with chance exp(−γ). */
function upToOne(numerator: number, denominator: number, random: RandomBytes): boolean {
  let round = 1;
  while (uniformBelow(denominator * round, random) < numerator) round += 1;
  return round % 2 === 1;
}
