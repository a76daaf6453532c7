import { and, eq, isNull, ne } from "drizzle-orm";
import { household, membership } from "../../../db/schema/people.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";

export type OwnStay = Pick<typeof membership.$inferSelect, "id" | "evidence" | "startedAt"> & { others: string[] };

/**
 * Somebody's membership of a household and its other adults, held until the transaction ends: of two adults who leave at the
 * same moment, one is the last.
 * @returns null when it has ended
 */
export async function lockHome(tx: WorkerTx, { residentId, householdId }: { residentId: string; householdId: string }): Promise<OwnStay | null> {
  await tx.select({ id: household.id }).from(household).where(eq(household.id, householdId)).for("update");
  const here = and(eq(membership.householdId, householdId), isNull(membership.endedAt));
  const [mine] = await tx
    .select({ id: membership.id, evidence: membership.evidence, startedAt: membership.startedAt })
    .from(membership)
    .where(and(here, eq(membership.residentId, residentId)));
  if (!mine) return null;
  const others = await tx.select({ id: membership.residentId }).from(membership).where(and(here, ne(membership.residentId, residentId)));
  return { ...mine, others: others.map(({ id }) => id) };
}
