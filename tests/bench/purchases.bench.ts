import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { orderPurchase } from "../../app/features/purchases/order.server.ts";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { connectPostgres } from "../../db/connection.ts";
import { household, resident } from "../../db/schema/people.ts";
import { asViewer, asWorker } from "../../db/viewer.server.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { logIn } from "../support/log-in.ts";
import { buildBench } from "./bench-site.ts";
import { benchEmail, fill, homesPerNeighbourhood } from "./fill.ts";
import { busyPurchase, fillPurchases, isOffered, moderatorNumber, signUpOf } from "./fill-purchases.ts";
import type { Figure } from "./main.ts";
import { percentile } from "./percentile.ts";
import { compareSites, makeSite, removeSite, type Site } from "./side-by-side.ts";
import { openWatchers, readOnce } from "./watchers.ts";

const signUps = Number(process.env.BENCH_SIGN_UPS ?? 5_000);
const watchers = Number(process.env.BENCH_WATCHERS ?? 500);
const few = 50;
const rounds = 10;
/** Whose own pages are asked for: a sign-up with an offer, counted from 1. */
const asker = 42;
/** Between two orders, in ms. */
const pause = 1_000;

const pages = {
  "bare list": "/bench/lijst",
  // First of the desk: it asks for a second step of a moment ago.
  "desk, what the supplier would get": `/beheer/inkopen/${busyPurchase}/leveranciersbestand`,
  "list of purchases": "/samen-inkopen",
  "purchase page": `/samen-inkopen/${busyPurchase}`,
  "own sign-up": `/samen-inkopen/aanmelding/${signUpOf(asker - 1)}`,
  "desk, purchases": "/beheer/inkopen",
  "desk, whole board": `/beheer/inkopen/${busyPurchase}`,
  "desk, a step of the board": `/beheer/inkopen/${busyPurchase}?stap=offered`,
};

/**
 * Pages of a purchase with 5,000 sign-ups, beside the same pages of one with 50, in turns; then 500 residents who look at its page while
 * others order: from the order until each has heard, until each has the new numbers, and until each has read its whole page again within
 * the time that the site named.
 */
export async function* benchPurchases(): AsyncIterable<Figure> {
  const server = await ensurePostgres();
  if (!server.url) throw new Error(server.remark);
  process.env.TEST_POSTGRES_ADMIN_URL = server.url;
  if (!process.env.BENCH_BUILT) buildBench();
  const sites: Site[] = [];
  try {
    for (const many of [few, signUps]) {
      const homes = Math.ceil(Math.max(many, watchers) / homesPerNeighbourhood) * homesPerNeighbourhood;
      const { site, filledIn } = await makeSite(server.url, { many, port: 3990 + sites.length, asker: benchEmail(asker), moderator: benchEmail(moderatorNumber), fill: (admin) => fill(admin, homes).then(() => fillPurchases(admin, many)) });
      sites.push(site);
      yield { name: "fill", signUps: many, value: filledIn, unit: "s" };
    }
    yield* compareSites(pages, sites[0]!, sites[1]!, "signUps");
    yield* watch(sites[1]!);
  } finally {
    for (const site of sites) await removeSite(site);
    await closeDatabase();
    await server.stop();
  }
}

async function* watch({ url, port, web }: Site): AsyncGenerator<Figure> {
  useDatabase(connectPostgres(url.href, 4));
  const people = await asWorker((tx) =>
    tx
      .select({ residentId: resident.id, householdId: household.id, neighbourhoodCode: household.neighbourhoodCode, streetId: household.streetId, buildingId: household.buildingId, dwellingId: household.dwellingId })
      .from(resident)
      .innerJoin(household, eq(household.id, resident.householdId)),
  );
  const pageOf = (cookie: string) => readOnce(port, `/samen-inkopen/${busyPurchase}.data`, cookie);
  const cookies = await Promise.all(people.slice(0, watchers).map(({ residentId }) => logIn(residentId)));
  const heard: number[] = [];
  const told: number[] = [];
  const seen: number[] = [];
  const numbers = Array.from({ length: watchers }, () => "");
  const pagesBefore = await Promise.all(cookies.map(pageOf));
  let within = 0;
  let round = { began: 0, told: (_ms: number) => {}, read: (_ms: number) => {}, failed: (_why: Error) => {} };
  const hears = async (current: typeof round, number: number, event: string, line: string) => {
    const since = performance.now() - current.began;
    if (event === "numbers") {
      if (line === numbers[number]) current.failed(new Error("A watcher was told the same numbers again."));
      numbers[number] = line;
      return current.told(since);
    }
    heard.push(since);
    within = Number(line);
    await wait(Math.random() * within);
    const now = await pageOf(cookies[number]!);
    if (now === pagesBefore[number]) current.failed(new Error("A watcher read the same page again."));
    pagesBefore[number] = now;
    current.read(performance.now() - current.began);
  };
  await openWatchers(port, `/live/inkoop/${busyPurchase}`, cookies, (number, event, line) => {
    const current = round;
    hears(current, number, event, line).catch(current.failed);
  });
  const ordering = Array.from({ length: signUps }, (_, number) => number).filter((number) => isOffered(number) && number !== asker - 1).slice(0, rounds);
  for (const number of ordering) {
    const signUp = signUpOf(number);
    const who = people.find(({ dwellingId }) => Number(dwellingId) === number)!;
    const everybody = new Promise<void>((all, failed) => {
      const before = { told: told.length, seen: seen.length };
      const done = () => told.length - before.told === watchers && seen.length - before.seen === watchers && all();
      round = { began: performance.now(), failed, told: (ms) => (told.push(ms), done()), read: (ms) => (seen.push(ms), done()) };
    });
    const outcome = await asViewer({ ...who, moderates: [] }, (tx) => orderPurchase(tx, signUp, { offerVersion: 1, adult: true, termsVersion: "1" }));
    if (outcome !== "ordered") throw new Error(`an order was answered ${outcome}`);
    await everybody;
    await wait(pause);
  }
  const quantiles = (times: number[]) => ({ medianMs: percentile(times, 0.5), slowestMs: percentile(times, 1), times: times.length });
  yield { name: "an order until a watcher heard", watchers, value: percentile(heard, 0.95), unit: "ms, p95", ...quantiles(heard) };
  yield { name: "an order until a watcher has the new numbers", watchers, value: percentile(told, 0.95), unit: "ms, p95", ...quantiles(told) };
  yield { name: "an order until a watcher read its whole page again", watchers, value: percentile(seen, 0.95), unit: "ms, p95", ...quantiles(seen), withinMs: within };
  yield { name: "resident memory of the web process with all watching", watchers, value: Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${web.pid}/status`, "utf8"))?.[1]) / 1024), unit: "MB" };
}
