import type { Connection } from "./connection.ts";
import { expectedPolicies, type Policy } from "./expected-policies.ts";
import { migrations } from "./migrate.ts";
import { asWorker } from "./viewer.server.ts";
import { migration } from "./schema/migration.ts";

/**
 * Refuses to start on a database that does not keep residents apart: migrations, row-level security and policies must be
 * those of this version, and on PostgreSQL the login must own nothing and pass no policy.
 * @throws one clear line: what is wrong, and what to do
 */
export async function assertSafe(connection: Connection): Promise<void> {
  await connection.rows("select 1").catch((error: Error & { code?: string }) => {
    throw new Error(`DATABASE_URL does not answer (${error.code ?? error.message}).`);
  });
  if (connection.kind === "postgres") await assertPowerlessLogin(connection);
  else console.log("embedded database: roles prove the policies, not the boundary of the login; for demo, development and tests only");
  await assertMigrated(connection);
  await assertForced(connection);
  await assertPolicies(connection);
}

async function assertPowerlessLogin(connection: Connection): Promise<void> {
  const [login] = await connection.rows<{ name: string; super: boolean; bypass: boolean; creates: boolean; owned: string | null; definer: boolean }>(
    `select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcreaterole as creates,
       (select min(c.oid::regclass::text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'auth', 'pgboss') and c.relkind in ('r', 'p') and pg_has_role(session_user, c.relowner, 'MEMBER')) as owned,
       exists (select from pg_roles d where d.rolname = 'app_definer' and pg_has_role(session_user, d.oid, 'MEMBER')) as definer
     from pg_roles where rolname = session_user`,
  );
  const { name, super: superuser, bypass, creates, owned, definer } = login!;
  const use = "Use a login as in docs/operations.md.";
  if (superuser) refuse(`login ${name} is a superuser, for whom no policy holds. ${use}`);
  if (bypass) refuse(`login ${name} has BYPASSRLS, so no policy holds for it. ${use}`);
  if (creates) refuse(`login ${name} may create roles. ${use}`);
  if (owned) refuse(`login ${name} is, or may become, the owner of ${owned} and could switch its policies off. ${use}`);
  if (definer) refuse(`login ${name} may become app_definer, which sees all that is shared. ${use}`);
  const [open] = await connection.rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth', 'pgboss') and c.relkind in ('r', 'p') and has_table_privilege(session_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE')
     order by 1 limit 1`,
  );
  if (open) refuse(`login ${name} reaches ${open.name} without taking on a role: it must be NOINHERIT. ${use}`);
}

async function assertMigrated(connection: Connection): Promise<void> {
  const rows = await asWorker((tx) => tx.select({ name: migration.name, sha256: migration.sha256 }).from(migration), connection).catch(() => []);
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const pending = migrations().filter(({ name }) => !applied.has(name));
  if (pending.length) refuse(`${pending.map(({ name }) => name).join(", ")} must be applied first. Run: npm run migrate`);
  const other = migrations().find(({ name, sha256 }) => applied.get(name) !== sha256);
  if (other) refuse(`${other.name} was applied in another form than this version has.`);
}

async function assertForced(connection: Connection): Promise<void> {
  const open = await connection.rows<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  );
  if (open.length) refuse(`row-level security is not forced on ${open.map(({ name }) => name).join(", ")}.`);
}

async function assertPolicies(connection: Connection): Promise<void> {
  const rows = await connection.rows<Policy>(
    `select schemaname || '.' || tablename as table, policyname::text as name, cmd as command, permissive = 'PERMISSIVE' as permissive,
       (select string_agg(role, ', ' order by role) from unnest(roles::text[]) role) as roles
     from pg_policies where schemaname in ('public', 'auth') and not (tablename = 'migration' and policyname = 'owner')`,
  );
  const found = new Map(rows.map((row) => [`${row.table} ${row.name}`, row]));
  for (const expected of expectedPolicies()) {
    const key = `${expected.table} ${expected.name}`;
    const policy = found.get(key);
    if (!policy) refuse(`policy ${expected.name} on ${expected.table} is not there.`);
    if (policy.command !== expected.command || policy.roles !== expected.roles || policy.permissive !== expected.permissive) {
      refuse(`policy ${expected.name} on ${expected.table} is for ${policy.command} to ${policy.roles}, and not for ${expected.command} to ${expected.roles}.`);
    }
    found.delete(key);
  }
  const [extra] = found.values();
  if (extra) refuse(`policy ${extra.name} on ${extra.table} is not one of this version.`);
}

function refuse(reason: string): never {
  throw new Error(`The database is not safe: ${reason}`);
}
