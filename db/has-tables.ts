import type { Connection } from "./connection.ts";

/** Whether the migrations have been applied. Asks the catalogue: the login of the app may not even look into the schema. */
export async function hasTables(connection: Connection): Promise<boolean> {
  const found = await connection.rows("select from pg_catalog.pg_tables where schemaname = 'public' and tablename = 'migration'");
  return found.length > 0;
}
