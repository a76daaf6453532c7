import { keyedHash } from "../../http/secrets.server.ts";
import { signId, readSignedId } from "../../http/signed-id.server.ts";
import { codeFrom } from "../session/short-code.ts";

/** Days in which neighbours can use a code; after that its owner makes a new one. */
export const claimCodeDays = 30;

/** The code that belongs to an id: shown to its owner whenever they look, and kept nowhere. */
export function claimCode(codeId: string): string {
  return codeFrom(Buffer.from(keyedHash("code for neighbours", codeId), "hex"));
}

/** What the database keeps of it. */
export function hashClaimCode(code: string): string {
  return keyedHash("code for neighbours, kept", code);
}

/** What the database keeps of the code in a letter with which an address objects. */
export function hashObjectionCode(code: string): string {
  return keyedHash("code to object with", code);
}

/** How a home is called in what is kept after somebody was erased, so that leaving and coming back begins no new count. */
export function homeKey(dwellingId: string): string {
  return keyedHash("home that vouched", dwellingId);
}

/** The same for an e-mail address whose owner may not vouch any more. */
export function emailKey(email: string): string {
  return keyedHash("mailbox that may not vouch", email.toLowerCase());
}

const purposes = { vouch: "claim to vouch for", door: "claim at a door" } as const;

/** A claim in an address of our site, after its code was typed by this account: nobody else opens it. */
export function signClaim(what: keyof typeof purposes, claimId: string, accountId: string): string {
  return signId(`${purposes[what]} by ${accountId}`, claimId);
}

/** The claim in what {@link signClaim} made for the same account, or null. */
export function readSignedClaim(what: keyof typeof purposes, signed: string | undefined, accountId: string): string | null {
  return readSignedId(`${purposes[what]} by ${accountId}`, signed);
}
