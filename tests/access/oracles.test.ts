import { randomUUID } from "node:crypto";
import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { everyDatabase, ownerConnection, testDatabase } from "../support/databases.ts";
import { buildTown, people } from "../support/town.ts";
import { addRows } from "./add-rows.ts";
import { expectations } from "./expectations.ts";
import { attempt, fullName, type Outcome, touched } from "./probe.ts";
import { rowsOf, type TableKey, tables } from "./rows.ts";

// A foreign key or a unique index can answer a question that a policy refuses: "is there such a row?". Whoever may add rows
// must get the same answer about a row that is hidden from them as about one that does not exist.

type Row = Record<string, unknown>;
type Key = { name: string; columns: string[]; target: string; targetColumns: string[] };
const askers = ["sameNeighbourhood", "otherNeighbourhood", "moderatorHere"] as const;
type Asker = (typeof askers)[number] | "own" | "official";
/** Tables to which the others can add nothing: only residents of a building that is managed ask its manager something, and so on. */
const addedBy: Partial<Record<TableKey, Asker>> = {
  jointRequest: "own", jointRequestPart: "own", jointRequestAnswer: "own", questionPhoto: "own", answerThanks: "own", outcomeVerdict: "own", questionParking: "own",
  questionMerge: "own", visitMeasure: "own", privateMessage: "own", purchaseContact: "own", purchasePhoto: "own", figurePublicity: "official", municipalPost: "official", promiseReport: "official",
};
const askersOf = (key: TableKey): readonly Asker[] => (addedBy[key] ? [...askers, addedBy[key]] : askers);
/** Registers that every viewer reads whole: there is no hidden row to point at. */
const seenByAll = new Set(["public.street", "public.shared_kind"]);
/** Where who may add a row sees all that it could point at: officials say what came of a promise of their own municipality, which they read whole. */
const allSeen = new Set(["promise_report_promise_id_neighbourhood_code_municipality__fkey"]);
/** Whom one may point at though their own row is hidden: a block is of a household whose things one sees. */
const knownOtherwise: Partial<Record<TableKey, string>> = {
  block: "select household_id::text as id from measure union select household_id::text from wish union select household_id::text from wish_join",
};
/** Columns that the policies tie to who is asking; a key may hold them, and is also tried with the asker's own. */
const identity = new Set(["household_id", "reporter_household_id", "neighbourhood_code", "street_id", "building_id", "dwelling_id", "resident_id", "account_id"]);
const open = (Object.keys(rowsOf) as TableKey[]).filter((key) => expectations[key].grants.app_viewer?.includes("insert"));

describe.each(everyDatabase)("what a refusal tells on %s", (kind) => {
  const database = testDatabase(kind);
  let owner: Connection;

  beforeAll(async () => {
    await buildTown();
    owner = ownerConnection(database);
    await addRows(owner);
  }, 120_000);

  afterAll(async () => {
    if (owner !== database.connection) await owner.close();
  });

  const insert = (asker: Asker, table: PgTable, row: Row): Promise<Outcome> =>
    attempt(asker, database.connection, async (tx) => touched(tx.insert(table).values(row)));

  /** Keys of rows that exist and that the asker does not see. */
  async function hiddenFrom(asker: Asker, table: string, columns: string[], except = ""): Promise<Row | undefined> {
    const list = columns.map((name) => `"${name}"::text`).join(", ");
    const seen = await asViewer(people[asker], async (tx) => readable(tx, `select ${list} from ${table}`));
    const known = new Set(seen.map((row) => JSON.stringify(row)));
    const other = new Set(except ? (await asViewer(people[asker], async (tx) => readable(tx, except))).map(({ id }) => id) : []);
    const rows = await owner.rows<Row>(`select ${list} from ${table} where (${columns.map((name) => `"${name}"`).join(", ")}) is not null`);
    return rows.find((row) => !known.has(JSON.stringify(row)) && Object.values(row).every((value) => value !== null && !other.has(value)));
  }

  it.each(open)("a reference from %s to a hidden row is refused like one to nothing", async (key) => {
    const table: PgTable = tables[key];
    for (const reference of (await foreignKeys(owner, fullName(table))).filter(({ target, name }) => !seenByAll.has(target) && !allSeen.has(name))) {
      let tried = 0;
      for (const asker of askersOf(key)) {
        const base = freshRow(key, asker);
        if (!(await insert(asker, table, base)).allowed) continue;
        const target = await hiddenFrom(asker, reference.target, reference.targetColumns, knownOtherwise[key]);
        if (!target) continue;
        for (const pointing of [reference.columns, reference.columns.filter((column) => !identity.has(column))]) {
          if (pointing.length === 0) continue;
          const names = pointing.map((column) => propertyOf(table, column));
          const values = pointing.map((column) => target[reference.targetColumns[reference.columns.indexOf(column)]!]);
          // What is left of the key may be the asker's own as well.
          if (names.every((name, index) => base[name] === values[index])) continue;
          const hidden = await insert(asker, table, { ...base, ...Object.fromEntries(names.map((name, index) => [name, values[index]])) });
          const missing = await insert(asker, table, { ...base, ...Object.fromEntries(names.map((name, index) => [name, absent(values[index])])) });
          // 23514: a check looks at the row that is added and at no other.
          expect(["42501", "23503", "23514"], `${reference.name} as ${asker}: ${hidden.message}`).toContain(hidden.code);
          expect({ code: hidden.code, message: hidden.message }, `${reference.name} as ${asker}`).toEqual({ code: missing.code, message: missing.message });
          tried++;
        }
      }
      expect(tried, `${reference.name} could not be tried`).toBeGreaterThan(0);
    }
  });

  it.each(open)("a key of %s that is taken by a hidden row tells nothing that could be guessed", async (key) => {
    const table: PgTable = tables[key];
    for (const unique of await uniqueKeys(owner, fullName(table))) {
      for (const asker of askersOf(key)) {
        const base = freshRow(key, asker);
        if (!(await insert(asker, table, base)).allowed) continue;
        const taken = await hiddenFrom(asker, fullName(table), unique.columns);
        if (!taken) continue;
        for (const copied of [unique.columns, unique.columns.filter((column) => !identity.has(column))]) {
          const row = { ...base, ...Object.fromEntries(copied.map((column) => [propertyOf(table, column), taken[column]])) };
          const outcome = await insert(asker, table, row);
          if (outcome.code !== "23505") continue;
          const random = copied.some((column) => column === "id" && /^[0-9a-f-]{36}$/.test(String(taken[column])));
          expect(random, `${unique.name} as ${asker} tells that a key is taken`).toBe(true);
        }
      }
    }
  });
});

function freshRow(key: TableKey, asker: Asker): Row {
  return rowsOf[key].fresh(asker === "moderatorHere" || asker === "official" ? people.own : people[asker]) as Row;
}

/** A value of the same form that is nowhere. */
function absent(value: unknown): string {
  return /^[0-9a-f]{8}-/.test(String(value)) ? randomUUID() : String(value).replace(/\d{4}$/, "9876");
}

function propertyOf(table: PgTable, column: string): string {
  return Object.entries(getTableColumns(table)).find(([, { name }]) => name === column)![0];
}

/** The rows that this viewer gets; none where the table is closed to viewers. */
async function readable(tx: Parameters<Parameters<typeof asViewer>[1]>[0], statement: string): Promise<Row[]> {
  try {
    const result: unknown = await tx.transaction((inner) => inner.execute(sql.raw(statement)));
    return Array.isArray(result) ? [...(result as Row[])] : (result as { rows: Row[] }).rows;
  } catch {
    return [];
  }
}

async function foreignKeys(owner: Connection, table: string): Promise<Key[]> {
  return owner.rows<Key>(
    `select conname as name, n.nspname || '.' || c.relname as target,
       array(select a.attname::text from unnest(conkey) with ordinality k(num, place) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.num order by k.place) as columns,
       array(select a.attname::text from unnest(confkey) with ordinality k(num, place) join pg_attribute a on a.attrelid = confrelid and a.attnum = k.num order by k.place) as "targetColumns"
     from pg_constraint join pg_class c on c.oid = confrelid join pg_namespace n on n.oid = c.relnamespace
     where contype = 'f' and conrelid = $1::regclass`,
    [table],
  );
}

async function uniqueKeys(owner: Connection, table: string): Promise<Key[]> {
  return owner.rows<Key>(
    `select c.relname as name, '' as target, '{}'::text[] as "targetColumns",
       array(select a.attname::text from unnest(i.indkey) with ordinality k(num, place) join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num order by k.place) as columns
     from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisunique and i.indexprs is null and i.indrelid = $1::regclass`,
    [table],
  );
}
