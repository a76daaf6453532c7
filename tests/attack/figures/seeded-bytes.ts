import { createCipheriv, createHash } from "node:crypto";
import type { RandomBytes } from "../../../app/features/insights/release/random-bytes.server.ts";

const POOL = 65_536;
const zeros = Buffer.alloc(POOL);

/** The same bytes for the same seed, as good as random (AES-128 in counter mode): a test that failed fails again. */
export function seededBytes(seed: string): RandomBytes {
  const key = createHash("sha256").update(seed).digest();
  const cipher = createCipheriv("aes-128-ctr", key.subarray(0, 16), key.subarray(16));
  let pool = cipher.update(zeros);
  let next = 0;
  return (count) => {
    if (next + count > POOL) {
      pool = cipher.update(zeros);
      next = 0;
    }
    next += count;
    return pool.subarray(next - count, next);
  };
}
