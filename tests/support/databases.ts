import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { type Connection, connectPglite, connectPostgres } from "../../db/connection.ts";
import { fastestFolder } from "./fastest-folder.ts";

export type DatabaseKind = Connection["kind"];

/** For what the database itself refuses, keeps or migrates: on each that this run has, always. Prepared by prepare-databases.ts. */
export const everyDatabase: DatabaseKind[] = process.env.TEST_POSTGRES_ADMIN_URL ? ["pglite", "postgres"] : ["pglite"];

/** For what features do with it: each in the whole proof, and PostgreSQL in the ordinary run, in which the browser walks through the same features on PGlite. */
export const databaseKinds: DatabaseKind[] = process.env.PROOF ? everyDatabase : everyDatabase.slice(-1);

export const appLogin = "buurhof_test_app";

export type TestDatabase = { readonly connection: Connection; readonly url: string | null; readonly directory: string | null };

/** Gives the tests of the surrounding `describe` a fresh, migrated database that the doors of db/viewer.server.ts use. */
export function testDatabase(kind: DatabaseKind): TestDatabase {
  const made: { connection?: Connection; url: string | null; directory: string | null; drop?: () => Promise<void> } = { url: null, directory: null };
  // On PostgreSQL making one is mostly waiting for the disk: that begins while the tests before these are at work.
  const ahead = kind === "postgres" ? freshDatabase(kind) : null;
  ahead?.catch(() => {});
  beforeAll(async () => {
    Object.assign(made, await (ahead ?? freshDatabase(kind)));
    useDatabase(made.connection!);
  });
  afterAll(async () => {
    await closeDatabase();
    await made.drop?.();
  });
  return made as TestDatabase;
}

/** Makes a database from the migrated template. On PostgreSQL the connection is that of a login that owns nothing. */
export async function freshDatabase(kind: DatabaseKind) {
  if (kind === "pglite") {
    const directory = mkdtempSync(join(fastestFolder(), "buurhof-test-"));
    cpSync(process.env.TEST_PGLITE_TEMPLATE!, directory, { recursive: true });
    const connection = await connectPglite(directory);
    return { connection, url: null, directory, drop: async () => rmSync(directory, { recursive: true, force: true }) };
  }
  const template = process.env.TEST_POSTGRES_TEMPLATE!;
  const name = `${template}_${randomBytes(6).toString("hex")}`;
  await administrate(`create database ${name} template ${template}`);
  const url = new URL(process.env.TEST_POSTGRES_ADMIN_URL!);
  url.pathname = `/${name}`;
  url.username = appLogin;
  url.password = appLogin;
  return {
    connection: connectPostgres(url.href, 10),
    url: url.href,
    directory: null,
    // They go together at the end of the run: each drop waits until all that anybody wrote is on the disk.
    drop: async () => {},
  };
}

/** A connection as the owner of the tables, past every policy; to be closed where it is not the database's own. */
export function ownerConnection(database: { connection: Connection; url: string | null }): Connection {
  if (!database.url) return database.connection;
  const url = new URL(process.env.TEST_POSTGRES_ADMIN_URL!);
  url.pathname = new URL(database.url).pathname;
  return connectPostgres(url.href, 1);
}

/** Runs a script on a test database as the owner of its tables. */
export async function asOwner(database: { connection: Connection; url: string | null }, script: string): Promise<void> {
  const owner = ownerConnection(database);
  await owner.script(script);
  if (owner !== database.connection) await owner.close();
}

/** The template of a run, and every copy of it that is still there. */
export async function databasesOf(template: string): Promise<string[]> {
  const rows = await administrate(`select datname from pg_database where starts_with(datname, '${template}') order by datname desc`);
  return rows.map(({ datname }) => datname as string);
}

/** Runs one statement as the administrator of the test server. */
export async function administrate(statement: string): Promise<postgres.RowList<postgres.Row[]>> {
  const client = postgres(process.env.TEST_POSTGRES_ADMIN_URL!, { max: 1, onnotice: () => {} });
  try {
    return await client.unsafe(statement);
  } finally {
    await client.end();
  }
}
