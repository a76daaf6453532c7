import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Connection } from "./connection.ts";

const folder = join(process.cwd(), "db", "migrations");

export type Migration = { name: string; sql: string; sha256: string };

/** The migrations in the order in which they are applied. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), "utf8");
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Applies what has not been applied yet, each file in a transaction of its own, forward only. Waits at most 10 s for a
 * lock, so that a running site is never held up for long. The connection must be the owner's.
 * @param before how the name of the first file begins that is left for later; all are applied without one
 * @returns the names that were applied now
 * @throws when a file that was applied before has changed since
 */
export async function migrate(connection: Connection, before?: string): Promise<string[]> {
  await connection.script(
    `do $$ begin
      if to_regclass('public.migration') is null then
        create table public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
        alter table public.migration enable row level security;
        alter table public.migration force row level security;
        create policy owner on public.migration to current_user using (true) with check (true);
      end if;
    end $$`,
  );
  const known = new Map(
    (await connection.rows<{ name: string; sha256: string }>("select name, sha256 from public.migration")).map((row) => [row.name, row.sha256]),
  );
  const applied: string[] = [];
  for (const { name, sql, sha256 } of migrations()) {
    if (before && name >= before) break;
    const then = known.get(name);
    if (then === sha256) continue;
    if (then) throw new Error(`Migration ${name} was applied before and has changed since: add a new file instead of changing it.`);
    await connection.script(
      `begin; set local lock_timeout = '10s'; ${sql}\n; insert into public.migration (name, sha256) values ('${name}', '${sha256}'); commit;`,
    );
    applied.push(name);
  }
  return applied;
}
