import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

/** What a page may load: only what our own server gives, and the tile hosts that were configured. */
export function contentSecurityPolicy(nonce: string, options: { tileHosts: readonly string[]; development: boolean; https: boolean }): string {
  const tiles = options.tileHosts.map((host) => ` ${host}`).join("");
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // The development server puts styles into the page by script.
    `style-src 'self'${options.development ? " 'unsafe-inline'" : ""}`,
    "font-src 'self'",
    "worker-src 'self'",
    `img-src 'self' data: blob:${tiles}`,
    `connect-src 'self'${tiles}${options.development ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "report-uri /csp-melding",
    ...(options.https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Sets the headers of every answer; the nonce of the page is in `response.locals.nonce`. */
export function securityHeaders(options: { tileHosts: readonly string[]; development: boolean; https: boolean }): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    response.setHeader("Content-Security-Policy", contentSecurityPolicy(nonce, options));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
    if (options.https) response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}
