import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { inArray, isNull, sql } from "drizzle-orm";
import { afterCommit } from "./after-commit.server.ts";
import type { Connection } from "./connection.ts";
import { appendToJournalFile, journalFile, readJournalFile } from "./journal-file.server.ts";
import { type JournalKind, journalEntry } from "./schema/journal.ts";
import { type AuthTx, asWorker, type ViewerTx, type WorkerTx } from "./viewer.server.ts";

/**
 * Writes down, in the transaction of the deed itself, that something must never come back after a restore. The row
 * becomes a line in the journal file as soon as the transaction has committed. Call it before the row it is about is
 * deleted: a resident may only write about what the own household has.
 * @param entry what happened, and the id (random, never a name) of the account, photo, measure, wish, story, consent or membership
 * @param entry.otherId the household that is blocked, or the decision that hides
 */
export async function journal(tx: ViewerTx | AuthTx | WorkerTx, entry: { kind: JournalKind; id: string; otherId?: string }): Promise<void> {
  await tx.insert(journalEntry).values({ id: randomUUID(), kind: entry.kind, subjectId: entry.id, objectId: entry.otherId ?? null });
  afterCommit("journal", appendToJournal);
}

/** For what a function of the database wrote down itself: has its rows become lines when the transaction has committed. */
export function journalLater(): void {
  afterCommit("journal", appendToJournal);
}

/**
 * Appends the rows that are not in the file yet. When the disk refuses, the deed stands, one line in the log says so, and
 * the rows wait for the next call.
 */
export async function appendToJournal(connection?: Connection): Promise<void> {
  const file = journalFile();
  if (!file) return;
  try {
    await asWorker(async (tx) => {
      const rows = await tx.select(line).from(journalEntry).where(isNull(journalEntry.appendedAt)).orderBy(journalEntry.at).for("update", { skipLocked: true });
      if (rows.length === 0) return;
      await appendToJournalFile(file, rows);
      await tx.update(journalEntry).set({ appendedAt: sql`now()` }).where(inArray(journalEntry.id, rows.map((row) => row.id)));
    }, connection);
  } catch (error) {
    console.error(`journal: could not write to ${file} (${(error as Error).message}); the rows wait in the database`);
  }
}

/**
 * At start-up: the database and the journal file must tell the same. What the file lacks is appended; what the database
 * lacks means that it was restored from an older backup.
 * @throws one clear line when the database must not be used before `npm run admin -- replay-journal`
 */
export async function assertJournalReplayed(connection: Connection): Promise<void> {
  const file = journalFile();
  if (!file) return;
  const rows = await asWorker((tx) => tx.select({ id: journalEntry.id, appendedAt: journalEntry.appendedAt }).from(journalEntry), connection);
  if (!existsSync(file) && rows.some((row) => row.appendedAt !== null)) {
    throw new Error(
      `The journal ${file} is not there, but this database has written to one. Put the file back, or start a new one with: npm run admin -- replay-journal --new-file`,
    );
  }
  const known = new Set(rows.map((row) => row.id));
  const missing = new Set(known);
  let toReplay = 0;
  if (existsSync(file)) {
    for await (const { id } of readJournalFile(file)) {
      missing.delete(id);
      if (!known.has(id)) toReplay++;
    }
  }
  if (toReplay > 0) {
    throw new Error(
      `This database is older than the journal ${file}: ${toReplay} withdrawals, erasures or the like would be undone. Run first: npm run admin -- replay-journal`,
    );
  }
  // The file is right: whatever it does not hold is written (again), also what the database believes to be in it.
  if (missing.size > 0) {
    await asWorker((tx) => tx.update(journalEntry).set({ appendedAt: null }).where(inArray(journalEntry.id, [...missing])), connection);
    await appendToJournal(connection);
  }
}

const line = { id: journalEntry.id, kind: journalEntry.kind, subjectId: journalEntry.subjectId, objectId: journalEntry.objectId, at: journalEntry.at };
