import { Secret, TOTP } from "otpauth";

/** Length of a step in seconds (RFC 6238); every authenticator app knows this one, six digits and SHA-1. */
const period = 30;

const totp = (secret: string, label = "") => new TOTP({ issuer: "Buurhof", label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period });

/** A new secret of 160 bits, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from the QR code. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/**
 * The step to which a code belongs. A clock may be one step (30 s) off.
 * @param now milliseconds since 1970
 * @returns the number of the step since 1970, or null when the code is wrong
 */
export function stepOfCode(secret: string, code: string, now = Date.now()): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

/** The code of a moment; what an authenticator app shows. */
export function codeAt(secret: string, now = Date.now()): string {
  return totp(secret).generate({ timestamp: now });
}
