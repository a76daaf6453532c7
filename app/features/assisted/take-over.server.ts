import { and, eq, isNull, sql } from "drizzle-orm";
import { paperResident } from "../../../db/schema/assisted.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { makeHousehold } from "../households/make-household.server.ts";

/**
 * Gives what was entered on paper for somebody to the account that typed the code of their letter: it lives in their household
 * from now on, all that was entered is its own, and nobody helps there any more.
 * @returns false when it was taken over before, or the person stopped
 */
export async function takeOver(tx: AuthTx, accountId: string, { paperResidentId, dwellingId }: { paperResidentId: string; dwellingId: string }): Promise<boolean> {
  const [place] = await tx
    .update(paperResident)
    .set({ takenOverAt: sql`now()`, takenOverBy: accountId })
    .where(and(eq(paperResident.id, paperResidentId), isNull(paperResident.takenOverAt), isNull(paperResident.endedAt)))
    .returning({ householdId: paperResident.householdId, neighbourhoodCode: paperResident.neighbourhoodCode });
  if (!place) return false;
  await makeHousehold(tx, accountId, dwellingId, "letter", place);
  await tx.execute(sql`select viewer.take_over(${paperResidentId}::uuid)`);
  return true;
}
