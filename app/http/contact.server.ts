import { env } from "../env.server.ts";

/** How to reach who runs the site, to end a sentence with: an e-mail address, else a telephone number, else the page that tells. */
export function contact(): string {
  const { ORGANISATION_EMAIL, ORGANISATION_PHONE, APP_URL } = env();
  return ORGANISATION_EMAIL || ORGANISATION_PHONE || new URL("/over", APP_URL).href;
}
