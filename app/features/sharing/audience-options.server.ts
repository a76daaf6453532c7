import { and, eq } from "drizzle-orm";
import { type Audience, audiences } from "../../../db/schema/people.ts";
import { building, streetInNeighbourhood } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** From this number of homes on, a building or a street is an audience; fewer would point at a home. */
export const smallestAudience = 10;

/** One audience that can be chosen; `homes` is the number of homes in it, null where it needs no number. */
export type AudienceOption = { audience: Audience; homes: number | null };

/**
 * The audiences that this household can choose from. The database refuses the others (viewer.audience_allowed); they are
 * not offered here either.
 */
export async function audienceOptions(
  tx: ViewerTx,
  home: { buildingId: string | null; streetId: string; neighbourhoodCode: string },
): Promise<AudienceOption[]> {
  const [flats] = home.buildingId
    ? await tx
        .select({ homes: building.dwellingCount })
        .from(building)
        .where(and(eq(building.id, home.buildingId), eq(building.neighbourhoodCode, home.neighbourhoodCode)))
    : [];
  const [street] = await tx
    .select({ homes: streetInNeighbourhood.homeCount })
    .from(streetInNeighbourhood)
    .where(and(eq(streetInNeighbourhood.streetId, home.streetId), eq(streetInNeighbourhood.neighbourhoodCode, home.neighbourhoodCode)));
  const homes: Record<Audience, number | null> = { household: null, building: flats?.homes ?? 0, street: street?.homes ?? 0, neighbourhood: null };
  return audiences.map((audience) => ({ audience, homes: homes[audience] })).filter(({ homes: count }) => count === null || count >= smallestAudience);
}
