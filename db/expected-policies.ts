import { migrations } from "./migrate.ts";

/** One policy as the migrations make it; `roles` in alphabetical order. */
export type Policy = { table: string; name: string; command: string; roles: string; permissive: boolean };

const statement =
  /create policy (\w+) on ([\w.]+)(?:\s+as (permissive|restrictive))?(?:\s+for (select|insert|update|delete|all))?\s+to ([\w, ]+?)\s+(?:using|with check)|drop policy (?:if exists )?(\w+) on ([\w.]+)/g;

/** The policies that a fully migrated database has, read from the migrations themselves. */
export function expectedPolicies(): Policy[] {
  const policies = new Map<string, Policy>();
  for (const { sql } of migrations()) {
    for (const [, name, on, kind, command, roles, dropped, droppedOn] of sql.replace(/--.*$/gm, "").matchAll(statement)) {
      const table = qualified((on ?? droppedOn)!);
      if (dropped) policies.delete(`${table} ${dropped}`);
      else policies.set(`${table} ${name}`, { table, name: name!, command: (command ?? "all").toUpperCase(), roles: roles!.split(/\s*,\s*/).sort().join(", "), permissive: kind !== "restrictive" });
    }
  }
  return [...policies.values()];
}

const qualified = (table: string) => (table.includes(".") ? table : `public.${table}`);
