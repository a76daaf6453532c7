import { existsSync } from "node:fs";
import { join, normalize } from "node:path";
import type { RequestHandler } from "express";
import express from "express";

/**
 * Serves a folder, in brotli or gzip where the build wrote such a file beside the original.
 * @param folder the folder on disk
 * @param maxAge for how long a browser may keep a file, as Express understands it
 */
export function precompressedFiles(folder: string, options: { maxAge: string; immutable: boolean }): RequestHandler {
  const files = express.static(folder, { ...options, index: false, redirect: false, fallthrough: true });
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const path = normalize(decodePath(request.path));
    const type = /\.(js|mjs|css|svg|json|webmanifest|txt)$/.exec(path)?.[1];
    const accepted = String(request.headers["accept-encoding"] ?? "");
    for (const [encoding, ending] of [
      ["br", ".br"],
      ["gzip", ".gz"],
    ] as const) {
      if (!type || !accepted.includes(encoding) || !existsSync(join(folder, path + ending))) continue;
      response.setHeader("Content-Encoding", encoding);
      response.setHeader("Vary", "Accept-Encoding");
      response.type(type);
      request.url = request.url.replace(request.path, request.path + ending);
      break;
    }
    files(request, response, next);
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "/";
  }
}
