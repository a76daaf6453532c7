import { and, count, eq, isNull, sql } from "drizzle-orm";
import { dwelling, dwellingTypes, type DwellingType } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** Homes of one type; `withoutBuilding` of them are in no building that is in use, which is why a type can be unknown. */
export type HomesOfType = { type: DwellingType; homes: number; withoutBuilding: number };

/** Homes in the register by type, as far as the asker sees them: a moderator those of the own neighbourhoods, a worker all. */
export async function homesByType(tx: Pick<ViewerTx, "select">): Promise<HomesOfType[]> {
  const rows = await tx
    .select({ type: dwelling.dwellingType, homes: count(), withoutBuilding: sql<number>`count(*) filter (where ${dwelling.buildingId} is null)`.mapWith(Number) })
    .from(dwelling)
    .where(and(eq(dwelling.isHome, true), isNull(dwelling.endedOn)))
    .groupBy(dwelling.dwellingType);
  return dwellingTypes.flatMap((type) => {
    const here = rows.filter((row) => (row.type ?? "unknown") === type);
    return here.length === 0 ? [] : [{ type, homes: here.reduce((all, row) => all + row.homes, 0), withoutBuilding: here.reduce((all, row) => all + row.withoutBuilding, 0) }];
  });
}
