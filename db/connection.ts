import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { citext } from "@electric-sql/pglite/contrib/citext";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

export type Schema = typeof schema;
export type Database = PgDatabase<PgQueryResultHKT, Schema>;

/** One open database, PostgreSQL or embedded; everything above it is the same for both. */
export type Connection = {
  kind: "postgres" | "pglite";
  db: Database;
  /** The driver itself, for what drizzle does not do (COPY, LISTEN). */
  postgres?: postgres.Sql;
  pglite?: PGlite;
  /** Runs a script of several statements, without parameters. */
  script(sql: string): Promise<void>;
  /** Runs one statement and gives its rows. */
  rows<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

/** A pool on PostgreSQL. `max` is the number of connections. */
export function connectPostgres(url: string, max = 10): Connection {
  const client = postgres(url, { max, onnotice: () => {}, connection: { application_name: "buurhof" } });
  return {
    kind: "postgres",
    db: drizzlePostgres(client, { schema }) as unknown as Database,
    postgres: client,
    script: async (sql) => void (await client.unsafe(sql).simple()),
    rows: async (sql, parameters = []) => [...(await client.unsafe(sql, parameters as never[]))] as never,
    close: () => client.end({ timeout: 5 }),
  };
}

/**
 * The embedded PostgreSQL in a directory, or in memory without one. Two processes in one directory would damage it and
 * nothing refuses the second, hence our own lock file.
 * @throws when another running process holds the directory
 */
export async function connectPglite(directory?: string): Promise<Connection> {
  const release = directory ? hold(directory) : () => {};
  const client = await PGlite.create({
    ...(directory ? { dataDir: join(directory, "pglite") } : {}),
    extensions: { citext, pg_trgm, unaccent },
  });
  return {
    kind: "pglite",
    db: drizzlePglite(client, { schema }) as unknown as Database,
    pglite: client,
    script: async (sql) => void (await client.exec(sql)),
    rows: async (sql, parameters = []) => (await client.query(sql, parameters)).rows as never,
    close: async () => {
      await client.close();
      release();
    },
  };
}

function hold(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "in-use-by");
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch {
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && isRunning(holder)) {
      throw new Error(`The database in ${directory} is in use by process ${holder}. Stop that one first, or choose another folder with DATA_DIR.`);
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
