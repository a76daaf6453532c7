import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { unsubscribeFolder } from "./features/notices/unsubscribe-link.server.ts";
import { basemapHosts } from "./features/map/basemap.server.ts";
import { liveChanges } from "./features/live/live-changes.server.ts";
import { env } from "./env.server.ts";
import { countCspReports } from "./http/csp-reports.server.ts";
import { precompressedFiles } from "./http/precompressed-files.server.ts";
import { privateByDefault } from "./http/private-by-default.server.ts";
import { refuseOtherOrigins } from "./http/same-origin.server.ts";
import { securityHeaders } from "./http/security-headers.server.ts";
import { securityTxt } from "./http/security-txt.server.ts";
import { answerPlainly, refuseStrangeRequests } from "./http/strange-requests.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Nonce of the scripts on this page. */
    nonce: string;
    /** Address of the browser, for rate limits only; never stored or logged. */
    ip: string;
  }
}

/** The web application: files, headers, checks and pages. */
export function createApp(build: ServerBuild | (() => Promise<ServerBuild>), options: { clientFolder: string | null }): express.Express {
  const { APP_MODE, APP_URL, TRUST_PROXY } = env();
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", TRUST_PROXY);
  app.use(
    securityHeaders({ tileHosts: basemapHosts(), development: APP_MODE === "development", https: APP_URL.startsWith("https://") }),
  );
  if (options.clientFolder) {
    app.use("/assets", precompressedFiles(`${options.clientFolder}/assets`, { maxAge: "1y", immutable: true }));
    app.use(precompressedFiles(options.clientFolder, { maxAge: "1h", immutable: false }));
  }
  app.get("/gezond", (_request, response) => void response.type("text/plain").send("ok"));
  app.get("/.well-known/security.txt", (_request, response) => void response.type("text/plain").send(securityTxt()));
  app.post("/csp-melding", countCspReports());
  app.use(privateByDefault);
  app.use(refuseStrangeRequests);
  app.use(refuseOtherOrigins(APP_URL, unsubscribeFolder));
  app.get("/live/:topic/:id", liveChanges());
  app.use(compression({ filter: (request, response) => !response.getHeader("Content-Encoding") && compression.filter(request, response) }));
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: process.env.NODE_ENV,
      getLoadContext: (request, response) => ({ nonce: response.locals.nonce as string, ip: request.ip ?? "" }),
    }),
  );
  app.use(answerPlainly);
  return app;
}
