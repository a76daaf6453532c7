import { and, count, eq, ne } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import { wish, wishJoin } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { changeAudience, isWider } from "../sharing/change-audience.server.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { Refused } from "../sharing/refused.ts";

/**
 * Says who may see an own wish. Neighbours who joined said yes to those who see it now, so from then on it can only be
 * narrowed.
 * @returns false when the household has no such wish
 * @throws Refused when the audience has too few homes, others joined and it would get wider, or the wish was withdrawn
 */
export async function changeWishAudience(tx: ViewerTx, resident: Resident, id: string, wanted: Audience): Promise<boolean> {
  const item = await ownItem(tx, resident, wish, id);
  if (!item) return false;
  if (isWider(wanted, item.audience)) {
    const [others] = await tx
      .select({ joined: count() })
      .from(wishJoin)
      .where(and(eq(wishJoin.wishId, id), ne(wishJoin.householdId, resident.householdId)));
    if (others && Number(others.joined) > 0) throw new Refused("joined_by_others");
  }
  return changeAudience(tx, resident, wish, id, wanted);
}
