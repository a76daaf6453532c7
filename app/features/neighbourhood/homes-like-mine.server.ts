import { and, between, countDistinct, eq, gte, inArray, isNull, lte, ne, type SQL } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { building, dwelling, type DwellingType } from "../../../db/schema/register.ts";
import { measure, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { buildingPeriod } from "./building-period.ts";
import { corrected } from "../own-home/correction.ts";
import { ownCorrection } from "../own-home/own-correction.server.ts";

/** Facts of a home, of the BAG or as its household says: the area is in m², the year is that of the building. Null is unknown. */
export type HomeTraits = { dwellingType: DwellingType | null; builtYear: number | null; areaM2: number | null };

/** A home may be a quarter smaller or larger and still be alike. */
const sizeMargin = 0.25;

/**
 * The one rule for "homes like mine": the same kind of home, built in the same period, at most a quarter smaller or larger.
 * What is unknown of my own home is left out of the comparison.
 * @returns a condition on `dwelling`, joined with `building`; null when the kind of my home is unknown, for then nothing can be said
 */
export function likeMyHome(mine: HomeTraits): SQL | null {
  if (!mine.dwellingType || mine.dwellingType === "unknown" || mine.dwellingType === "other") return null;
  const period = mine.builtYear === null ? null : buildingPeriod(mine.builtYear);
  return (
    and(
      eq(dwelling.isHome, true),
      eq(dwelling.dwellingType, mine.dwellingType),
      period?.from == null ? undefined : gte(building.builtYear, period.from),
      period?.to == null ? undefined : lte(building.builtYear, period.to),
      mine.areaM2 === null ? undefined : between(dwelling.areaM2, Math.ceil(mine.areaM2 * (1 - sizeMargin)), Math.floor(mine.areaM2 * (1 + sizeMargin))),
    ) ?? null
  );
}

/** What the own home is compared by: what its household says of it, else what the register says. */
export async function homeTraits(tx: ViewerTx, { dwellingId, householdId }: { dwellingId: string; householdId: string }): Promise<HomeTraits | null> {
  const [row] = await tx
    .select({ dwellingType: dwelling.dwellingType, builtYear: building.builtYear, areaM2: dwelling.areaM2 })
    .from(dwelling)
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(eq(dwelling.id, dwellingId));
  return row ? corrected(row, await ownCorrection(tx, householdId)) : null;
}

/**
 * How many homes like mine there are in the neighbourhood (public), and how many of them share a measure or a wish that
 * this viewer may see. A home that shares nothing with the viewer doesn't count, whoever lives there.
 * @returns null when the kind of my own home is unknown
 */
export async function countHomesLikeMine(
  tx: ViewerTx,
  home: { dwellingId: string; householdId: string; neighbourhoodCode: string },
  traits: HomeTraits,
): Promise<{ alike: number; sharing: number } | null> {
  const alike = likeMyHome(traits);
  if (!alike) return null;
  const others = and(alike, eq(dwelling.neighbourhoodCode, home.neighbourhoodCode), ne(dwelling.id, home.dwellingId), isNull(dwelling.endedOn));
  const homes = () => tx.select({ count: countDistinct(dwelling.id) }).from(dwelling).leftJoin(building, eq(building.id, dwelling.buildingId));
  const [all] = await homes().where(others);
  const sharers = unionAll(
    tx.select({ dwellingId: measure.dwellingId }).from(measure).where(isShared(measure, home)),
    tx.select({ dwellingId: wish.dwellingId }).from(wish).where(isShared(wish, home)),
  );
  const [sharing] = await homes().where(and(others, inArray(dwelling.id, sharers)));
  return { alike: Number(all?.count ?? 0), sharing: Number(sharing?.count ?? 0) };
}

/** What a neighbour sees of somebody else's items; the policies hide the rest. */
function isShared(item: typeof measure | typeof wish, home: { householdId: string; neighbourhoodCode: string }): SQL | undefined {
  return and(eq(item.neighbourhoodCode, home.neighbourhoodCode), ne(item.householdId, home.householdId), isNull(item.withdrawnAt), isNull(item.hiddenAt));
}
