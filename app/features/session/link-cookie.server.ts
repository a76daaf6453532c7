import { readCookie, writeCookie } from "../../http/cookies.server.ts";

const names = { proof: "buurhof-link", invitation: "buurhof-uitnodiging", role: "buurhof-rol" } as const;
export type LinkKind = keyof typeof names;

/** The Set-Cookie line that keeps the token of a mailed link for half an hour; anything else than a token empties it. */
export function keepLink(kind: LinkKind, token: string): string {
  return /^[\w-]{43}$/.test(token) ? writeCookie(names[kind], token, 1800) : forgetLink(kind);
}

/** The token that {@link keepLink} kept, or ''. */
export function keptLink(kind: LinkKind, request: Request): string {
  return readCookie(request, names[kind]) ?? "";
}

/** The Set-Cookie line that empties it. */
export function forgetLink(kind: LinkKind): string {
  return writeCookie(names[kind], "", 0);
}
