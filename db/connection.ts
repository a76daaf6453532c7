import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
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
  /** Where that driver connects to, for a library that brings a driver of its own. */
  url?: string;
  pglite?: PGlite;
  /** Runs a script of several statements, without parameters. */
  script(sql: string): Promise<void>;
  /** Runs one statement and gives its rows. */
  rows<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

/** A pool on PostgreSQL. `max` is the number of connections. */
export function connectPostgres(url: string, max = 10): Connection {
  // The compiler of queries takes longer than the queries: a policy makes them look dear (900 ms against 60 for a board of 5,000).
  const options = { max, onnotice: () => {}, connection: { application_name: "buurhof", jit: "off" }, socket: withoutDelay };
  const client = postgres(url, options);
  return {
    kind: "postgres",
    db: drizzlePostgres(client, { schema }) as unknown as Database,
    postgres: client,
    url,
    script: async (sql) => void (await client.unsafe(sql).simple()),
    rows: async (sql, parameters = []) => [...(await client.unsafe(sql, parameters as never[]))] as never,
    close: () => client.end({ timeout: 5 }),
  };
}

/**
 * The socket for the driver, which by itself leaves Nagle's algorithm on: every COPY then waits about 40 ms for an
 * acknowledgement. Of several hosts in the URL the first is used.
 */
function withoutDelay({ host, port, path }: { host: string[]; port: number[]; path: string | false }): Socket {
  const to = { host: host[0], port: port[0] };
  return Object.assign(path ? connect({ path }) : connect({ host: to.host, port: to.port!, noDelay: true }), to);
}

/**
 * The embedded PostgreSQL in a directory, or in memory without one. Two processes in one directory would damage it and
 * nothing refuses the second, hence our own lock file.
 * @throws when another running process holds the directory
 */
export async function connectPglite(directory?: string): Promise<Connection> {
  const release = directory ? hold(directory) : () => {};
  const client = await openPglite(directory);
  const { drizzle: drizzlePglite } = await import("drizzle-orm/pglite");
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

/** Loads the embedded database only where it is used: it takes about 40 MB of memory before it is opened. */
async function openPglite(directory?: string): Promise<PGlite> {
  const [{ PGlite }, { citext }, { pg_trgm }, { unaccent }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/citext"),
    import("@electric-sql/pglite/contrib/pg_trgm"),
    import("@electric-sql/pglite/contrib/unaccent"),
  ]);
  return PGlite.create({
    ...(directory ? { dataDir: join(directory, "pglite") } : {}),
    extensions: { citext, pg_trgm, unaccent },
  });
}

/** Another process has the embedded database open; the message says which, and what to do. */
export class DatabaseInUse extends Error {
  override name = "DatabaseInUse";
}

function hold(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "in-use-by");
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch {
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && isRunning(holder)) {
      throw new DatabaseInUse(`The database in ${directory} is in use by process ${holder}. Stop that one first, or choose another folder with DATA_DIR.`);
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
