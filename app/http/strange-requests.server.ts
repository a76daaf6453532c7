import type { ErrorRequestHandler, Request, RequestHandler } from "express";
import { safeTrace } from "./safe-trace.server.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/**
 * Refuses what no browser sends and no page can read: other methods, a host or address that is none, and NUL, which no
 * text in the database can hold.
 */
export const refuseStrangeRequests: RequestHandler = (request, response, next) => {
  // The framework believes it, whoever sent it; our proxy passes Host.
  delete request.headers["x-forwarded-host"];
  // Of a page's data the framework takes everything but GET for a change.
  const looksAtData = request.method === "HEAD" && request.path.endsWith(".data");
  if (!methods.includes(request.method) || looksAtData) return void response.status(405).set("Allow", methods.join(", ")).type("text/plain").send("Zo werkt deze site niet.");
  if (!hasAddress(request)) return void response.status(400).type("text/plain").send("Dit adres kan niet kloppen.");
  next();
};

/** The answer to whatever goes wrong outside the pages: in our words, without a word of what happened. */
export const answerPlainly: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  if (response.headersSent) return void response.destroy();
  const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status === 500) console.error("a request failed outside the pages:", safeTrace(error));
  response.status(status).set("Cache-Control", "private, no-store").type("text/plain").send(status === 500 ? "Er ging iets mis bij ons." : "Dit adres kan niet kloppen.");
};

function hasAddress({ originalUrl, path, protocol, headers: { host } }: Request): boolean {
  if (!host || !originalUrl.startsWith("/") || originalUrl.includes("%00") || !URL.canParse(`${protocol}://${host}${originalUrl}`)) return false;
  try {
    const plain = decodeURIComponent(path);
    return !notOurs.test(plain) && partsOf(plain) <= mostParts && partsToLookUp(originalUrl) <= mostPartsToLookUp;
  } catch {
    return false;
  }
}

// Read as an address, these would begin with another host.
const notOurs = /^\/\/|[\\\p{Cc}]/u;

// The framework goes through all routes for every part of an address: thousands of parts would keep the server busy for
// seconds. No page of ours has more than five; the addresses to look up are the links on one page.
const mostParts = 12;
const mostPartsToLookUp = 400;

const partsOf = (path: string) => path.split("/").length - 1;

function partsToLookUp(originalUrl: string): number {
  if (!originalUrl.startsWith("/__manifest")) return 0;
  const asked = new URL(originalUrl, "http://localhost").searchParams.getAll("p");
  return asked.reduce((sum, path) => sum + Math.max(1, partsOf(path)), 0);
}
