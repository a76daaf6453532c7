import { count, eq, sql } from "drizzle-orm";
import { measure, photo } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import type { ProcessedPhoto } from "./process-photo.server.ts";

/** The number of photos that one measure can have. */
export const mostPhotos = 6;

/**
 * Adds a photo to an own measure; it is seen by whoever sees the measure.
 * @param alt what can be seen in it, for who cannot see it
 * @returns the id of the photo; null when the household has no such measure, or it has its photos already
 */
export async function addPhoto(tx: ViewerTx, resident: Resident, measureId: string, processed: ProcessedPhoto, alt: string | null): Promise<string | null> {
  if (!(await ownItem(tx, resident, measure, measureId))) return null;
  const [have] = await tx.select({ photos: count() }).from(photo).where(eq(photo.measureId, measureId));
  if (have && Number(have.photos) >= mostPhotos) return null;
  const [made] = await tx
    .insert(photo)
    .values({ neighbourhoodCode: resident.neighbourhoodCode, householdId: resident.householdId, measureId, alt, ...processed })
    .returning({ id: photo.id });
  await tx.update(measure).set({ updatedAt: sql`now()` }).where(eq(measure.id, measureId));
  return made!.id;
}
