import { and, eq, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { measure, photo } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Erases a photo of an own measure, at once and for good. @returns the measure's id; null when the household has no such photo */
export async function removePhoto(tx: ViewerTx, resident: Resident, id: string): Promise<string | null> {
  const own = and(eq(photo.id, id), eq(photo.householdId, resident.householdId));
  const [found] = await tx.select({ measureId: photo.measureId }).from(photo).where(own);
  if (!found) return null;
  await journal(tx, { kind: "erasure", id });
  await tx.delete(photo).where(own);
  await tx.update(measure).set({ updatedAt: sql`now()` }).where(eq(measure.id, found.measureId));
  return found.measureId;
}
