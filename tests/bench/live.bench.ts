import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { announceChange } from "../../app/features/live/announce-change.server.ts";
import { mostPerSession } from "../../app/features/live/hub.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { connectPostgres } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { administrate, appLogin } from "../support/databases.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { freePort } from "../support/free-port.mjs";
import { hasBuild } from "../support/running-app.ts";
import { grantLogin, secret } from "./bench-site.ts";
import type { Figure } from "./main.ts";
import { percentile } from "./percentile.ts";
import { openWatchers } from "./watchers.ts";

const connections = Number(process.env.BENCH_CONNECTIONS ?? 2_000);
const rounds = 20;
const pause = 400;

/**
 * Open live connections on one process, all about one thing: from the beginning of the deed (a transaction that announces) until
 * each of them has heard it, in ms; and the resident memory of the web process. Beside it a bare Node server of events in the same
 * run, in turns. Needs a build.
 */
export async function* benchLive(): AsyncIterable<Figure> {
  if (!hasBuild("live connections")) throw new Error("There is no build to measure: npm run build");
  const server = await ensurePostgres();
  if (!server.url) throw new Error(server.remark);
  process.env.TEST_POSTGRES_ADMIN_URL = server.url;
  const name = `buurhof_bench_live_${process.pid}`;
  await administrate(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const processes: ChildProcess[] = [];
  try {
    const admin = connectPostgres(url.href, 1);
    await migrate(admin);
    await grantLogin(admin);
    await admin.close();
    url.username = appLogin;
    url.password = appLogin;
    Object.assign(process.env, { APP_SECRET: secret, APP_MODE: "test" });
    useDatabase(connectPostgres(url.href, 4));
    const { me, cookies } = await manySessions();
    const [sitePort, barePort] = [await freePort(), await freePort()];
    const startSite = "import('./build/server/index.js').then((web) => web.start()).then(() => console.log('ready'), (e) => { console.error(e); process.exit(1) })";
    // With the room for young objects that `npm start` gives.
    const site = await started(["--max-semi-space-size=4", "-e", startSite], { NODE_ENV: "production", APP_MODE: "test", APP_SECRET: secret, APP_URL: `http://localhost:${sitePort}`, DATABASE_URL: url.href, PORT: String(sitePort), HOST: "127.0.0.1", WORKER: "off" });
    const bare = await started(["tests/bench/bare-live.mjs"], { PORT: String(barePort) });
    processes.push(site, bare);
    const measured = [
      { name: "site", process: site, empty: residentMb(site), heard: await openAll(sitePort, "/live/berichten/mij", (i) => cookies[Math.floor(i / mostPerSession)]!), tell: () => asViewer(me, (tx) => announceChange(tx, "notices", me.residentId)), times: [] as number[] },
      { name: "bare", process: bare, empty: residentMb(bare), heard: await openAll(barePort, "/", () => ""), tell: () => post(barePort), times: [] as number[] },
    ];
    for (let round = 0; round < rounds; round++) {
      for (const { heard, tell, times } of measured) {
        const began = performance.now();
        const all = heard(began);
        await tell();
        times.push(...(await all));
        await wait(pause);
      }
    }
    const [ours, theirs] = measured.map((each): Measured => ({ ...each, p95: percentile(each.times, 0.95), mb: residentMb(each.process) }));
    if (!ours || !theirs) throw new Error("There are two servers to compare.");
    for (const { name: whose, p95, mb, empty, times } of [ours, theirs]) {
      yield { name: `${whose}: delivery to ${connections} open connections`, value: p95, unit: "ms (p95)", medianMs: percentile(times, 0.5), deliveries: times.length };
      yield { name: `${whose}: resident memory with them open`, value: mb, unit: "MB", before: empty };
    }
    yield { name: "p95 of delivery against the bare server", value: Math.round((ours.p95 / theirs.p95) * 100) / 100, unit: "times", most: 2 };
    yield { name: "memory against the bare server", value: Math.round((ours.mb / theirs.mb) * 100) / 100, unit: "times", most: 2.5 };
  } finally {
    for (const each of processes) each.kill("SIGKILL");
    await closeDatabase();
    await administrate(`drop database if exists ${name} with (force)`);
    await server.stop();
  }
}

type Measured = { name: string; p95: number; mb: number; empty: number; times: number[] };

/** One resident with as many sessions as it takes. */
async function manySessions(): Promise<{ me: Resident; cookies: string[] }> {
  const { neighbours } = await import("../support/neighbours.ts");
  const { logIn } = await import("../support/log-in.ts");
  const { me } = await neighbours();
  const cookies: string[] = [];
  for (let each = 0; each < Math.ceil(connections / mostPerSession); each++) cookies.push(await logIn(me.accountId));
  return { me, cookies };
}

function started(command: string[], env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, command, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (text) => String(text).includes("ready") && resolve(child));
    child.once("exit", () => reject(new Error("a server of the benchmark did not start")));
  });
}

/** Opens all connections, and gives what waits until each of them has heard once more: how long after a moment. */
async function openAll(port: number, path: string, cookieOf: (number: number) => string): Promise<(since: number) => Promise<number[]>> {
  const hear: ((at: number) => void)[] = Array.from({ length: connections });
  const cookies = Array.from({ length: connections }, (_, i) => cookieOf(i));
  await openWatchers(port, path, cookies, (number, event) => event === "changed" && hear[number]?.(performance.now()));
  return (since) => Promise.all(hear.map((_, i) => new Promise<number>((heard) => void (hear[i] = (at) => heard(at - since)))));
}

const post = (port: number) =>
  new Promise<void>((told, failed) => {
    request({ port, host: "127.0.0.1", method: "POST", path: "/" }, (response) => response.resume().once("end", told))
      .on("error", failed)
      .end();
  });

function residentMb({ pid }: ChildProcess): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
}
