import { type Locale, locales } from "../../db/schema/auth.ts";

const name = "taal";

/** The language that somebody who is not logged in chose with the switch, else Dutch. */
export function chosenLocale(request: Request): Locale {
  const found = new RegExp(`(?:^|;\\s*)${name}=(${locales.join("|")})(?:;|$)`).exec(request.headers.get("Cookie") ?? "");
  return (found?.[1] as Locale | undefined) ?? "nl";
}

/** The Set-Cookie line that remembers the language in this browser; it says nothing about anybody, so it isn't signed. */
export function rememberLocale(locale: Locale): string {
  return `${name}=${locale}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
