import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import { connectPostgres } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import { administrate } from "../support/databases.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { buildBench, grantLogin, sessionIn, startServer } from "./bench-site.ts";
import { benchEmail, fill } from "./fill.ts";
import type { Figure } from "./main.ts";

const port = 3999;
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const sizes = (process.env.BENCH_HOUSEHOLDS ?? "1000,100000,1000000").split(",").map(Number);

/** What is asked without being logged in; with a log-in it leads on to the map. */
const publicPages = new Set(["landing", "log-in"]);
const pages = {
  "bare empty": "/bench/leeg",
  "bare list": "/bench/lijst",
  landing: "/",
  "log-in": "/inloggen",
  neighbourhood: "/buurt",
  "my home": "/mijn-huis",
  "map page": "/kaart",
  "map as a list": "/kaart?weergave=lijst",
  figures: "/cijfers",
};

/**
 * Pages at 1 and 32 connections on databases of growing size: requests/s, median and 97.5th percentile in ms, and the same
 * for two bare pages on the same server, so that ratios can be read. Resident memory of the web process at the end.
 */
export async function* benchPages(): AsyncIterable<Figure> {
  const server = await ensurePostgres();
  if (!server.url) throw new Error(server.remark);
  process.env.TEST_POSTGRES_ADMIN_URL = server.url;
  buildBench();
  for (const households of sizes) {
    const name = `buurhof_bench_${randomBytes(4).toString("hex")}`;
    await administrate(`create database ${name}`);
    try {
      yield* benchDatabase(server.url, name, households);
    } finally {
      await administrate(`drop database if exists ${name} with (force)`);
    }
  }
  await server.stop();
}

async function* benchDatabase(adminUrl: string, name: string, households: number): AsyncIterable<Figure> {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const admin = connectPostgres(url.href, 1);
  await migrate(admin);
  const started = performance.now();
  await fill(admin, households);
  yield { name: "fill", households, value: Math.round((performance.now() - started) / 100) / 10, unit: "s" };
  await grantLogin(admin);
  await admin.close();
  const cookie = await sessionIn(url, port, benchEmail(Math.floor(households / 2) + 1));
  const web = await startServer(url.href, port);
  try {
    for (const connections of [1, 32]) {
      const bare: Record<string, number> = {};
      for (const [page, path] of Object.entries(pages)) {
        const before = cpuMs(web);
        const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, connections, duration: seconds, headers: { ...(publicPages.has(page) ? {} : { cookie }), "accept-encoding": "identity" } });
        bare[page] = result.requests.average;
        yield {
          name: page,
          households,
          connections,
          value: result.requests.average,
          unit: "requests/s",
          medianMs: result.latency.p50,
          p97_5Ms: result.latency.p97_5,
          // Says less of what else the machine is doing than requests/s do.
          cpuMsPerRequest: Math.round(((cpuMs(web) - before) / Math.max(1, result.requests.total)) * 10) / 10,
          perBareList: Math.round((result.requests.average / bare["bare list"]!) * 100) / 100 || undefined,
          failed: result.non2xx + result.errors,
          bytes: Math.round(result.throughput.total / Math.max(1, result.requests.total)),
        };
      }
    }
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web.pid}/status`, "utf8"))?.[1];
    yield { name: "resident memory of the web process", households, value: Math.round(Number(rss) / 1024), unit: "MB" };
  } finally {
    web.kill("SIGKILL");
  }
}

/** Processor time that a process has used, in ms; Linux counts it in hundredths of a second. */
function cpuMs({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(" ");
  const [user, system] = fields.slice(13);
  return (Number(user) + Number(system)) * 10;
}
