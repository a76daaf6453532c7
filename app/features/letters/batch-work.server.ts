import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { letterCode } from "../../../db/schema/auth.ts";
import { type BatchFailure, letterBatch, letterFile } from "../../../db/schema/letters.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";

/** The purpose of the key under which files wait to be fetched. */
export const filePurpose = "letters to print";
/** Hours in which a file can be fetched, from when it was ready. */
export const hoursToFetch = 24;
/** Minutes after the first fetch in which the same moderator may fetch it again, because downloads break. */
export const minutesToFetchAgain = 10;
/** After so many minutes without a word from it, a process is taken to be gone. */
const silentMinutes = 2;
const mostAttempts = 3;

export type Batch = typeof letterBatch.$inferSelect;

/** Takes up a batch that nobody works at: a new one, or one whose process is gone. Null when there is none. */
export async function claimBatch(): Promise<Batch | null> {
  return asAuth(async (tx) => {
    const silent = and(eq(letterBatch.state, "making"), lt(letterBatch.workedAt, sql`now() - make_interval(mins => ${silentMinutes}::int)`));
    const [next] = await tx.select().from(letterBatch).where(or(eq(letterBatch.state, "waiting"), silent)).orderBy(asc(letterBatch.createdAt)).limit(1).for("update", { skipLocked: true });
    if (!next) return null;
    if (next.attempt >= mostAttempts) {
      await endBatch(tx, next.id, "given_up");
      return null;
    }
    const [claimed] = await tx.update(letterBatch).set({ state: "making", attempt: next.attempt + 1, workedAt: sql`now()`, made: 0 }).where(eq(letterBatch.id, next.id)).returning();
    await tx.delete(letterFile).where(eq(letterFile.batchId, next.id));
    return claimed!;
  });
}

/**
 * Holds the batch for the rest of a transaction. Nothing may be written for it otherwise.
 * @throws {Superseded} when another process has taken it up meanwhile
 */
export async function holdBatch(tx: AuthTx, { id, attempt }: Batch): Promise<void> {
  const [held] = await tx
    .update(letterBatch)
    .set({ workedAt: sql`now()` })
    .where(and(eq(letterBatch.id, id), eq(letterBatch.attempt, attempt), eq(letterBatch.state, "making")))
    .returning({ id: letterBatch.id });
  if (!held) throw new Superseded();
}

export class Superseded extends Error {}

/** Ends a batch whose file nobody will fetch any more: its letters were never printed, and their codes go. */
export async function endBatch(tx: AuthTx, id: string, failure: BatchFailure | null): Promise<void> {
  const unprinted = tx.select({ id: letter.id }).from(letter).where(and(eq(letter.batchId, id), isNull(letter.signupId), isNull(letter.printedAt)));
  await tx.delete(letterCode).where(inArray(letterCode.letterId, unprinted));
  await tx.update(letter).set({ endedAt: sql`now()` }).where(and(eq(letter.batchId, id), isNull(letter.signupId), isNull(letter.printedAt), isNull(letter.endedAt)));
  await tx.delete(letterFile).where(eq(letterFile.batchId, id));
  await tx.update(letterBatch).set({ state: failure ? "failed" : "gone", failure, goneAt: sql`now()` }).where(eq(letterBatch.id, id));
}

/** Wipes the files that were fetched ten minutes ago, and those that nobody fetched in a day. */
export async function wipeFiles(): Promise<void> {
  await asAuth(async (tx) => {
    const fetched = await tx
      .update(letterBatch)
      .set({ goneAt: sql`now()` })
      .where(and(eq(letterBatch.state, "fetched"), isNull(letterBatch.goneAt), isNotNull(letterBatch.fetchedAt), lt(letterBatch.fetchedAt, sql`now() - make_interval(mins => ${minutesToFetchAgain}::int)`)))
      .returning({ id: letterBatch.id });
    for (const { id } of fetched) await tx.delete(letterFile).where(eq(letterFile.batchId, id));
    const forgotten = await tx
      .select({ id: letterBatch.id })
      .from(letterBatch)
      .where(and(eq(letterBatch.state, "ready"), lt(letterBatch.readyAt, sql`now() - make_interval(hours => ${hoursToFetch}::int)`)))
      .for("update");
    for (const { id } of forgotten) await endBatch(tx, id, null);
  });
}
