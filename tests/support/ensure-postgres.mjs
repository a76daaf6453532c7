import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "./free-port.mjs";

/**
 * The PostgreSQL to test on: TEST_DATABASE_URL, else one on 127.0.0.1:5432, else one started here from installed
 * binaries (PostgreSQL refuses to run as root, so never then).
 * @returns {Promise<{ url: string | null, remark: string, stop: () => Promise<void> }>}
 */
export async function ensurePostgres() {
  const nothing = async () => {};
  const candidates = process.env.TEST_DATABASE_URL
    ? [process.env.TEST_DATABASE_URL]
    : ["postgres", userInfo().username].map((user) => `postgres://${user}@127.0.0.1:5432/postgres`);
  for (const url of candidates) if (await answers(url)) return { url, remark: "", stop: nothing };
  const own = process.getuid?.() === 0 ? null : await startOwn();
  if (own) return own;
  return {
    url: null,
    remark: "The database tests ran on PGlite only: no PostgreSQL was found. Set TEST_DATABASE_URL to an administrator's login, or install PostgreSQL 15 or newer.",
    stop: nothing,
  };
}

async function answers(url) {
  const client = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    const [row] = await client`select rolsuper or (rolcreatedb and rolcreaterole) as able from pg_roles where rolname = current_user`;
    return row?.able === true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function startOwn() {
  const binaries = findBinaries();
  if (!binaries) return null;
  const folder = mkdtempSync(join(tmpdir(), "buurhof-postgres-"));
  const port = await freePort();
  const data = join(folder, "data");
  const made = spawnSync(join(binaries, "initdb"), ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"], { stdio: "ignore" });
  const started = spawnSync(join(binaries, "pg_ctl"), ["-D", data, "-w", "-l", join(folder, "log"), "-o", `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`, "start"], { stdio: "ignore" });
  if (made.status !== 0 || started.status !== 0) return null;
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    remark: "",
    stop: async () => {
      spawnSync(join(binaries, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], { stdio: "ignore" });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBinaries() {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => `/usr/lib/postgresql/${version}/bin`), "/usr/local/bin", "/opt/homebrew/bin", "/usr/bin"];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl"))) ?? null;
}
