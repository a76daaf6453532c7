import { readCookie, writeCookie } from "../../http/cookies.server.ts";
import { seal, unseal } from "../../http/sealing.server.ts";

const cookie = "herstelcodes";

/** Carries new recovery codes to the page that shows them, encrypted; the server itself keeps only their hashes. */
export function carryRecoveryCodes(accountId: string, codes: readonly string[]): string {
  return writeCookie(cookie, seal("recovery codes on their way", accountId, codes.join(" ")), 600);
}

/** The codes to show now, and the Set-Cookie line after which they can't be shown again. */
export function takeRecoveryCodes(accountId: string, request: Request): { codes: string[]; forget: string } {
  const sealed = readCookie(request, cookie);
  const text = sealed ? unseal("recovery codes on their way", accountId, sealed) : null;
  return { codes: text ? text.split(" ") : [], forget: writeCookie(cookie, "", 0) };
}
