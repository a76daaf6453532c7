import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assertSafe } from "../../db/assert-safe.server.ts";
import { connectPostgres } from "../../db/connection.ts";
import { municipality } from "../../db/schema/register.ts";
import { asWorker } from "../../db/viewer.server.ts";
import { administrate, appLogin, everyDatabase, testDatabase } from "../support/databases.ts";

const kinds = everyDatabase.filter((kind) => kind === "postgres" && hasPgDump());
if (kinds.length === 0) console.warn("backup and restore are not tested: pg_dump or PostgreSQL is not there");

describe.each(kinds)("backup and restore on %s", (kind) => {
  const made = testDatabase(kind);

  it("gives the same rows back, in a database that is safe to start on", async () => {
    await asWorker((tx) => tx.insert(municipality).values({ code: "GM9901", name: "Lindewaard" }));
    const folder = mkdtempSync(join(tmpdir(), "buurhof-backup-"));
    const copy = `${new URL(made.url!).pathname.slice(1)}_copy`;
    const as = (database: string) => {
      const url = new URL(process.env.TEST_POSTGRES_ADMIN_URL!);
      url.pathname = `/${database}`;
      return url.href;
    };
    try {
      const file = join(folder, "backup.dump");
      script("scripts/backup.mjs", file, { DATABASE_BACKUP_URL: as(new URL(made.url!).pathname.slice(1)) });
      await administrate(`create database ${copy}`);
      script("scripts/restore.mjs", file, { DATABASE_ADMIN_URL: as(copy) });
      const url = new URL(as(copy));
      url.username = appLogin;
      url.password = appLogin;
      const restored = connectPostgres(url.href, 1);
      await assertSafe(restored);
      const rows = await asWorker((tx) => tx.select({ code: municipality.code, name: municipality.name }).from(municipality), restored);
      await restored.close();
      expect(rows).toEqual([{ code: "GM9901", name: "Lindewaard" }]);
      expect(() => script("scripts/restore.mjs", file, { DATABASE_ADMIN_URL: as(copy) })).toThrow(/not empty/);
    } finally {
      await administrate(`drop database if exists ${copy} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function script(name: string, file: string, env: Record<string, string>): void {
  execFileSync(process.execPath, [name, file], { env: { ...process.env, ...env }, stdio: "pipe", encoding: "utf8" });
}

function hasPgDump(): boolean {
  try {
    execFileSync("pg_dump", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}
