import { and, eq, gt, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent, membership } from "../../../db/schema/people.ts";
import { asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { daysToReturn } from "./return-home.server.ts";

/** What somebody who moved out left with their old home, while it can still be taken along. */
export const leftBehind = ({ accountId }: Pick<AccountViewer, "accountId">): Promise<number> => asWorker(async (tx) => (await stillLeft(tx, accountId)).length);

/**
 * Takes along what somebody who moved out had left with their old home.
 * @returns how many measures; 0 when it is too late
 */
export function takeAllAlong({ accountId }: Pick<AccountViewer, "accountId">): Promise<number> {
  return asWorker(async (tx) => {
    const left = await stillLeft(tx, accountId);
    for (const id of left) {
      await tx.update(consent).set({ withdrawnAt: sql`now()`, withdrawnBy: accountId }).where(eq(consent.id, id));
      await journal(tx, { kind: "withdrawal", id });
    }
    return left.length;
  });
}

/** A choice that ended by moving itself counts; one that was taken back before or after has another moment. */
async function stillLeft(tx: WorkerTx, accountId: string): Promise<string[]> {
  const moved = and(eq(membership.residentId, consent.residentId), eq(membership.householdId, consent.householdId), eq(membership.endedReason, "moved"), eq(membership.endedAt, consent.withdrawnAt));
  const rows = await tx
    .select({ id: consent.id })
    .from(consent)
    .innerJoin(membership, moved)
    .where(and(eq(consent.residentId, accountId), eq(consent.purpose, "leave_behind"), gt(membership.endedAt, sql`now() - make_interval(days => ${daysToReturn}::int)`)))
    .for("update", { of: consent });
  return rows.map(({ id }) => id);
}
