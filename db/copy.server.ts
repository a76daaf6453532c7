import type { Transaction } from "@electric-sql/pglite";
import type { TransactionSql } from "postgres";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { WorkerTx } from "./viewer.server.ts";

/**
 * Plain statements and COPY within a worker's transaction, the same on PostgreSQL and PGlite. Statements are constant
 * texts of the importer; values go in as parameters ($1, …).
 */
export type BulkTx = {
  /**
   * COPY FROM of lines in PostgreSQL's text format (see copy-lines.ts). Only into temporary tables: COPY refuses tables
   * with row-level security.
   */
  copy(table: string, columns: readonly string[], lines: Buffer): Promise<void>;
  rows<Row extends object>(statement: string, parameters?: unknown[]): Promise<Row[]>;
};

/** Opens the bulk door of a worker's transaction. Use one call at a time. */
export function bulk(tx: WorkerTx): BulkTx {
  const { client } = (tx as unknown as { session: { client: TransactionSql | Transaction } }).session;
  return "unsafe" in client ? onPostgres(client) : onPglite(client);
}

function onPostgres(client: TransactionSql): BulkTx {
  return {
    async copy(table, columns, lines) {
      const target = await client.unsafe(`copy ${table} (${columns.join(", ")}) from stdin`).writable();
      await pipeline(Readable.from([lines]), target);
    },
    rows: async (statement, parameters = []) => [...(await client.unsafe(statement, parameters as never[]))] as never,
  };
}

function onPglite(client: Transaction): BulkTx {
  return {
    // COPY from PGlite's /dev/blob counts as reading a file of the server, which only its superuser may do.
    async copy(table, columns, lines) {
      await client.query("set local role none");
      await client.query(`copy ${table} (${columns.join(", ")}) from '/dev/blob'`, [], { blob: new Blob([new Uint8Array(lines)]) });
      await client.query("set local role app_worker");
    },
    rows: async (statement, parameters = []) => (await client.query(statement, parameters)).rows as never,
  };
}
