import { and, asc, eq } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import { wish, wishJoin } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

export type FoundWish = NonNullable<Awaited<ReturnType<typeof findWish>>>;

const mostJoiners = 200;

/** A wish with who joined it, as far as this resident may see it; null for what isn't there and for what isn't theirs to see. */
export async function findWish(tx: ViewerTx, resident: Resident, id: string) {
  if (!isUuid(id)) return null;
  const [row] = await tx
    .select({
      id: wish.id,
      householdId: wish.householdId,
      residentId: wish.residentId,
      scope: wish.scope,
      kind: wish.kind,
      title: wish.title,
      note: wish.note,
      horizon: wish.horizon,
      holdingBack: wish.holdingBack,
      shownName: wish.shownName,
      streetName: street.name,
      audience: wish.audience,
      sharedAt: wish.sharedAt,
      updatedAt: wish.updatedAt,
      narrowedAt: wish.narrowedAt,
      withdrawnAt: wish.withdrawnAt,
      hiddenAt: wish.hiddenAt,
    })
    .from(wish)
    .innerJoin(street, eq(street.id, wish.streetId))
    .where(and(eq(wish.id, id), eq(wish.neighbourhoodCode, resident.neighbourhoodCode)));
  if (!row) return null;
  const joins = await tx
    .select({ id: wishJoin.id, shownName: wishJoin.shownName, streetName: street.name, householdId: wishJoin.householdId })
    .from(wishJoin)
    .innerJoin(street, eq(street.id, wishJoin.streetId))
    .where(eq(wishJoin.wishId, id))
    .orderBy(asc(wishJoin.createdAt))
    .limit(mostJoiners);
  const { householdId, residentId, kind, ...rest } = row;
  return {
    ...rest,
    kind: kind !== null && isMeasureKind(kind) ? kind : null,
    joins: joins.map(({ householdId: joiner, ...join }) => ({ ...join, own: joiner === resident.householdId })),
    own: householdId === resident.householdId,
    mine: residentId === resident.residentId,
  };
}
