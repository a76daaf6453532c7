import { sql } from "drizzle-orm";
import type { AuthTx, WorkerTx } from "../../viewer.server.ts";

/** One row by the names of its columns; bytes are written as PostgreSQL's hexadecimals (`\\x…`). */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts any number of rows with one statement: they travel as one JSON text and PostgreSQL takes them apart. Columns
 * that the first row does not name get their default.
 * @param table with its schema, such as `auth.account`
 */
export async function insertRows(tx: WorkerTx | AuthTx, table: string, rows: readonly Row[]): Promise<void> {
  if (!rows[0]) return;
  const columns = sql.raw(Object.keys(rows[0]).map((name) => `"${name}"`).join(", "));
  const name = sql.raw(table);
  await tx.execute(sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::text::jsonb)`);
}
