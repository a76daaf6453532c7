import { type Connection, connectPglite, connectPostgres } from "./connection.ts";

// One connection per process; kept on globalThis, because the development server loads modules again and again.
const holder = globalThis as typeof globalThis & { buurhofDatabase?: Promise<Connection> };

/** The database of this process: PostgreSQL at DATABASE_URL, else the embedded one in DATA_DIR (default .data). */
export function database(): Promise<Connection> {
  holder.buurhofDatabase ??= process.env.DATABASE_URL
    ? Promise.resolve(connectPostgres(process.env.DATABASE_URL, Number(process.env.DATABASE_POOL ?? 10)))
    : connectPglite(process.env.DATA_DIR ?? ".data");
  return holder.buurhofDatabase;
}

/** Puts another connection in the place of the process's own; for tests and command-line tools. */
export function useDatabase(connection: Connection): void {
  holder.buurhofDatabase = Promise.resolve(connection);
}

/** Closes what {@link database} opened; who asked for what could not be opened has heard of it. */
export async function closeDatabase(): Promise<void> {
  const open = holder.buurhofDatabase;
  delete holder.buurhofDatabase;
  await (await open?.catch(() => null))?.close();
}
