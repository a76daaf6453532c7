import { and, eq, inArray, type SQL } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { purchaseCheck } from "../../../db/schema/purchases.ts";
import { purchasePhoto, purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import { readFormWithUpload } from "../../http/read-upload.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { photoResponse } from "../measures/photo-response.server.ts";
import { mostBytes, processPhoto, type ProcessedPhoto } from "../measures/process-photo.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { answerChecks } from "./sign-up.server.ts";

/**
 * Puts a photo of the home where one is asked for, in the place of one that was there; with everything answered interest goes on to
 * suitability.
 * @returns false when this is not asked of this resident now
 */
export async function putHomePhoto(tx: ViewerTx, resident: Resident, signUpId: string, checkId: string, processed: ProcessedPhoto): Promise<boolean> {
  const [own] = await tx
    .select({ joinedIn: purchaseSignUp.joinedIn })
    .from(purchaseSignUp)
    .innerJoin(purchaseCheck, and(eq(purchaseCheck.purchaseId, purchaseSignUp.purchaseId), eq(purchaseCheck.id, checkId), eq(purchaseCheck.kind, "photo")))
    .where(and(eq(purchaseSignUp.id, signUpId), eq(purchaseSignUp.householdId, resident.householdId), eq(purchaseSignUp.residentId, resident.residentId), inArray(purchaseSignUp.state, ["interest", "suitability"])));
  if (!own) return false;
  await removeHomePhoto(tx, resident, signUpId, checkId);
  await tx.insert(purchasePhoto).values({ ...processed, signUpId, checkId, joinedIn: own.joinedIn, householdId: resident.householdId });
  await answerChecks(tx, signUpId, {});
  return true;
}

/** Takes a photo of the own home away, for good. @returns false when there is none */
export async function removeHomePhoto(tx: ViewerTx, { householdId }: Resident, signUpId: string, checkId: string): Promise<boolean> {
  const mine = and(eq(purchasePhoto.signUpId, signUpId), eq(purchasePhoto.checkId, checkId), eq(purchasePhoto.householdId, householdId));
  const [found] = await tx.select({ id: purchasePhoto.id }).from(purchasePhoto).where(mine);
  if (!found) return false;
  await journal(tx, { kind: "erasure", id: found.id });
  await tx.delete(purchasePhoto).where(mine);
  return true;
}

/**
 * Keeps a photo that somebody sends, drawn anew before the transaction begins.
 * @returns what is wrong with it; null when it is kept
 * @throws 404 where none is asked for now
 */
export async function saveHomePhoto(resident: Resident, signUpId: string, checkId: string, request: Request): Promise<string | null> {
  const t = serverT(resident.locale, "purchases");
  const { upload } = await readFormWithUpload(request, "photo", mostBytes);
  if (upload === null) return t("photo.choose");
  const photo = await processPhoto(upload);
  if (photo === "too_large") return t("photo.tooLarge");
  if (photo === "not_a_photo") return t("photo.notAPhoto");
  if (!(await asViewer(resident, (tx) => putHomePhoto(tx, resident, signUpId, checkId, photo)))) throw notFound();
  return null;
}

/** The bytes of a photo of the own home. @throws 404 for any other */
export async function ownHomePhoto(tx: ViewerTx, { householdId }: Resident, id: string | undefined): Promise<Response> {
  return photoWhere(tx, id, eq(purchasePhoto.householdId, householdId));
}

/** The bytes of a photo of a home that came in where somebody moderates. @throws 404 for any other */
export async function homePhotoAtDesk(tx: ViewerTx, { moderates }: Moderator, id: string | undefined): Promise<Response> {
  return photoWhere(tx, id, inArray(purchasePhoto.joinedIn, [...moderates]));
}

async function photoWhere(tx: ViewerTx, id: string | undefined, theirs: SQL): Promise<Response> {
  if (!isUuid(id)) throw notFound();
  const [found] = await tx.select({ bytes: purchasePhoto.bytes, mime: purchasePhoto.mime }).from(purchasePhoto).where(and(eq(purchasePhoto.id, id), theirs));
  return photoResponse(found);
}
