import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { household } from "../../../db/schema/people.ts";
import { dwelling } from "../../../db/schema/register.ts";
import { allTables, wishJoin } from "../../../db/schema/sharing.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { narrowAudiences } from "../sharing/narrow-audiences.server.ts";

/**
 * In the transaction of an import: first narrows what was meant for a street or building that is no longer that of the
 * home, or has become too small; then gives every household the street and building that the register has for its home.
 * @returns how many households came to lie in another street or building, and how many items were narrowed
 */
export async function followRegister(tx: WorkerTx): Promise<{ moved: number; narrowed: number }> {
  const narrowed = await narrowAudiences(tx);
  const moved = await tx
    .update(household)
    .set({ streetId: sql`${dwelling.streetId}`, buildingId: sql`${dwelling.buildingId}` })
    .from(dwelling)
    .where(
      and(
        eq(dwelling.id, household.dwellingId),
        isNotNull(dwelling.streetId),
        or(sql`${dwelling.streetId} <> ${household.streetId}`, sql`${dwelling.buildingId} is distinct from ${household.buildingId}`),
      ),
    )
    .returning({ id: household.id, streetId: household.streetId, buildingId: household.buildingId });
  // The street of measures, wishes and stories follows that of their household by their foreign key.
  for (const { id, streetId, buildingId } of moved) {
    for (const table of allTables) await tx.update(table).set({ buildingId }).where(eq(table.householdId, id));
    await tx.update(wishJoin).set({ streetId }).where(eq(wishJoin.householdId, id));
  }
  return { moved: moved.length, narrowed };
}
