import express from "express";
import { expect, it } from "vitest";
import { listen } from "../../tests/support/listen.ts";
import { securityHeaders } from "./security-headers.server.ts";

async function headersOf(options: Parameters<typeof securityHeaders>[0]): Promise<Headers> {
  const app = express();
  app.use(securityHeaders(options), (_request, response) => void response.send(response.locals.nonce));
  const { url, stop } = await listen(app);
  const answer = await fetch(url);
  expect(answer.headers.get("Content-Security-Policy")).toContain(`'nonce-${await answer.text()}'`);
  stop();
  return answer.headers;
}

const production = { tileHosts: [], development: false, https: true };

it("lets a page load from our own server only, and run nothing that came along with it", async () => {
  const headers = await headersOf(production);
  const policy = Object.fromEntries(headers.get("Content-Security-Policy")!.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  expect(policy).toMatchObject({
    "default-src": ["'none'"],
    "script-src": ["'self'", expect.stringMatching(/^'nonce-.{22,}'$/), "'strict-dynamic'"],
    "style-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "upgrade-insecure-requests": [],
  });
  expect(Object.fromEntries(headers)).toMatchObject({
    "strict-transport-security": expect.stringMatching(/max-age=\d{8}/),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": expect.stringContaining("geolocation=()"),
  });
});

it("makes a new nonce for every answer, and adds the host of map tiles where those are configured", async () => {
  const [one, other] = [await headersOf(production), await headersOf({ ...production, tileHosts: ["https://tiles.example"] })];
  const nonce = (headers: Headers) => /'nonce-([^']+)'/.exec(headers.get("Content-Security-Policy")!)![1];
  expect(nonce(one)).not.toBe(nonce(other));
  expect(other.get("Content-Security-Policy")).toContain("img-src 'self' data: blob: https://tiles.example;");
});

it("does not send a browser to https where there is none", async () => {
  const headers = await headersOf({ ...production, https: false });
  expect(headers.get("Strict-Transport-Security")).toBeNull();
  expect(headers.get("Content-Security-Policy")).not.toContain("upgrade-insecure-requests");
});
