import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { figurePublicity, type PublicitySide } from "../../../../db/schema/insights.ts";
import { neighbourhood } from "../../../../db/schema/register.ts";
import type { ViewerSettings, ViewerTx } from "../../../../db/viewer.server.ts";

export type Agreed = "both" | PublicitySide | "none";

/** Who agreed that everybody sees the figures of these neighbourhoods. */
export async function agreedIn(tx: ViewerTx, codes: readonly string[]): Promise<Map<string, Agreed>> {
  const rows = codes.length
    ? await tx.select({ code: figurePublicity.neighbourhoodCode, side: figurePublicity.side }).from(figurePublicity).where(and(inArray(figurePublicity.neighbourhoodCode, [...codes]), isNull(figurePublicity.endedAt)))
    : [];
  const sides = (code: string) => rows.filter((row) => row.code === code).map(({ side }) => side);
  return new Map(codes.map((code) => [code, sides(code).length === 2 ? "both" : (sides(code)[0] ?? "none")]));
}

export type PublicityLine = { id: string; at: Date; side: PublicitySide; deed: "agreed" | "ended"; areaName: string };
const mostLines = 20;

/** Which side agreed that everybody sees the figures of these neighbourhoods, and no longer did, and when: the newest first. Nobody's name. */
export async function publicityLog(tx: ViewerTx, codes: readonly string[]): Promise<PublicityLine[]> {
  if (codes.length === 0) return [];
  const rows = await tx
    .select({ id: figurePublicity.id, side: figurePublicity.side, decidedAt: figurePublicity.decidedAt, endedAt: figurePublicity.endedAt, areaName: neighbourhood.name })
    .from(figurePublicity)
    .innerJoin(neighbourhood, eq(neighbourhood.code, figurePublicity.neighbourhoodCode))
    .where(inArray(figurePublicity.neighbourhoodCode, [...codes]))
    .orderBy(desc(sql`coalesce(${figurePublicity.endedAt}, ${figurePublicity.decidedAt})`))
    .limit(mostLines);
  return rows
    .flatMap(({ id, side, decidedAt, endedAt, areaName }): PublicityLine[] => [
      { id: `${id} agreed`, at: decidedAt, side, deed: "agreed", areaName },
      ...(endedAt ? [{ id: `${id} ended`, at: endedAt, side, deed: "ended" as const, areaName }] : []),
    ])
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, mostLines);
}

/**
 * Agrees, or no longer agrees, for one side. The same again changes nothing.
 * @returns false for a neighbourhood that isn't the decider's, or isn't there
 */
export async function decidePublicity(tx: ViewerTx, { residentId, moderates, officialNow = [] }: ViewerSettings, side: PublicitySide, code: string, agrees: boolean): Promise<boolean> {
  const [place] = await tx.select({ municipalityCode: neighbourhood.municipalityCode }).from(neighbourhood).where(eq(neighbourhood.code, code));
  if (!place?.municipalityCode || !(side === "cooperative" ? moderates.includes(code) : officialNow.includes(place.municipalityCode))) return false;
  if (agrees) {
    await tx.insert(figurePublicity).values({ neighbourhoodCode: code, municipalityCode: place.municipalityCode, side, decidedBy: residentId }).onConflictDoNothing();
  } else {
    await tx
      .update(figurePublicity)
      .set({ endedBy: residentId, endedAt: sql`now()` })
      .where(and(eq(figurePublicity.neighbourhoodCode, code), eq(figurePublicity.side, side), isNull(figurePublicity.endedAt)));
  }
  return true;
}
