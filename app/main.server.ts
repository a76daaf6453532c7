import type { Server } from "node:http";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { assertSafe } from "../db/assert-safe.server.ts";
import { closeDatabase, database } from "../db/client.server.ts";
import { assertJournalReplayed } from "../db/journal.server.ts";
import { closeLive } from "./features/live/hub.server.ts";
import { env } from "./env.server.ts";
import { createApp } from "./server.ts";

/**
 * Milliseconds that a connection may rest. Longer than proxies keep one (nginx 60 s): closed first on this side, it is closed now and then
 * just as the next request comes, and who asked gets an error instead of an answer.
 */
const restingConnection = 65_000;

/** Opens the database, checks that it is safe, and listens; jobs run in the same process unless WORKER=off. */
export async function start(): Promise<Server> {
  const { APP_MODE, HOST, DEMO_HOST, PORT, WORKER } = env();
  const connection = await database();
  await assertSafe(connection);
  await assertJournalReplayed(connection);
  // A process that only answers pages has no use for what writes mail and draws letters: some 60 MB.
  const worker = WORKER === "on" ? await (await import("./worker.ts")).startWorker() : null;
  const app = createApp((await import("virtual:remix/server-build")) as unknown as ServerBuild, { clientFolder: join(process.cwd(), "build/client") });
  const host = APP_MODE === "demo" ? (DEMO_HOST ?? "127.0.0.1") : HOST;
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = host ? app.listen(PORT, host, () => resolve(listening)) : app.listen(PORT, () => resolve(listening));
    listening.once("error", reject);
  });
  server.keepAliveTimeout = restingConnection;
  const stop = () => {
    server.close(() => {
      void Promise.resolve(worker?.stop())
        .then(closeDatabase)
        .then(() => process.exit(0));
    });
    server.closeIdleConnections();
    void closeLive();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  return server;
}
