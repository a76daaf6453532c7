import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { type Connection, connectPostgres } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import { administrate } from "../support/databases.ts";
import { grantLogin, sessionIn, startServer } from "./bench-site.ts";
import type { Figure } from "./main.ts";
import { percentile } from "./percentile.ts";

const rounds = Number(process.env.BENCH_ROUNDS ?? 300);
const warmUp = 20;

/** A site with a database of its own, and the cookies of who asks for its pages. */
export type Site = { name: string; url: URL; many: number; port: number; web: ChildProcess; cookie: string; staffCookie: string | null };
type Wanted = { many: number; port: number; fill: (admin: Connection) => Promise<void>; asker: string; moderator?: string };

/** Makes a database on a server, fills it, and starts the site that `buildBench` built on it. */
export async function makeSite(adminUrl: string, { many, port, fill, asker, moderator }: Wanted): Promise<{ site: Site; filledIn: number }> {
  const name = `buurhof_bench_${randomBytes(4).toString("hex")}`;
  await administrate(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const admin = connectPostgres(url.href, 1);
  await migrate(admin);
  const started = performance.now();
  await fill(admin);
  const filledIn = Math.round((performance.now() - started) / 100) / 10;
  await grantLogin(admin);
  await admin.close();
  const cookie = await sessionIn(url, port, asker);
  const staffCookie = moderator ? await sessionIn(url, port, moderator, { staff: true }) : null;
  return { site: { name, url, many, port, web: await startServer(url.href, port), cookie, staffCookie }, filledIn };
}

export async function removeSite({ name, web }: Site): Promise<void> {
  web.kill("SIGKILL");
  await administrate(`drop database if exists ${name} with (force)`);
}

/**
 * The same pages of two sites, asked in turns, so that what else the machine does counts for both: median and 95th percentile in ms,
 * and how many times that of the empty site.
 * @param pages path by name; a path under /beheer is asked by the moderator
 * @param what the name under which `many` is told
 */
export async function* compareSites(pages: Record<string, string>, alone: Site, full: Site, what: string): AsyncGenerator<Figure> {
  for (const [page, path] of Object.entries(pages)) {
    const taken: Record<"alone" | "full", number[]> = { alone: [], full: [] };
    for (let round = -warmUp; round < rounds; round++) {
      for (const which of round % 2 ? (["alone", "full"] as const) : (["full", "alone"] as const)) {
        const ms = await ask(which === "alone" ? alone : full, path);
        if (round >= 0) taken[which].push(ms);
      }
    }
    const [p95, least] = [percentile(taken.full, 0.95), percentile(taken.alone, 0.95)];
    yield {
      name: page,
      [what]: full.many,
      value: p95,
      unit: "ms, p95",
      medianMs: percentile(taken.full, 0.5),
      aloneP95Ms: least,
      aloneMedianMs: percentile(taken.alone, 0.5),
      timesAlone: Math.round((p95 / least) * 100) / 100,
    };
  }
}

/** Asks for a page and reads it whole. @returns ms @throws when it is not there */
async function ask({ port, cookie, staffCookie }: Site, path: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: path.startsWith("/beheer") ? staffCookie! : cookie, "accept-encoding": "identity" }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - started;
}
