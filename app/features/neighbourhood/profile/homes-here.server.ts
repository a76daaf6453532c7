import { and, count, eq, isNull, max } from "drizzle-orm";
import { building, dwelling, type DwellingType } from "../../../../db/schema/register.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { buildingPeriod, type BuildingPeriod } from "../building-period.ts";

/** A building period, or `unknown` where no year is known. */
export type Period = BuildingPeriod | "unknown";

export type HomesHere = {
  homes: number;
  byType: { type: DwellingType; homes: number }[];
  byPeriod: { period: Period; homes: number }[];
  /** The day of the newest register entry among them, yyyy-mm-dd. */
  sourceDate: string | null;
};

/** The order in which types are shown: from homes that share most walls to homes that share none. */
const order: DwellingType[] = ["flat", "terraced", "end_terrace", "semi_detached", "detached", "other", "unknown"];

/** Homes of a neighbourhood by the register (BAG), counted per type and per building period; the periods are those of "homes like mine". */
export async function homesHere(tx: ViewerTx, neighbourhoodCode: string): Promise<HomesHere> {
  const here = and(eq(dwelling.neighbourhoodCode, neighbourhoodCode), eq(dwelling.isHome, true), isNull(dwelling.endedOn));
  const types = await tx.select({ type: dwelling.dwellingType, homes: count(), sourceDate: max(dwelling.sourceDate) }).from(dwelling).where(here).groupBy(dwelling.dwellingType);
  const years = await tx.select({ year: building.builtYear, homes: count() }).from(dwelling).leftJoin(building, eq(building.id, dwelling.buildingId)).where(here).groupBy(building.builtYear);
  const byType = order
    .map((type) => ({ type, homes: types.filter((row) => (row.type ?? "unknown") === type).reduce((sum, row) => sum + row.homes, 0) }))
    .filter(({ homes }) => homes > 0);
  const byPeriod = new Map<string, HomesHere["byPeriod"][number]>();
  for (const { year, homes } of years.toSorted((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity))) {
    const period = year === null ? "unknown" : buildingPeriod(year);
    const key = JSON.stringify(period);
    byPeriod.set(key, { period, homes: (byPeriod.get(key)?.homes ?? 0) + homes });
  }
  return {
    homes: byType.reduce((sum, { homes }) => sum + homes, 0),
    byType,
    byPeriod: [...byPeriod.values()],
    sourceDate: types.map((row) => row.sourceDate).reduce((newest, date) => (date && (!newest || date > newest) ? date : newest), null),
  };
}
