import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { eq } from "drizzle-orm";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { type Connection, connectPostgres } from "../../db/connection.ts";
import { account } from "../../db/schema/auth.ts";
import { asAuth } from "../../db/viewer.server.ts";
import { appLogin } from "../support/databases.ts";

// What benchmarks of pages do around what they measure: a build of their own, a login for the site, and the site in a process.

export const secret = "a-secret-of-the-benchmark-that-is-long-enough-0123456789";

/** Builds the site with the bare pages of the benchmarks, into build/bench. */
export function buildBench(): void {
  spawnSync("npx", ["--no-install", "remix", "vite:build", "--logLevel", "warn"], { stdio: "inherit", env: { ...process.env, BENCH: "1", BUILD_DIRECTORY: "build/bench", NODE_ENV: "production" } });
}

/** Lets the site log in to a database, as on a server: in roles that own nothing. */
export async function grantLogin(admin: Connection): Promise<void> {
  await admin.script(`do $$ begin if not exists (select from pg_roles where rolname = '${appLogin}') then
    create role ${appLogin} login noinherit nosuperuser nobypassrls password '${appLogin}'; end if; end $$;
    grant app_auth, app_viewer, app_worker, app_insights to ${appLogin}`);
}

/** @param url a database in which `grantLogin` was done, whose user and password become those of the site @returns the cookie of a resident who logged in */
export async function sessionIn(url: URL, port: number, email: string, { staff = false } = {}): Promise<string> {
  url.username = appLogin;
  url.password = appLogin;
  Object.assign(process.env, { APP_SECRET: secret, APP_MODE: "test", APP_URL: `http://localhost:${port}` });
  useDatabase(connectPostgres(url.href, 2));
  const { logIn } = await import("../support/log-in.ts");
  const [found] = await asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.email, email)));
  const cookie = await logIn(found!.id, { staff });
  await closeDatabase();
  return cookie;
}

/** The site that `buildBench` built, in a process of its own, once it is ready. */
export function startServer(url: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["-e", "import('./build/bench/server/index.js').then((web) => web.start()).then(() => console.log('ready'), (e) => { console.error(e); process.exit(1) })"], {
    env: { ...process.env, NODE_ENV: "production", APP_MODE: "test", APP_SECRET: secret, APP_URL: `http://localhost:${port}`, DATABASE_URL: url, PORT: String(port), HOST: "127.0.0.1", WORKER: "off", BENCH: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.stdout!.on("data", (text) => String(text).includes("ready") && resolve(child));
    child.once("exit", () => reject(new Error("the server of the benchmark did not start")));
  });
}
