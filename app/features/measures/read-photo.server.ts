import { and, eq } from "drizzle-orm";
import { questionPhoto } from "../../../db/schema/questions.ts";
import { photo } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";

/** The bytes of a photo, for whoever sees its measure or its question; null for anybody else. */
export async function readPhoto(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [found] = await tx
    .select({ bytes: photo.bytes, mime: photo.mime })
    .from(photo)
    .where(and(eq(photo.id, id), eq(photo.neighbourhoodCode, resident.neighbourhoodCode)));
  if (found) return found;
  const [asked] = await tx
    .select({ bytes: questionPhoto.bytes, mime: questionPhoto.mime })
    .from(questionPhoto)
    .where(and(eq(questionPhoto.id, id), eq(questionPhoto.neighbourhoodCode, resident.neighbourhoodCode)));
  return asked ?? null;
}
