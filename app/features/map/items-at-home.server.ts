import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import { measure, photo, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** What neighbours share at one house, as the policies let this viewer see it. Nothing here says who else is in the household. */
export type ItemsAtHome = Awaited<ReturnType<typeof itemsAtHome>>;
export type MeasureAtHome = ItemsAtHome["measures"][number];
export type WishAtHome = ItemsAtHome["wishes"][number];

/** Measures and wishes that others share at some homes, the newest first; never those of the viewer's own household. */
export async function itemsAtHome(tx: ViewerTx, viewer: Resident, dwellingIds: string[]) {
  const measures = await tx
    .select({
      id: measure.id, shownName: measure.shownName, kind: measure.kind, state: measure.state, year: measure.year, costRange: measure.costRange, doneBy: measure.doneBy,
      satisfaction: measure.satisfaction, experience: measure.experience, wouldDoDifferently: measure.wouldDoDifferently, mayAsk: measure.mayAsk, mayVisit: measure.mayVisit,
    })
    .from(measure)
    .where(and(eq(measure.neighbourhoodCode, viewer.neighbourhoodCode), inArray(measure.dwellingId, dwellingIds), ne(measure.householdId, viewer.householdId), ne(measure.state, "removed")))
    .orderBy(desc(measure.year), asc(measure.kind), asc(measure.id));
  const wishes = await tx
    .select({ id: wish.id, shownName: wish.shownName, kind: wish.kind, horizon: wish.horizon, holdingBack: wish.holdingBack, note: wish.note })
    .from(wish)
    .where(and(eq(wish.neighbourhoodCode, viewer.neighbourhoodCode), inArray(wish.dwellingId, dwellingIds), ne(wish.householdId, viewer.householdId), eq(wish.scope, "home")))
    .orderBy(asc(wish.kind), asc(wish.id));
  const photos = measures.length
    ? await tx
        .select({ id: photo.id, measureId: photo.measureId, alt: photo.alt, width: photo.width, height: photo.height })
        .from(photo)
        .where(inArray(photo.measureId, measures.map((one) => one.id)))
        .orderBy(asc(photo.createdAt))
    : [];
  return { measures: measures.map((one) => ({ ...one, photos: photos.filter((picture) => picture.measureId === one.id) })), wishes };
}
