import { and, eq } from "drizzle-orm";
import { photo } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";

/** A photo of an own measure, without its bytes; null when the household has no such photo. */
export async function ownPhoto(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [found] = await tx
    .select({ id: photo.id, measureId: photo.measureId, alt: photo.alt })
    .from(photo)
    .where(and(eq(photo.id, id), eq(photo.householdId, resident.householdId)));
  return found ?? null;
}
