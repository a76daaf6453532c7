import { and, eq, getTableColumns, type SQL } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { Connection } from "../../db/connection.ts";
import { rowsOf, type TableKey, tables } from "./rows.ts";

type Row = Record<string, unknown>;

/** Adds the rows of rows.ts past the policies; gives for each row the condition that names it. */
export async function addRows(owner: Connection): Promise<Map<TableKey, Map<string, SQL>>> {
  const all = new Map<TableKey, Map<string, SQL>>();
  for (const key of Object.keys(rowsOf) as TableKey[]) {
    const table: PgTable = tables[key];
    const made = new Map<string, SQL>();
    for (const [name, row] of Object.entries(rowsOf[key].rows)) {
      const [added] = await owner.db.insert(table).values(row as Row).returning();
      made.set(name, keyOf(table, added as Row));
    }
    for (const row of rowsOf[key].props ?? []) await owner.db.insert(table).values(row as Row);
    for (const [name, row] of Object.entries(rowsOf[key].present ?? {})) made.set(name, keyOf(table, row as Row));
    all.set(key, made);
  }
  return all;
}

/** The condition that names one row by its primary key. */
function keyOf(table: PgTable, row: Row): SQL {
  const { columns, primaryKeys } = getTableConfig(table);
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  const names = new Map(Object.entries(getTableColumns(table)).map(([name, column]) => [column.name, name]));
  return and(...key.map((column: PgColumn) => eq(column, row[names.get(column.name)!])))!;
}
