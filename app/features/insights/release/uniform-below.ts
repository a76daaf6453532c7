import type { RandomBytes } from "./random-bytes.server.ts";

/** The largest bound: whatever is reckoned with below it stays a whole number without rounding. */
export const LARGEST_BOUND = 2 ** 32;

/**
 * A whole number from 0 to `bound` − 1, each as likely. What would make some more likely than others is drawn again.
 * @param bound 1 to 2^32; 1 takes no bytes
 * @throws RangeError for another bound, and when the source gives another number of bytes than was asked for
 */
export function uniformBelow(bound: number, random: RandomBytes): number {
  if (!Number.isInteger(bound) || bound < 1 || bound > LARGEST_BOUND) throw new RangeError("A bound is a whole number from 1 to 2^32.");
  let bytes = 0;
  let span = 1;
  while (span < bound) {
    bytes += 1;
    span *= 256;
  }
  if (bytes === 0) return 0;
  const even = span - (span % bound);
  for (;;) {
    const drawn = random(bytes);
    if (drawn.length !== bytes) throw new RangeError("The source of random bytes gave another number of bytes.");
    let value = 0;
    for (const byte of drawn) value = value * 256 + byte;
    if (value < even) return value % bound;
  }
}
