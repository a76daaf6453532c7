import { count, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connectPostgres } from "../../db/connection.ts";
import { type DatabaseKind, ownerConnection } from "../support/databases.ts";
import { people } from "../support/town.ts";
import { expectations, type ViewerName, viewerNames } from "./expectations.ts";
import { attempt, decision, fullName, roleOf, touched } from "./probe.ts";
import { rowsOf, type TableKey, tables } from "./rows.ts";

type Row = Record<string, unknown>;
const keys = Object.keys(rowsOf) as TableKey[];

/** The rows of the matrix, by table and name, as a condition that finds each. */
export type PresentRows = Map<TableKey, Map<string, SQL>>;
/** A database that can still be put in the place of another before the tests begin. */
export type Asked = { readonly connection: Connection; readonly url: string | null };

/**
 * Declares the tests of the isolation matrix: every table × every viewer × every deed.
 * @param rows gives the rows of the matrix, which are in the database by then
 */
export function matrixTests(kind: DatabaseKind, database: Asked, rows: () => Promise<PresentRows>): void {
  let present: PresentRows;
  let owner: Connection;
  let probes = 0;
  let allows = 0;
  let unexpected = 0;

  beforeAll(async () => {
    present = await rows();
    owner = ownerConnection(database);
  }, 120_000);

  afterAll(async () => {
    console.log(`isolation matrix on ${kind}: ${keys.length} tables, ${viewerNames.length} viewers, ${probes} probes, ${allows} allows, ${unexpected} unexpected`);
    if (owner && owner !== database.connection) await owner.close();
  });

  /** Everybody who is let through. */
  async function whoMay(deed: string, where: string, expected: readonly ViewerName[], work: (viewer: ViewerName) => Parameters<typeof attempt>[2]): Promise<ViewerName[]> {
    const may: ViewerName[] = [];
    for (const viewer of viewerNames) {
      probes++;
      if (!decision(await attempt(viewer, database.connection, work(viewer)), deed, `${deed} ${where} as ${viewer}`)) continue;
      may.push(viewer);
      allows++;
      if (!expected.includes(viewer)) unexpected++;
    }
    return may;
  }

  it("knows every table of the database", async () => {
    const found = await owner.rows<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'f', 'm', 'v') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`,
    );
    const classified = keys.map((key) => fullName(tables[key]));
    expect(found.map(({ name }) => name)).toEqual(classified.sort());
    for (const key of keys) {
      const { rows, present: there = {} } = rowsOf[key];
      expect([...Object.keys(rows), ...Object.keys(there)].sort(), key).toEqual(Object.keys(expectations[key].rows).sort());
    }
  });

  describe.each(keys)("%s", (key) => {
    const table: PgTable = tables[key];
    const expected = expectations[key];

    it.each(Object.keys(expected.rows))("row %s is read, changed and deleted by exactly those who may", async (row) => {
      const where = present.get(key)!.get(row)!;
      const name = `${key} ${row}`;
      const columns = await updatable(owner, table);
      const may = {
        select: await whoMay("select", name, expected.rows[row]!.select, () => async (tx) => Number((await tx.select({ count: count() }).from(table).where(where))[0]!.count)),
        update: await whoMay("update", name, expected.rows[row]!.update, (viewer) => async (tx) => {
          const who = viewer === "contactPerson" ? "sameStreet" : viewer;
          const change = rowsOf[key].change?.(who in people ? people[who as keyof typeof people] : people.own);
          return touched(tx.update(table).set(change ?? sameAgain(table, columns.get(roleOf(viewer)))).where(where));
        }),
        delete: await whoMay("delete", name, expected.rows[row]!.delete, () => async (tx) => touched(tx.delete(table).where(where))),
      };
      expect(may).toEqual({ select: inOrder(expected.rows[row]!.select), update: inOrder(expected.rows[row]!.update), delete: inOrder(expected.rows[row]!.delete) });
    });

    it("gets a row about the household from exactly those who may", async () => {
      const may = await whoMay("insert", key, expected.insert, () => async (tx) => touched(tx.insert(table).values(rowsOf[key].fresh(people.own) as Row)));
      expect(may).toEqual(inOrder(expected.insert));
    });
  });

  it("gives every role exactly the privileges that are listed", async () => {
    for (const key of keys) expect(await grantsOn(owner, tables[key]), key).toEqual(expectations[key].grants);
  });

  if (kind === "postgres") it("gives the login itself nothing before it takes on a role", async () => {
    const app = connectPostgres(database.url!, 1);
    for (const key of keys) await expect(app.rows(`select 1 from ${fullName(tables[key])} limit 1`), key).rejects.toThrow(/permission denied/);
    await app.close();
  });
}

const inOrder = (viewers: readonly ViewerName[]) => viewerNames.filter((viewer) => viewers.includes(viewer));

/** Writes one column back as it is: the first that the role may write, else the first of all. */
function sameAgain(table: PgTable, allowed: string[] = []): Row {
  const columns = Object.entries(getTableColumns(table));
  const [name, column] = columns.find(([, { name: inDatabase }]) => allowed.includes(inDatabase)) ?? columns[0]!;
  return { [name]: sql`${column}` };
}

async function updatable(owner: Connection, table: PgTable): Promise<Map<string, string[]>> {
  const rows = await owner.rows<{ role: string; names: string[] }>(
    `select r.rolname as role, array_agg(a.attname::text order by a.attnum) as names from pg_roles r, pg_attribute a
     where r.rolname like 'app\\_%' and a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       and has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE') group by 1`,
    [fullName(table)],
  );
  return new Map(rows.map(({ role, names }) => [role, names]));
}

/** Per role what was granted on a table, in the words of expectations.ts. */
async function grantsOn(owner: Connection, table: PgTable): Promise<Record<string, string>> {
  const rows = await owner.rows<{ role: string; privilege: string; whole: boolean; names: string[] | null }>(
    `select r.rolname as role, p.privilege, has_table_privilege(r.oid, $1::regclass, p.privilege) as whole,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
         and p.privilege in ('select', 'insert', 'update') and has_column_privilege(r.oid, a.attrelid, a.attnum, p.privilege)) as names
     from pg_roles r, unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) with ordinality p(privilege, place)
     where r.rolname in ('app_viewer', 'app_auth', 'app_worker', 'app_insights', 'app_definer') order by r.rolname, p.place`,
    [fullName(table)],
  );
  const grants: Record<string, string> = {};
  for (const { role, privilege, whole, names } of rows) {
    const text = whole ? privilege : names ? `${privilege} (${names.join(", ")})` : null;
    if (text) grants[role] = grants[role] ? `${grants[role]}, ${text}` : text;
  }
  return grants;
}
