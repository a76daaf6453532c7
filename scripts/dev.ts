import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import express from "express";
import { createServer } from "vite";

// The development server: pages are rebuilt while you type. A secret is made once and kept with the data.
process.env.APP_MODE ??= "development";
const folder = process.env.DATA_DIR ?? ".data";
const secretFile = `${folder}/development-secret`;
mkdirSync(folder, { recursive: true });
if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(48).toString("base64"), { mode: 0o600 });
process.env.APP_SECRET ??= readFileSync(secretFile, "utf8");
const port = Number(process.env.PORT ?? 3000);
process.env.APP_URL ??= `http://localhost:${port}`;

const { database } = await import("../db/client.server.ts");
const { migrate } = await import("../db/migrate.ts");
await migrate(await database());

const vite = await createServer({ server: { middlewareMode: true } });
const { createApp } = (await vite.ssrLoadModule("./app/server.ts")) as typeof import("../app/server.ts");
const { startWorker } = (await vite.ssrLoadModule("./app/worker.ts")) as typeof import("../app/worker.ts");
await startWorker();
const app = express();
app.use(vite.middlewares);
app.use(createApp(() => vite.ssrLoadModule("virtual:remix/server-build") as never, { clientFolder: null }));
app.listen(port, "127.0.0.1", () => console.log(`ready http://localhost:${port}`));
