import { getTableColumns } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { ownDataTables } from "../../app/features/privacy/own-data-tables.ts";
import { inventory } from "../../app/features/privacy/inventory.ts";
import { tables } from "../access/rows.ts";
import { everyDatabase, testDatabase } from "../support/databases.ts";

type Column = { table: string; name: string; type: string; required: boolean };
/** Words that drizzle and PostgreSQL spell in their own way. */
const sameType = (type: string) => type.replace(/^timestamp with time zone$/, "timestamptz");

it("the own download holds the tables that the inventory promises", () => {
  const promised = Object.entries(inventory).filter(([, line]) => line.personal && line.inOwnExport === true);
  expect([...ownDataTables].sort()).toEqual(promised.map(([name]) => name).sort());
});

describe.each(everyDatabase)("tables on %s", (kind) => {
  const database = testDatabase(kind);

  it("have the same columns in the schema of the code as in the database", async () => {
    const found = await database.connection.rows<Column>(
      `select n.nspname || '.' || c.relname as table, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    );
    const written = Object.values(tables).flatMap((table) => {
      const { schema, name, primaryKeys } = getTableConfig(table);
      const key = new Set(primaryKeys.flatMap(({ columns }) => columns.map((column) => column.name)));
      return Object.values(getTableColumns(table)).map((column) => ({
        table: `${schema ?? "public"}.${name}`,
        name: column.name,
        type: column.getSQLType(),
        required: column.notNull || key.has(column.name),
      }));
    });
    const lines = (columns: Column[]) => columns.map(({ table, name, type, required }) => `${table}.${name} ${sameType(type)}${required ? " not null" : ""}`).sort();
    expect(lines(written)).toEqual(lines(found));
  });

  it("each have a line in the privacy inventory", async () => {
    const found = await database.connection.rows<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p')`,
    );
    const listed = Object.keys(inventory).map((key) => {
      const { schema, name } = getTableConfig(tables[key as keyof typeof inventory]);
      return `${schema ?? "public"}.${name}`;
    });
    expect(listed.sort()).toEqual(found.map(({ name }) => name).sort());
  });

  it("that the inventory calls impersonal refer to no person and no household", async () => {
    const about = /^(account|resident|household|reporter|author|actor)_id$|email/;
    const wrong = Object.entries(inventory).flatMap(([key, line]) => {
      const columns = Object.values(getTableColumns(tables[key as keyof typeof inventory]));
      return line.personal ? [] : columns.filter(({ name }) => about.test(name)).map(({ name }) => `${key}.${name}`);
    });
    expect(wrong).toEqual([]);
  });
});
