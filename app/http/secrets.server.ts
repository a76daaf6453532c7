import { createHmac, hkdfSync } from "node:crypto";

const made = new Map<string, Buffer>();

/**
 * A key of 32 bytes for one purpose, derived from APP_SECRET, which is kept outside the database.
 * @throws when APP_SECRET is missing or shorter than 32 characters
 */
export function secretFor(purpose: string): Buffer {
  const secret = process.env.APP_SECRET ?? "";
  if (secret.length < 32) throw new Error("APP_SECRET must be set, with at least 32 characters.");
  const known = made.get(secret + purpose);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "buurhof", purpose, 32));
  made.set(secret + purpose, key);
  return key;
}

/** HMAC-SHA-256 of some text under the key of a purpose. */
export function keyedHash(purpose: string, text: string, encoding: "hex" | "base64url" = "hex"): string {
  return createHmac("sha256", secretFor(purpose)).update(text).digest(encoding);
}
