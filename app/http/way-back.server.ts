import { readCookie, writeCookie } from "./cookies.server.ts";
import { safePath } from "./safe-path.ts";

const name = "buurhof-terug";

/** The Set-Cookie line that remembers for half an hour where somebody was going before logging in. */
export function rememberWayBack(path: string): string {
  return writeCookie(name, Buffer.from(path).toString("base64url"), 1800);
}

/** Where somebody was going, as a path within this site, or `otherwise`. */
export function wayBack(request: Request, otherwise: string): string {
  return safePath(Buffer.from(readCookie(request, name) ?? "", "base64url").toString(), otherwise);
}

/** The Set-Cookie line that forgets it. */
export function forgetWayBack(): string {
  return writeCookie(name, "", 0);
}
