import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { hidePaper } from "../../../db/leaving.server.ts";
import { assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { asWorker, type WorkerTx } from "../../../db/viewer.server.ts";

/** Months after which somebody who was helped on paper, and neither came back nor took it over, is let go. */
export const paperMonths = 24;

/**
 * For the daily job: lets go who was helped on paper 24 months ago for the last time; erased after seven days, like who leaves.
 * Their confirmation says so; there is no mailbox to tell.
 * @returns how many
 */
export async function endPaperIn(tx: WorkerTx): Promise<number> {
  const old = sql`now() - make_interval(months => ${paperMonths}::int)`;
  const lately = tx.select({ id: assistedSession.id }).from(assistedSession).where(and(eq(assistedSession.paperResidentId, paperResident.id), sql`${assistedSession.startedAt} > ${old}`));
  const due = await tx
    .select({ id: paperResident.id })
    .from(paperResident)
    .where(and(isNull(paperResident.takenOverAt), isNull(paperResident.endedAt), sql`${paperResident.createdAt} < ${old}`, notExists(lately)))
    .for("update");
  for (const { id } of due) {
    for (const item of await hidePaper(tx, id, sql`now()`)) await journal(tx, { kind: "withdrawal", id: item });
    await journal(tx, { kind: "erasure", id });
  }
  return due.length;
}

export const endPaper = (): Promise<number> => asWorker(endPaperIn);
