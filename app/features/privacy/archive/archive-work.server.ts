import { and, asc, eq, inArray, lt, ne, or, sql } from "drizzle-orm";
import { ownArchive, ownArchivePiece } from "../../../../db/schema/privacy.ts";
import { asWorker, type WorkerTx } from "../../../../db/viewer.server.ts";

/** The purpose of the key under which archives wait to be fetched. */
export const archivePurpose = "own archive";
/** Days in which an archive can be fetched, from when it was ready. */
export const archiveDays = 7;
/** After so many minutes without a sign of life, a process is taken to be gone. */
const silentMinutes = 2;
const mostAttempts = 3;

export type Archive = typeof ownArchive.$inferSelect;

/** Takes up an archive that nobody works at: a new one, or one whose process is gone. Null when there is none. */
export async function claimArchive(): Promise<Archive | null> {
  return asWorker(async (tx) => {
    const silent = and(eq(ownArchive.state, "making"), lt(ownArchive.workedAt, sql`now() - make_interval(mins => ${silentMinutes}::int)`));
    for (;;) {
      const [next] = await tx.select().from(ownArchive).where(or(eq(ownArchive.state, "waiting"), silent)).orderBy(asc(ownArchive.createdAt)).limit(1).for("update", { skipLocked: true });
      if (!next) return null;
      await tx.delete(ownArchivePiece).where(eq(ownArchivePiece.archiveId, next.id));
      const givenUp = next.attempt >= mostAttempts;
      const [claimed] = await tx
        .update(ownArchive)
        .set(givenUp ? { state: "failed" } : { state: "making", attempt: next.attempt + 1, workedAt: sql`now()` })
        .where(eq(ownArchive.id, next.id))
        .returning();
      if (!givenUp) return claimed!;
    }
  });
}

/**
 * Holds the archive for the rest of a transaction, and gives a sign of life. Nothing may be written for it otherwise.
 * @throws {Superseded} when another process has taken it up meanwhile, or whose it is has left
 */
export async function holdArchive(tx: WorkerTx, { id, attempt }: Archive): Promise<void> {
  const [held] = await tx
    .update(ownArchive)
    .set({ workedAt: sql`now()` })
    .where(and(eq(ownArchive.id, id), eq(ownArchive.attempt, attempt), eq(ownArchive.state, "making")))
    .returning({ id: ownArchive.id });
  if (!held) throw new Superseded();
}

export class Superseded extends Error {}

/** Lets an archive be fetched; the one before it, if there is one, goes. */
export async function finishArchive(tx: WorkerTx, { id, accountId }: Archive, size: number): Promise<void> {
  const before = await tx.update(ownArchive).set({ state: "gone" }).where(and(eq(ownArchive.accountId, accountId), eq(ownArchive.state, "ready"), ne(ownArchive.id, id))).returning({ id: ownArchive.id });
  if (before.length) await tx.delete(ownArchivePiece).where(inArray(ownArchivePiece.archiveId, before.map((each) => each.id)));
  await tx.update(ownArchive).set({ state: "ready", size, readyAt: sql`now()`, expiresAt: sql`now() + make_interval(days => ${archiveDays}::int)` }).where(eq(ownArchive.id, id));
}

/** Deletes archives that had their time, and that there were ones that came to nothing. @returns how many */
export async function wipeArchives(tx: WorkerTx): Promise<number> {
  const old = sql`now() - make_interval(days => ${archiveDays}::int)`;
  const over = or(and(eq(ownArchive.state, "ready"), lt(ownArchive.expiresAt, sql`now()`)), and(inArray(ownArchive.state, ["gone", "failed"]), lt(ownArchive.createdAt, old)));
  return (await tx.delete(ownArchive).where(over).returning({ id: ownArchive.id })).length;
}
