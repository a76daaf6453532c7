import { env } from "../env.server.ts";

/** Where to report a vulnerability (RFC 9116), with the address of who runs this site. */
export function securityTxt(now = new Date()): string {
  const { APP_URL, ORGANISATION_EMAIL } = env();
  const expires = new Date(now.getTime() + 300 * 86_400_000).toISOString();
  const contact = ORGANISATION_EMAIL ? `mailto:${ORGANISATION_EMAIL}` : new URL("/over", APP_URL).href;
  return [`Contact: ${contact}`, `Expires: ${expires}`, "Preferred-Languages: nl, en", `Canonical: ${new URL("/.well-known/security.txt", APP_URL).href}`, ""].join("\n");
}
