import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findMeasure } from "../../app/features/measures/find-measure.server.ts";
import { shareMeasure } from "../../app/features/measures/share-measure.server.ts";
import { withdrawMeasure } from "../../app/features/measures/withdraw-measure.server.ts";
import { eraseDue } from "../../app/features/privacy/erase-due.server.ts";
import { requestErasure } from "../../app/features/privacy/request-erasure.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { assertSafe } from "../../db/assert-safe.server.ts";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { type Connection, connectPglite, connectPostgres } from "../../db/connection.ts";
import { assertJournalReplayed } from "../../db/journal.server.ts";
import { replayJournal } from "../../db/replay-journal.server.ts";
import { account } from "../../db/schema/auth.ts";
import { erasure, ownArchive, ownArchivePiece } from "../../db/schema/privacy.ts";
import { measure } from "../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../db/viewer.server.ts";
import { administrate, appLogin, databaseKinds, type DatabaseKind, freshDatabase, ownerConnection } from "../support/databases.ts";
import { logIn } from "../support/log-in.ts";
import { neighbours } from "../support/neighbours.ts";
import { hasBuild } from "../support/running-app.ts";
import { buildTown } from "../support/town.ts";
import { addRows } from "./add-rows.ts";
import { rowsOfArchives } from "./rows-of-archives.ts";
import { matrixTests, type PresentRows } from "./matrix.ts";

// From the backup to the matrix on what was restored of it; on PostgreSQL in the ordinary run, on the embedded database in a whole proof.
const kinds = databaseKinds.filter((kind) => (kind === "postgres" ? spawnSync("pg_dump", ["--version"]).status === 0 : process.env.PROOF));
if (kinds.length === 0) console.warn("a restored database is not tested: pg_dump or PostgreSQL is not there");

describe.each(kinds)("a database restored from a backup on %s", (kind) => {
  /** In the place of the database that was lost. */
  const restored: { connection: Connection; url: string | null; journal: string } = { connection: null as never, url: null, journal: "" };
  let folder: string;
  let drop: (() => Promise<unknown>)[] = [];
  let rows: PresentRows;
  let people: { stays: Resident; leaves: Resident; sees: Resident };
  let items: { withdrawn: string; kept: string; ofLeaver: string };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "buurhof-restored-"));
    restored.journal = join(folder, "journal.txt");
    vi.stubEnv("JOURNAL_FILE", restored.journal);
    const lost = await freshDatabase(kind);
    drop = [lost.drop];
    useDatabase(lost.connection);
    await buildTown();
    const owner = ownerConnection(lost);
    rows = await addRows(owner);
    if (owner !== lost.connection) await owner.close();
    const { me, otherStreet, sameStreet } = await neighbours();
    people = { stays: me, leaves: otherStreet, sees: sameStreet };
    const share = (who: Resident, experience: string) => asViewer(who, (tx) => shareMeasure(tx, who, { kind: "green_roof", state: "done", year: 2020, costRange: null, doneBy: null, experience, audience: "neighbourhood" }));
    items = { withdrawn: await share(me, "Wordt ingetrokken"), kept: await share(me, "Blijft staan"), ofLeaver: await share(otherStreet, "Van wie weggaat") };
    await logIn(otherStreet.accountId);
    // What the journal has by now is in the backup.
    await assertJournalReplayed(lost.connection);
    const restore = await backUp(kind, lost, folder);
    await asViewer(me, (tx) => withdrawMeasure(tx, me, items.withdrawn));
    await requestErasure(otherStreet);
    await closeDatabase();
    const { connection, url, done } = await restore();
    drop.push(done);
    Object.assign(restored, { connection, url });
    useDatabase(connection);
  }, 180_000);

  afterAll(async () => {
    vi.unstubAllEnvs();
    await closeDatabase();
    for (const done of drop) await done();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The archives of the matrix are gone with all others: those who ask for one again get it. */
  async function archivesAgain(): Promise<PresentRows> {
    const owner = ownerConnection(restored);
    await owner.db.insert(ownArchive).values(Object.values(rowsOfArchives.ownArchive.rows));
    await owner.db.insert(ownArchivePiece).values(Object.values(rowsOfArchives.ownArchivePiece.rows));
    if (owner !== restored.connection) await owner.close();
    return rows;
  }

  const seen = (id: string) => asViewer(people.sees, async (tx) => (await findMeasure(tx, people.sees, id)) !== null);

  it("has again what was withdrawn and who was erased, and is refused until the journal is replayed", async () => {
    await assertSafe(restored.connection);
    expect([await seen(items.withdrawn), await seen(items.ofLeaver), await seen(items.kept)]).toEqual([true, true, true]);
    await expect(assertJournalReplayed(restored.connection)).rejects.toThrow(/older than the journal .* Run first: npm run admin -- replay-journal/);
    if (restored.url && hasBuild("a restored database at npm start")) {
      const settings = { APP_MODE: "production", APP_SECRET: "a-secret-of-the-tests-that-is-long-enough-0123456789", APP_URL: "https://buurhof.example", DATABASE_URL: restored.url, SMTP_URL: "smtp://127.0.0.1:1", JOURNAL_FILE: restored.journal };
      const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], { env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, ...settings }, encoding: "utf8", timeout: 120_000 });
      expect(stderr).toMatch(/older than the journal/);
      expect(status).toBe(1);
    }
  }, 150_000);

  it("lets go of both when it is replayed, and is not refused any more", async () => {
    expect(await replayJournal(restored.connection)).toBeGreaterThan(2);
    await assertJournalReplayed(restored.connection);
    expect([await seen(items.withdrawn), await seen(items.ofLeaver), await seen(items.kept)]).toEqual([false, false, true]);
    expect(await replayJournal(restored.connection), "once").toBe(0);
    expect(await asWorker((tx) => tx.select({ id: ownArchive.id }).from(ownArchive)), "an archive of before may hold what was withdrawn since").toEqual([]);
  });

  it("erases who had asked for it when it is due", async () => {
    await asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now() - interval '1 minute'` }).where(eq(erasure.accountId, people.leaves.accountId)));
    await eraseDue();
    expect(await asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.id, people.leaves.accountId)))).toEqual([]);
    expect(await asWorker((tx) => tx.select({ id: measure.id }).from(measure).where(eq(measure.id, items.ofLeaver)))).toEqual([]);
    expect(await asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.id, people.stays.accountId)))).toHaveLength(1);
  });

  describe("and keeps everybody apart as before:", () => matrixTests(kind, restored, archivesAgain));
});

type Lost = Awaited<ReturnType<typeof freshDatabase>>;

/** Makes a backup as it stands; gives how to put it in the place of the database. */
async function backUp(kind: DatabaseKind, lost: Lost, folder: string): Promise<() => Promise<{ connection: Connection; url: string | null; done: () => Promise<unknown> }>> {
  if (kind === "pglite") {
    const copy = join(folder, "copy");
    // What is open is copied as a process that was killed leaves it: the database mends itself when it is opened.
    await lost.connection.script("checkpoint");
    cpSync(lost.directory!, copy, { recursive: true });
    return async () => ({ connection: await connectPglite(copy), url: null, done: async () => {} });
  }
  const name = new URL(lost.url!).pathname.slice(1);
  const copy = `${name}_copy`;
  const as = (database: string, login?: string) => {
    const url = new URL(process.env.TEST_POSTGRES_ADMIN_URL!);
    url.pathname = `/${database}`;
    if (login) [url.username, url.password] = [login, login];
    return url.href;
  };
  const file = join(folder, "backup.dump");
  run("scripts/backup.mjs", file, { DATABASE_BACKUP_URL: as(name) });
  return async () => {
    await administrate(`create database ${copy}`);
    run("scripts/restore.mjs", file, { DATABASE_ADMIN_URL: as(copy) });
    const url = as(copy, appLogin);
    return { connection: connectPostgres(url, 10), url, done: () => administrate(`drop database if exists ${copy} with (force)`) };
  };
}

function run(script: string, file: string, env: Record<string, string>): void {
  execFileSync(process.execPath, [script, file], { env: { ...process.env, ...env }, stdio: "pipe", encoding: "utf8" });
}
