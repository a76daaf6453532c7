import type { Connection } from "./connection.ts";

/**
 * Refuses to start on a database that does not keep residents apart.
 * @throws one clear line
 */
export async function assertSafe(connection: Connection): Promise<void> {
  const open = await connection.rows<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  );
  if (open.length) throw new Error(`The database is not safe: row-level security is not forced on ${open.map((row) => row.name).join(", ")}. Run \`npm run migrate\`.`);
}
