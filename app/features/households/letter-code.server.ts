import { randomBytes } from "node:crypto";
import { keyedHash } from "../../http/secrets.server.ts";
import { codeFrom } from "../session/short-code.ts";

/** A new code for a letter; it exists on paper and nowhere else. */
export function makeLetterCode(): string {
  return codeFrom(randomBytes(16));
}

/** What the database keeps of a letter's code: an HMAC with a key outside of it, so that a copy of the database can't try codes. */
export function hashLetterCode(letterId: string, code: string): string {
  return keyedHash("code in a letter", `${letterId} ${code}`);
}
