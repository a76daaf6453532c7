import { and, eq, isNull } from "drizzle-orm";
import { wish, wishJoin } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** The neighbours' wishes that this household joined and can still see. */
export function joinedWishes(tx: ViewerTx, resident: Resident) {
  return tx
    .select({ id: wish.id, title: wish.title })
    .from(wishJoin)
    .innerJoin(wish, eq(wish.id, wishJoin.wishId))
    .where(and(eq(wishJoin.householdId, resident.householdId), isNull(wish.withdrawnAt), isNull(wish.hiddenAt)))
    .orderBy(wishJoin.createdAt)
    .limit(50);
}
