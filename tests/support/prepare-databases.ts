import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectPglite, connectPostgres } from "../../db/connection.ts";
import { migrate, migrations } from "../../db/migrate.ts";
import { administrate, appLogin, databasesOf } from "./databases.ts";
import { fastestFolder } from "./fastest-folder.ts";
import { ensurePostgres } from "./ensure-postgres.mjs";

/** Databases that are dropped at once. */
const atOnce = 16;

/** Prepares the databases, and a folder for what the tests of this run write, which goes with it. */
export default async function prepare(): Promise<() => Promise<void>> {
  const dropDatabases = await prepareDatabases();
  const folder = mkdtempSync(join(tmpdir(), "buurhof-tests-"));
  process.env.TMPDIR = folder;
  return async () => {
    await dropDatabases();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Makes one migrated template per database before the tests; every test file copies it. */
async function prepareDatabases(): Promise<() => Promise<void>> {
  process.env.TEST_PGLITE_TEMPLATE = await pgliteTemplate();
  const server = await ensurePostgres();
  if (!server.url) {
    console.warn(server.remark);
    return server.stop;
  }
  const url = server.url;
  process.env.TEST_POSTGRES_ADMIN_URL = url;
  const template = `buurhof_test_${randomBytes(6).toString("hex")}`;
  process.env.TEST_POSTGRES_TEMPLATE = template;
  await administrate(`create database ${template}`);
  const here = new URL(url);
  here.pathname = `/${template}`;
  const connection = connectPostgres(here.href, 1);
  await migrate(connection);
  // Roles belong to the whole server: two runs at the same time may meet here.
  await connection.script(`do $$ begin
      if not exists (select from pg_roles where rolname = '${appLogin}') then
        create role ${appLogin} login noinherit nosuperuser nobypassrls password '${appLogin}';
      end if;
    exception when duplicate_object or unique_violation then null; end $$;
    grant app_auth, app_viewer, app_worker, app_insights to ${appLogin};
    -- Nothing of a test has to outlive the server, and waiting for its disk is what a commit mostly is.
    do $$ begin
      if not exists (select from pg_db_role_setting where setrole = '${appLogin}'::regrole) then alter role ${appLogin} set synchronous_commit = off; end if;
    exception when internal_error then null; end $$;
    grant temporary, connect on database ${template} to app_worker, ${appLogin}`);
  await connection.close();
  return async () => {
    const names = await databasesOf(template);
    // Some at once, which then wait for the disk together.
    for (let from = 0; from < names.length; from += atOnce) await Promise.all(names.slice(from, from + atOnce).map((name) => administrate(`drop database if exists ${name} with (force)`)));
    await server.stop();
  };
}

async function pgliteTemplate(): Promise<string> {
  const version = createHash("sha256");
  for (const migration of migrations()) version.update(migration.sha256);
  const directory = join(fastestFolder(), `buurhof-pglite-${process.getuid?.() ?? 0}-${version.digest("hex").slice(0, 16)}`);
  if (existsSync(directory)) return directory;
  const building = mkdtempSync(`${directory}-building-`);
  const connection = await connectPglite(building);
  await migrate(connection);
  await connection.close();
  try {
    renameSync(building, directory);
  } catch {
    rmSync(building, { recursive: true, force: true });
  }
  return directory;
}
