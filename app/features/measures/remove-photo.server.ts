import { and, eq } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { photo } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Erases a photo of an own measure, at once and for good. @returns false when the household has no such photo */
export async function removePhoto(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  const own = and(eq(photo.id, id), eq(photo.householdId, resident.householdId));
  const [found] = await tx.select({ id: photo.id }).from(photo).where(own);
  if (!found) return false;
  await journal(tx, { kind: "erasure", id });
  await tx.delete(photo).where(own);
  return true;
}
