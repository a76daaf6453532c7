import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import autocannon from "autocannon";
import { connectPostgres } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import { administrate } from "../support/databases.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { buildBench, grantLogin, sessionIn, startServer } from "./bench-site.ts";
import { benchEmail, fill, homesPerNeighbourhood } from "./fill.ts";
import { fillQuestions, questionOf } from "./fill-questions.ts";
import type { Figure } from "./main.ts";

const questions = Number(process.env.BENCH_QUESTIONS ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 300);
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
/** Who asks: somebody in the middle of their neighbourhood, the same in both databases. */
const asker = 351;

const pages = {
  "question list": "/vragen",
  "answered questions": "/vragen?staat=beantwoord",
  "question page": `/vragen/${questionOf(14)}`,
  "search": "/vragen?zoek=kruipruimte",
  "search of what is misspelt": "/vragen?zoek=kruipruinte",
  "what looks like it": "/vragen/lijkt-op?titel=isolatie+van+de+kruipruimte",
  "knowledge page": "/weten/cavity_insulation",
  "knowledge, all kinds": "/weten",
};

/**
 * Pages of questions on two databases: one with nothing but the neighbourhood of who asks (a question a home, 700 homes), and one in
 * which 1M questions of other neighbourhoods stand beside it; both pages are the same. They are asked in turns, so that what else the
 * machine does counts for both: median and 95th percentile in ms, and their ratio. Then the question list at 1 and 10 connections,
 * in requests/s and as a share of the bare list of the same server.
 */
export async function* benchQuestions(): AsyncIterable<Figure> {
  const server = await ensurePostgres();
  if (!server.url) throw new Error(server.remark);
  process.env.TEST_POSTGRES_ADMIN_URL = server.url;
  if (!process.env.BENCH_BUILT) buildBench();
  const made: Made[] = [];
  try {
    for (const many of [homesPerNeighbourhood, questions]) made.push(yield* makeDatabase(server.url, many, 3990 + made.length));
    yield* compare(made[0]!, made[1]!);
    yield* perSecond(made[1]!);
  } finally {
    for (const { name, web } of made) {
      web.kill("SIGKILL");
      await administrate(`drop database if exists ${name} with (force)`);
    }
    await server.stop();
  }
}

type Made = { name: string; many: number; port: number; web: ChildProcess; cookie: string };

async function* makeDatabase(adminUrl: string, many: number, port: number): AsyncGenerator<Figure, Made> {
  const name = `buurhof_bench_${randomBytes(4).toString("hex")}`;
  await administrate(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const admin = connectPostgres(url.href, 1);
  await migrate(admin);
  const started = performance.now();
  await fill(admin, many);
  await fillQuestions(admin, many);
  yield { name: "fill", questions: many, value: Math.round((performance.now() - started) / 100) / 10, unit: "s" };
  await grantLogin(admin);
  await admin.close();
  const cookie = await sessionIn(url, port, benchEmail(asker));
  return { name, many, port, web: await startServer(url.href, port), cookie };
}

async function* compare(alone: Made, full: Made): AsyncIterable<Figure> {
  for (const [page, path] of Object.entries(pages)) {
    const taken: Record<"alone" | "full", number[]> = { alone: [], full: [] };
    for (let round = -20; round < rounds; round++) {
      for (const which of round % 2 ? (["alone", "full"] as const) : (["full", "alone"] as const)) {
        const ms = await ask(which === "alone" ? alone : full, path);
        if (round >= 0) taken[which].push(ms);
      }
    }
    const [p95, least] = [percentile(taken.full, 0.95), percentile(taken.alone, 0.95)];
    yield {
      name: page,
      questions: full.many,
      value: p95,
      unit: "ms, p95",
      medianMs: percentile(taken.full, 0.5),
      aloneP95Ms: least,
      aloneMedianMs: percentile(taken.alone, 0.5),
      timesAlone: Math.round((p95 / least) * 100) / 100,
    };
  }
}

async function* perSecond({ port, cookie, many }: Made): AsyncIterable<Figure> {
  for (const connections of [1, 10]) {
    const reached: Record<string, number> = {};
    for (const [page, path] of [["bare list", "/bench/lijst"], ["question list", "/vragen"]] as const) {
      const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, connections, duration: seconds, headers: { cookie, "accept-encoding": "identity" } });
      reached[page] = result.requests.average;
      yield {
        name: `${page}, logged in`,
        questions: many,
        connections,
        value: result.requests.average,
        unit: "requests/s",
        medianMs: result.latency.p50,
        p97_5Ms: result.latency.p97_5,
        perBareList: Math.round((result.requests.average / reached["bare list"]!) * 100) / 100,
        failed: result.non2xx + result.errors,
      };
    }
  }
}

/** Asks for a page and reads it whole. @returns ms @throws when it is not there */
async function ask({ port, cookie }: Made, path: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie, "accept-encoding": "identity" }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - started;
}

function percentile(all: number[], part: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]! * 10) / 10;
}
