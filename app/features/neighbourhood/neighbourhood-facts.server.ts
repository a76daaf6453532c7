import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { building, dwelling } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** What the public register says of a neighbourhood: how many homes, which kind is most common, built in which middle half (years). */
export async function neighbourhoodFacts(tx: ViewerTx, neighbourhoodCode: string) {
  const homes = and(eq(dwelling.neighbourhoodCode, neighbourhoodCode), eq(dwelling.isHome, true), isNull(dwelling.endedOn));
  const [built] = await tx
    .select({
      homes: count(),
      from: sql<number | null>`percentile_disc(0.25) within group (order by ${building.builtYear})`,
      to: sql<number | null>`percentile_disc(0.75) within group (order by ${building.builtYear})`,
    })
    .from(dwelling)
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(homes);
  const [common] = await tx.select({ type: dwelling.dwellingType }).from(dwelling).where(homes).groupBy(dwelling.dwellingType).orderBy(desc(count())).limit(1);
  return { homes: Number(built?.homes ?? 0), from: built?.from ?? null, to: built?.to ?? null, type: common?.type ?? null };
}
