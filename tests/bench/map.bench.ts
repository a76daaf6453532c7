import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import autocannon from "autocannon";
import { importBag } from "../../app/features/neighbourhood/import/import-bag.server.ts";
import type { MapData } from "../../app/features/map/map-encoding.ts";
import { importBoundaries } from "../../app/features/neighbourhood/import/import-boundaries.server.ts";
import { build } from "../../scripts/build.mjs";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { type Connection, connectPostgres } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import { administrate, appLogin } from "../support/databases.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { chromiumFlags } from "../support/chromium-flags.mjs";
import { findChromium } from "../support/find-chromium.mjs";
import { logIn } from "../support/log-in.ts";
import { listenWithBareMap } from "./bare-map.ts";
import { grantLogin, secret } from "./bench-site.ts";
import type { Figure } from "./main.ts";

const port = 3998;
const shared = resolve(process.env.BUURHOF_SHARED ?? "../shared/data", "weesp");
const wanted = 1_500;
const account = "00000000-0000-4000-8000-00000000be6c";

/**
 * The map of 1,500 real buildings (Aetsveld-Noord and its neighbours in Weesp): size of the public data, time of an answer
 * from the cache and of one that is unchanged, of the overlay, and from navigation to an idle map in a running browser.
 */
export async function* benchMap(): AsyncIterable<Figure> {
  if (!existsSync(shared)) {
    console.error(`the map was not measured: there is no ${shared} (set BUURHOF_SHARED)`);
    return;
  }
  const server = await ensurePostgres();
  if (!server.url) throw new Error(server.remark);
  process.env.TEST_POSTGRES_ADMIN_URL = server.url;
  Object.assign(process.env, { APP_SECRET: secret, APP_MODE: "test", APP_URL: `http://localhost:${port}` });
  const name = `buurhof_bench_map_${randomBytes(4).toString("hex")}`;
  await administrate(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  try {
    useDatabase(connectPostgres(url.href, 4));
    const admin = connectPostgres(url.href, 1);
    const code = await prepare(admin);
    await admin.close();
    const cookie = await logIn(account);
    await closeDatabase();
    build();
    url.username = url.password = appLogin;
    const web = await startServer(url.href);
    try {
      yield* measure(code, cookie);
    } finally {
      web.kill("SIGKILL");
    }
  } finally {
    await administrate(`drop database if exists ${name} with (force)`);
    await server.stop();
  }
}

/** Weesp from its registers, 1,500 of its buildings as one neighbourhood, 40 % of the homes sharing something. @returns its code */
async function prepare(admin: Connection): Promise<string> {
  await migrate(admin);
  await grantLogin(admin);
  await importBoundaries(join(shared, "amsterdam_gebieden_buurten_weesp.geojson"), { codeField: "cbsCode", nameField: "naam", year: 2022, serve: "all" });
  await importBag(join(shared, "BAGGEM0457L-15102021.zip"), {});
  const code = "BU0363SE03";
  await admin.script(`
    create temp table taken as select id from building where neighbourhood_code in ('${code}', 'BU0363SE02') order by neighbourhood_code desc, min_lat desc, id limit ${wanted};
    update building set neighbourhood_code = '${code}' where id in (select id from taken);
    update dwelling set neighbourhood_code = '${code}' where building_id in (select id from taken);
    create temp table homes as select row_number() over (order by md5(d.id)) as n, d.*, md5('household' || d.id)::uuid as household_id,
      case when row_number() over (order by md5(d.id)) = 1 then '${account}'::uuid else md5('account' || d.id)::uuid end as account_id
      from dwelling d join building b on b.id = d.building_id where d.neighbourhood_code = '${code}' and d.is_home and b.dwelling_count = 1;
    delete from homes where n > (select count(*) * 0.4 from homes);
    insert into auth.account (id, email) select account_id, 'bench-' || n || '@voorbeeld.test' from homes;
    insert into household (id, neighbourhood_code, dwelling_id, street_id, building_id) select household_id, neighbourhood_code, id, street_id, building_id from homes;
    insert into resident (id, neighbourhood_code, household_id, welcomed_at) select account_id, neighbourhood_code, household_id, now() from homes;
    insert into membership (neighbourhood_code, household_id, resident_id, evidence) select neighbourhood_code, household_id, account_id, 'sample' from homes;
    insert into measure (neighbourhood_code, household_id, street_id, building_id, dwelling_id, resident_id, kind, state, year, audience, shared_at)
      select neighbourhood_code, household_id, street_id, building_id, id, account_id, kind, 'done', 2020, 'neighbourhood', now()
      from homes, unnest(array['solar_panels', 'glazing', 'heat_pump_hybrid', 'induction']) with ordinality k(kind, i) where (n + i) % 2 = 0;
    analyze`);
  return code;
}

async function* measure(code: string, cookie: string): AsyncIterable<Figure> {
  const base = `http://127.0.0.1:${port}`;
  const page = await (await fetch(`${base}/kaart`, { headers: { cookie } })).text();
  const path = /\/kaartdata\/[^"]+?\.json/.exec(page)?.[0];
  if (!path) throw new Error("The page with the map names no map data.");
  let data!: MapData;
  for (const encoding of ["br", "gzip", "identity"]) {
    const answer = await fetch(base + path, { headers: { cookie, "accept-encoding": encoding } });
    const bytes = Number(answer.headers.get("content-length"));
    data = (await answer.json()) as MapData;
    yield { name: `map data, ${encoding}`, value: bytes, unit: "bytes", buildings: data.shapes.length };
  }
  const etag = (await fetch(base + path, { headers: { cookie } })).headers.get("etag")!;
  const overlay = `/kaartlagen/${code}/gedeeld.json`;
  yield* answers("map data from the cache", base + path, { cookie, "accept-encoding": "br" });
  yield* answers("map data unchanged (304)", base + path, { cookie, "if-none-match": etag });
  yield* answers("overlay", base + overlay, { cookie });
  const [name, value] = cookie.split("=") as [string, string];
  const bare = await listenWithBareMap(data);
  yield* idleMaps({ "the neighbourhood's map": `http://localhost:${port}`, "bare map": bare.url }, { name, value, url: `http://localhost:${port}` });
  bare.stop();
}

async function* answers(name: string, url: string, headers: Record<string, string>): AsyncIterable<Figure> {
  const { latency, requests } = await autocannon({ url, headers, connections: 1, duration: Number(process.env.BENCH_SECONDS ?? 5) });
  yield { name, value: latency.p50, unit: "ms (median)", p97_5Ms: latency.p97_5, requestsPerSecond: requests.average };
}

/** Milliseconds from navigation to a map's first idle moment, by turns: in a browser that has never been there, and in one that has. */
async function* idleMaps(sites: Record<string, string>, cookie: { name: string; value: string; url: string }): AsyncIterable<Figure> {
  const { path, remark } = findChromium();
  if (!path) return console.error(remark);
  const browser = await chromium.launch({ executablePath: path, args: chromiumFlags });
  const times = new Map<string, number[]>();
  for (let round = 0; round < Number(process.env.BENCH_ROUNDS ?? 7); round++) {
    for (const [site, url] of Object.entries(sites)) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await context.addCookies([cookie]);
      for (const visit of ["first visit", "later visit"]) {
        const tab = await context.newPage();
        await tab.goto(`${url}/kaart`);
        await tab.waitForSelector("[data-map=idle]", { timeout: 60_000 });
        const idle = await tab.evaluate(() => performance.getEntriesByName("map-idle")[0]!.startTime);
        times.set(`${site}, ${visit}`, [...(times.get(`${site}, ${visit}`) ?? []), Math.round(idle)]);
        await tab.close();
      }
      await context.close();
    }
  }
  await browser.close();
  for (const [name, all] of times) {
    const sorted = all.sort((a, b) => a - b);
    yield { name: `navigation to idle: ${name}`, value: sorted[Math.floor(sorted.length / 2)]!, unit: "ms (median)", leastMs: sorted[0], mostMs: sorted.at(-1), rounds: sorted.length };
  }
}

function startServer(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: url, PORT: String(port), HOST: "127.0.0.1", WORKER: "off" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((done, failed) => {
    child.stdout!.on("data", (text) => String(text).includes("listening") && done(child));
    child.once("exit", () => failed(new Error("the server of the benchmark did not start")));
  });
}
