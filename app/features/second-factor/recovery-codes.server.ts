import { randomBytes } from "node:crypto";
import { keyedHash } from "../../http/secrets.server.ts";
import { codeFrom } from "../session/short-code.ts";

/** Ten codes for who has lost the phone; each works once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => codeFrom(randomBytes(16)));
}

/**
 * What the database keeps of a recovery code. A fast hash is enough: codes are random, and its key is not in the database.
 */
export function hashRecoveryCode(accountId: string, code: string): string {
  return keyedHash("recovery code", `${accountId} ${code}`);
}
