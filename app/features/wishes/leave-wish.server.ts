import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent } from "../../../db/schema/people.ts";
import { wishJoin } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** The household no longer joins a wish, also when it cannot see the wish any more. */
export async function leaveWish(tx: ViewerTx, resident: Resident, wishId: string): Promise<void> {
  await tx.delete(wishJoin).where(and(eq(wishJoin.wishId, wishId), eq(wishJoin.householdId, resident.householdId)));
  const ended = await tx
    .update(consent)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId })
    .where(and(eq(consent.householdId, resident.householdId), eq(consent.purpose, "join_wish"), eq(consent.subjectId, wishId), isNull(consent.withdrawnAt)))
    .returning({ id: consent.id });
  for (const { id } of ended) await journal(tx, { kind: "withdrawal", id });
}
