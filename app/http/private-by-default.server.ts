import type { RequestHandler } from "express";

/** An answer that does not say who may keep it is kept by nobody: it may be about the one who asked. */
export const privateByDefault: RequestHandler = (_request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => typeof response;
  response.writeHead = (...head: unknown[]) => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
    return writeHead(...head);
  };
  next();
};
