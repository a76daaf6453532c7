import { and, eq } from "drizzle-orm";
import { photo } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";

/** The bytes of a photo, for whoever sees its measure; null for anybody else. */
export async function readPhoto(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [found] = await tx
    .select({ bytes: photo.bytes, mime: photo.mime })
    .from(photo)
    .where(and(eq(photo.id, id), eq(photo.neighbourhoodCode, resident.neighbourhoodCode)));
  return found ?? null;
}
