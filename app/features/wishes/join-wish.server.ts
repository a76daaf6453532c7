import { and, eq, isNull, ne } from "drizzle-orm";
import { wish, wishJoin } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * "Ik doe mee": the household joins a neighbour's wish for the neighbourhood, once.
 * @returns false when there is no such wish that this resident may see, or it is the household's own
 */
export async function joinWish(tx: ViewerTx, resident: Resident, wishId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: wish.id })
    .from(wish)
    .where(and(eq(wish.id, wishId), eq(wish.scope, "neighbourhood"), isNull(wish.withdrawnAt), ne(wish.householdId, resident.householdId)));
  if (!found) return false;
  const joined = await tx
    .insert(wishJoin)
    .values({
      wishId,
      neighbourhoodCode: resident.neighbourhoodCode,
      householdId: resident.householdId,
      residentId: resident.residentId,
      shownName: resident.displayName,
      streetId: resident.streetId,
    })
    .onConflictDoNothing()
    .returning({ id: wishJoin.id });
  for (const { id } of joined) {
    await giveConsent(tx, resident, { purpose: "join_wish" }, { subjectId: wishId, fieldGroup: "join" });
    await tell(tx, "wish-joined", { subjectId: wishId, causeId: id });
  }
  return true;
}
