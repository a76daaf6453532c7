import { randomBytes } from "node:crypto";

/** Gives as many fresh random bytes as are asked for: of the operating system's generator, or in tests of a seeded one. */
export type RandomBytes = (count: number) => Uint8Array;

const POOL = 4096;

/** Bytes of the operating system's generator, fetched in pools because noise takes a few bytes at a time. */
export function systemRandomBytes(): RandomBytes {
  let pool = randomBytes(POOL);
  let next = 0;
  return (count) => {
    if (count > POOL) return randomBytes(count);
    if (next + count > POOL) {
      pool = randomBytes(POOL);
      next = 0;
    }
    next += count;
    return pool.subarray(next - count, next);
  };
}
