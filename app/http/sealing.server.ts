import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { secretFor } from "./secrets.server.ts";

/**
 * Encrypts text (AES-256-GCM) under the key of a purpose, tied to whom or what it is for: it opens with the same
 * purpose and owner only.
 * @returns base64url of nonce, tag and text
 */
export function seal(purpose: string, owner: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secretFor(purpose), nonce).setAAD(Buffer.from(owner));
  const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString("base64url");
}

/** What {@link seal} was given, or null when it was sealed otherwise or has been changed. */
export function unseal(purpose: string, owner: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", secretFor(purpose), bytes.subarray(0, 12)).setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
