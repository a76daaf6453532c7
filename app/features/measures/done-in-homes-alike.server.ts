import { and, eq } from "drizzle-orm";
import { building, dwelling } from "../../../db/schema/register.ts";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { type HomeTraits, likeMyHome } from "../neighbourhood/homes-like-mine.server.ts";
import type { Resident } from "../session/viewer.ts";
import { type MeasureKind, measureKinds } from "./catalogue.ts";
import { counted, doneByNeighbours, type NeighbourRanges } from "./neighbours-with-kind.server.ts";

/** What homes alike did of one kind: how many households, what they told of it, and how many of them may be asked. */
export type KindInHomesAlike = NeighbourRanges & { kind: MeasureKind; mayAsk: number };

/**
 * What households in homes like the own one did, by kind, most of them first, as far as this resident may see it. The own
 * household doesn't count.
 * @returns null when it is unknown what homes alike are
 */
export async function doneInHomesAlike(tx: ViewerTx, resident: Resident, traits: HomeTraits): Promise<KindInHomesAlike[] | null> {
  const likeMine = likeMyHome(traits);
  if (!likeMine) return null;
  const rows = await tx
    .select({ kind: measure.kind, householdId: measure.householdId, costRange: measure.costRange, satisfaction: measure.satisfaction, mayAsk: measure.mayAsk })
    .from(measure)
    .innerJoin(dwelling, eq(dwelling.id, measure.dwellingId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(and(likeMine, doneByNeighbours(resident)));
  return measureKinds
    .map((kind) => {
      const done = rows.filter((row) => row.kind === kind);
      return { kind, ...counted(done), mayAsk: new Set(done.filter(({ mayAsk }) => mayAsk).map(({ householdId }) => householdId)).size };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
