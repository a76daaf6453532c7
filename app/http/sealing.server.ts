import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { secretFor } from "./secrets.server.ts";

/**
 * Encrypts bytes (AES-256-GCM) under the key of a purpose, tied to whom or what they are for: they open with the same
 * purpose and owner only.
 * @returns nonce, tag and encrypted bytes
 */
export function sealBytes(purpose: string, owner: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", secretFor(purpose), nonce).setAAD(Buffer.from(owner));
  const encrypted = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

/** What {@link sealBytes} was given, or null when it was sealed otherwise or has been changed. */
export function unsealBytes(purpose: string, owner: string, bytes: Uint8Array): Buffer | null {
  if (bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", secretFor(purpose), bytes.subarray(0, 12)).setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return null;
  }
}

/** {@link sealBytes} for text. @returns base64url */
export function seal(purpose: string, owner: string, text: string): string {
  return sealBytes(purpose, owner, Buffer.from(text)).toString("base64url");
}

/** What {@link seal} was given, or null when it was sealed otherwise or has been changed. */
export function unseal(purpose: string, owner: string, sealed: string): string | null {
  return unsealBytes(purpose, owner, Buffer.from(sealed, "base64url"))?.toString("utf8") ?? null;
}
