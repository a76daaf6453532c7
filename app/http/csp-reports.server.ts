import type { RequestHandler } from "express";

const aMinute = 60_000;

/**
 * Takes what browsers report about the content security policy. It is counted and not read, because a report may hold an
 * address; the log gets one line a minute at most, because anybody may send any number.
 */
export function countCspReports(): RequestHandler {
  let count = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  return (_request, response) => {
    count++;
    if (Date.now() - saidAt >= aMinute) {
      console.warn(`content security policy: ${count} reported`);
      saidAt = Date.now();
      count = 0;
    }
    response.status(204).end();
  };
}
