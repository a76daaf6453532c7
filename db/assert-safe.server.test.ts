import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { administrate, appLogin, asOwner, everyDatabase, freshDatabase } from "../tests/support/databases.ts";
import { assertSafe } from "./assert-safe.server.ts";
import { type Connection, connectPostgres } from "./connection.ts";
import { expectedPolicies } from "./expected-policies.ts";

describe.each(everyDatabase)("start-up on %s", (kind) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;

  beforeEach(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    database = await freshDatabase(kind);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await database.connection.close();
    await database.drop();
  });

  it("accepts a migrated database, and says on the embedded one what is not proven there", async () => {
    await assertSafe(database.connection);
    expect(vi.mocked(console.log).mock.calls.flat()).toHaveLength(kind === "pglite" ? 1 : 0);
    expect(expectedPolicies().length).toBeGreaterThan(80);
  });

  it.each([
    ["row-level security switched off", "alter table consent disable row level security", "row-level security is not forced on public.consent."],
    ["an owner who passes the policies", "alter table auth.account no force row level security", "row-level security is not forced on auth.account."],
    ["a new table without it", "create table note (text text)", "row-level security is not forced on public.note."],
    ["a policy that is gone", "drop policy own_household on consent", "policy own_household on public.consent is not there."],
    ["a policy for more roles", "alter policy worker on outbox to app_worker, app_viewer", "policy worker on public.outbox is for ALL to app_viewer, app_worker, and not for ALL to app_worker."],
    [
      "a policy for more deeds",
      "drop policy own_household on disclosure; create policy own_household on disclosure to app_viewer using (true)",
      "policy own_household on public.disclosure is for ALL to app_viewer, and not for SELECT to app_viewer.",
    ],
    ["a policy too many", "create policy look on measure for select to app_viewer using (true)", "policy look on public.measure is not one of this version."],
    ["a migration that waits", "delete from migration where name like '0005%'", "0005_sharing.sql must be applied first. Run: npm run migrate"],
    ["another form of a migration", "update migration set sha256 = 'x' where name like '0005%'", "0005_sharing.sql was applied in another form than this version has."],
  ])("refuses %s", async (_reason, breakIt, line) => {
    await asOwner(database, breakIt);
    await expect(assertSafe(database.connection)).rejects.toThrow(new Error(`The database is not safe: ${line}`));
  });

  it("refuses a database that was never migrated", async () => {
    await asOwner(database, "drop table migration");
    await expect(assertSafe(database.connection)).rejects.toThrow(/0000_roles.sql, 0001_viewer.sql.* must be applied first. Run: npm run migrate$/);
  });
});

describe.each(everyDatabase.filter((kind) => kind === "postgres"))("logins on %s", (kind) => {
  it.each([
    ["a superuser", "superuser", "", "is a superuser, for whom no policy holds."],
    ["a login that passes policies", "bypassrls", "", "has BYPASSRLS, so no policy holds for it."],
    ["a login that makes roles", "createrole", "", "may create roles."],
    ["the owner of a table", "", "alter table measure owner to {login}", "is, or may become, the owner of public.measure and could switch its policies off."],
    ["a login that becomes the owner of the functions", "", "grant app_definer to {login}", "may become app_definer, which sees all that is shared."],
    ["a login that reaches tables by itself", "", "grant select on measure to {login}", "reaches public.measure without taking on a role: it must be NOINHERIT."],
    ["a login that inherits its roles", "inherit", "", "without taking on a role: it must be NOINHERIT."],
  ])("refuses %s", async (_reason, attributes, grant, line) => {
    const database = await freshDatabase(kind);
    const login = `iso_login_${randomBytes(4).toString("hex")}`;
    await administrate(`create role ${login} login noinherit ${attributes} password '${login}'`.replace(/noinherit inherit/, "inherit"));
    let connection: Connection | undefined;
    try {
      await administrate(`grant app_auth, app_viewer, app_worker, app_insights to ${login}`);
      if (grant) await asOwner(database, grant.replaceAll("{login}", login));
      connection = connectPostgres(database.url!.replaceAll(appLogin, login), 1);
      await expect(assertSafe(connection)).rejects.toThrow(line);
      await expect(assertSafe(connection)).rejects.toThrow(new RegExp(`^The database is not safe: login ${login} [^\\n]+ Use a login as in docs/operations.md.$`));
    } finally {
      await connection?.close();
      await database.connection.close();
      await asOwner(database, `drop owned by ${login} cascade`);
      await administrate(`drop role ${login}`);
    }
  });
});
