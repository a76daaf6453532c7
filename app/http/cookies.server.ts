/** True where the site is served over https; only in demo, development and tests it may not be. */
export function servedOverHttps(): boolean {
  return (process.env.APP_URL ?? "").startsWith("https:");
}

/** The name under which a cookie goes: with the prefix that ties it to this host, where https allows that. */
export function cookieName(name: string): string {
  return servedOverHttps() ? `__Host-${name}` : name;
}

/** The value of a cookie in a request, or null. Cookies of others with broken encodings do no harm. */
export function readCookie(request: Request, name: string): string | null {
  const wanted = `${cookieName(name)}=`;
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const pair = part.trim();
    if (pair.startsWith(wanted)) return /^[\w.~-]+$/.test(pair.slice(wanted.length)) ? pair.slice(wanted.length) : null;
  }
  return null;
}

/** The Set-Cookie line of a cookie that scripts can't read. `maxAge` in seconds; without it until the browser closes. */
export function writeCookie(name: string, value: string, maxAge?: number): string {
  const age = maxAge === undefined ? "" : `; Max-Age=${maxAge}`;
  return `${cookieName(name)}=${value}; HttpOnly; Path=/; SameSite=Lax${age}${servedOverHttps() ? "; Secure" : ""}`;
}
