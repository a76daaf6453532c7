import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { wish, wishJoin } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** A dream for the neighbourhood; `joined` counts the households that joined, besides the one whose wish it is. */
export type NeighbourhoodWish = { id: string; title: string; joined: number; iJoin: boolean; own: boolean };

/** The wishes for the neighbourhood that this resident may see, those with most joiners first. */
export async function neighbourhoodWishes(tx: ViewerTx, resident: Resident, most: number): Promise<NeighbourhoodWish[]> {
  const joined = count(wishJoin.householdId);
  const rows = await tx
    .select({
      id: wish.id,
      title: wish.title,
      joined,
      iJoin: sql<boolean>`coalesce(bool_or(${wishJoin.householdId} = ${resident.householdId}), false)`,
      householdId: wish.householdId,
    })
    .from(wish)
    .leftJoin(wishJoin, eq(wishJoin.wishId, wish.id))
    .where(and(eq(wish.neighbourhoodCode, resident.neighbourhoodCode), eq(wish.scope, "neighbourhood"), isNull(wish.withdrawnAt), isNull(wish.hiddenAt)))
    .groupBy(wish.id)
    .orderBy(desc(joined), desc(wish.sharedAt), desc(wish.id))
    .limit(most);
  return rows.map(({ householdId, title, ...row }) => ({ ...row, title: title ?? "", joined: Number(row.joined), own: householdId === resident.householdId }));
}
