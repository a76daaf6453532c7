import { and, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { building, dwelling } from "../../../db/schema/register.ts";
import { type CostRange, costRanges, measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { type HomeTraits, likeMyHome } from "../neighbourhood/homes-like-mine.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { MeasureKind } from "./catalogue.ts";

/** What neighbours told of a measure that they did: how many households, and how many measures per range of cost and per degree of content (1 to 5). */
export type NeighbourRanges = { count: number; costs: { range: CostRange; count: number }[]; satisfaction: { score: number; count: number }[] };

/**
 * What neighbours who did a measure tell of it, as far as this resident may see their measures: of homes like the own one (null when
 * it is unknown what those are), and of the whole neighbourhood. The own household doesn't count.
 */
export async function neighboursWithKind(tx: ViewerTx, resident: Resident, kind: MeasureKind, traits: HomeTraits | null): Promise<{ alike: NeighbourRanges | null; here: NeighbourRanges }> {
  const likeMine = traits && likeMyHome(traits);
  const rows = await tx
    .select({ householdId: measure.householdId, costRange: measure.costRange, satisfaction: measure.satisfaction, alike: sql<boolean>`coalesce(${likeMine ?? sql`false`}, false)` })
    .from(measure)
    .leftJoin(dwelling, eq(dwelling.id, measure.dwellingId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(and(eq(measure.kind, kind), doneByNeighbours(resident)));
  return { alike: likeMine ? counted(rows.filter(({ alike }) => alike)) : null, here: counted(rows) };
}

/** Measures that neighbours of the same neighbourhood did and share; which of them this resident sees is for the database. */
export const doneByNeighbours = ({ neighbourhoodCode, householdId }: Resident): SQL =>
  and(
    eq(measure.state, "done"),
    eq(measure.neighbourhoodCode, neighbourhoodCode),
    ne(measure.householdId, householdId),
    isNotNull(measure.sharedAt),
    isNull(measure.withdrawnAt),
    isNull(measure.hiddenAt),
  )!;

/** What rows of measures tell together. */
export function counted(rows: { householdId: string; costRange: CostRange | null; satisfaction: number | null }[]): NeighbourRanges {
  const costs = costRanges.map((range) => ({ range, count: rows.filter(({ costRange }) => costRange === range).length }));
  const satisfaction = [5, 4, 3, 2, 1].map((score) => ({ score, count: rows.filter((row) => row.satisfaction === score).length }));
  return { count: new Set(rows.map(({ householdId }) => householdId)).size, costs: costs.filter(({ count }) => count > 0), satisfaction: satisfaction.filter(({ count }) => count > 0) };
}
