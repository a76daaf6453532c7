import { and, asc, type Column, getTableColumns, inArray, is, type SQL, sql } from "drizzle-orm";
import { PgColumn, type PgTable } from "drizzle-orm/pg-core";
import { type AuthTx, asAuth, asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

export type Row = Record<string, unknown>;
/** How the values of a column look in JSON: a JSON Schema. */
export type Field = { type?: string | readonly string[]; format?: string; items?: Field };
/** One table of the own data: its columns, in order, and its rows a few at a time. */
export type Part = { columns: Record<string, Field>; read: (viewer: AccountViewer) => AsyncGenerator<Row[]> };

/** Rows per transaction, so that memory stays the same however much somebody has. */
const atOnce = 200;

type Columns = Record<string, PgColumn | SQL>;

/** Where photos are in the archive. */
export const photoFolder = "fotos/";

export const text: Field = { type: "string" };
export const uuid: Field = { type: "string", format: "uuid" };
export const moment: Field = { type: "string", format: "date-time" };
export const yesOrNo: Field = { type: "boolean" };
export const whole: Field = { type: "integer" };
export const texts: Field = { type: "array", items: text };
export const orNone = (field: Field): Field => ({ ...field, type: [field.type as string, "null"] });

/** The columns of a table as JSON has them. */
export function fieldsOf(columns: Columns): Record<string, Field> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, fieldOf(column)]));
}

function fieldOf(column: PgColumn | SQL): Field {
  // What is no column by itself is text.
  if (!is(column, PgColumn)) return text;
  const field = ofType(column.getSQLType());
  return column.notNull || field.type === undefined ? field : orNone(field);
}

function ofType(type: string): Field {
  if (type.endsWith("[]")) return { type: "array", items: ofType(type.slice(0, -2)) };
  if (type === "uuid") return uuid;
  if (type.startsWith("timestamp")) return moment;
  if (type === "date") return { type: "string", format: "date" };
  if (type === "boolean") return yesOrNo;
  if (type === "integer" || type === "smallint" || type === "bigint") return whole;
  if (type === "double precision") return { type: "number" };
  if (type === "text") return text;
  if (type === "jsonb") return {};
  throw new Error(`There are no words for ${type} in JSON Schema.`);
}

type Which = (viewer: AccountViewer, tx: ViewerTx) => SQL | undefined | null;

/**
 * Rows of a table, as the viewer may see them; of a table with ids a few at a time, each time anew under the policies.
 * @param which null for somebody who has none
 */
export function mine(table: PgTable, which: Which, columns: Columns = getTableColumns(table)): Part {
  const id = getTableColumns(table).id;
  const fields = fieldsOf(columns);
  if (!id) {
    return inOneGo(fields, async (tx, viewer) => {
      const condition = which(viewer, tx);
      return condition ? tx.select(columns).from(table).where(condition) : [];
    });
  }
  const some = (tx: ViewerTx, condition: SQL, ids: string[]): Promise<Row[]> => tx.select(columns).from(table).where(and(condition, inArray(id, ids))).orderBy(asc(id));
  return {
    columns: fields,
    async *read(viewer) {
      const ids = await asViewer(viewer, async (tx) => {
        const condition = which(viewer, tx);
        return condition ? (await tx.select({ id }).from(table).where(condition).orderBy(asc(id))).map((row) => row.id as string) : [];
      });
      for (let from = 0; from < ids.length; from += atOnce) {
        const next = await asViewer(viewer, (tx) => some(tx, which(viewer, tx)!, ids.slice(from, from + atOnce)));
        if (next.length) yield next;
      }
    },
  };
}

/** The columns of a photo without its bytes, and where it is in the archive. */
export function pictured(columns: Columns & { id: PgColumn }): Columns {
  return { ...columns, file: sql<string>`${photoFolder}::text || ${columns.id}::text || '.webp'` };
}

/** What is read in one go, because one person or household has a handful of it, or because a function gives it. */
export function inOneGo(columns: Record<string, Field>, rows: (tx: ViewerTx, viewer: AccountViewer) => Promise<Row[]>): Part {
  return {
    columns,
    async *read(viewer) {
      const found = await asViewer(viewer, (tx) => rows(tx, viewer));
      for (let from = 0; from < found.length; from += atOnce) yield found.slice(from, from + atOnce);
    },
  };
}

/** The same of what only the log-in code reads. */
export function ofLogIn(columns: Columns, rows: (tx: AuthTx, viewer: AccountViewer) => Promise<Row[]>): Part {
  return {
    columns: fieldsOf(columns),
    async *read(viewer) {
      yield await asAuth((tx) => rows(tx, viewer));
    },
  };
}

/** Columns to read of a function that gives rows of their table, under its name. */
export function unbound(columns: Record<string, Column>): Record<string, SQL> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, sql`${column}`.mapWith(column)]));
}
