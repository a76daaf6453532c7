import { and, eq, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { paperResident } from "../../../db/schema/assisted.ts";
import { household, membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { allTables } from "../../../db/schema/sharing.ts";
import { asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import { eraseHousehold } from "./erase-due.server.ts";

/**
 * For the daily job: erases households that ended, and of which everybody who ever lived there was erased since. An account that
 * is erased takes its household along only while it lives there.
 * @returns how many
 */
export async function eraseEmptyHouseholdsIn(tx: WorkerTx): Promise<number> {
  const one = { one: sql`1` };
  const onPaper = and(eq(paperResident.householdId, household.id), isNull(paperResident.takenOverAt), isNull(paperResident.endedAt));
  const empty = await tx
    .select({ id: household.id })
    .from(household)
    .where(
      and(
        isNotNull(household.endedAt),
        notExists(tx.select(one).from(membership).where(eq(membership.householdId, household.id))),
        notExists(tx.select(one).from(erasure).where(eq(erasure.householdId, household.id))),
        notExists(tx.select(one).from(paperResident).where(onPaper)),
        // What was taken back lately is erased by itself first.
        ...allTables.map((table) => notExists(tx.select(one).from(table).where(eq(table.householdId, household.id)))),
      ),
    )
    .for("update");
  for (const { id } of empty) await eraseHousehold(tx, id);
  return empty.length;
}

export const eraseEmptyHouseholds = (): Promise<number> => asWorker(eraseEmptyHouseholdsIn);
