import { createHash, randomBytes } from "node:crypto";
import { readCookie, writeCookie } from "../../http/cookies.server.ts";

const name = "buurhof-browser";
const lifetime = 24 * 3600;

/** Recognises a browser for a day, so that a link or code from a mail counts only where it was asked for. */
export type Browser = { hash: string; setCookie: string };

/** The browser of a request as the database knows it (SHA-256 of its cookie); null when it has no cookie. */
export function browserHash(request: Request): string | null {
  const secret = readCookie(request, name);
  return secret ? hash(secret) : null;
}

/** The browser of a request, with a new cookie when it has none. */
export function recogniseBrowser(request: Request): Browser {
  const secret = readCookie(request, name) ?? randomBytes(32).toString("base64url");
  return { hash: hash(secret), setCookie: writeCookie(name, secret, lifetime) };
}

function hash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
