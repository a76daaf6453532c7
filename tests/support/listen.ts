import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { createApp } from "../../app/server.ts";

export type Listening = { url: string; port: number; stop: () => void };

/** Lets an app answer on a free port of 127.0.0.1. */
export async function listen(app: RequestListener): Promise<Listening> {
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What stands before the pages, for requests that must be answered before any of them is reached. */
export function listenWithoutPages(): Promise<Listening> {
  const noPages = () => Promise.reject(new Error("the request reached a page")) as Promise<ServerBuild>;
  return listen(createApp(noPages, { clientFolder: null }));
}
