import { z } from "zod";
import { asViewer } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { type FormErrors, type FormValues, parseForm } from "../../http/parse-form.server.ts";
import { readFormWithUpload } from "../../http/read-upload.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { mostBytes, processPhoto } from "../measures/process-photo.server.ts";
import type { Resident } from "../session/viewer.ts";
import { putQuestionPhoto } from "./question-photo.server.ts";

/**
 * Keeps the photo of an own question, drawn anew before the transaction begins.
 * @returns what is wrong, with what was typed; null when it is kept
 * @throws 404 when the household has no such question
 */
export async function savePhoto(resident: Resident, questionId: string, request: Request): Promise<{ errors: FormErrors; values: FormValues } | null> {
  const t = serverT(resident.locale, "questions");
  const { form, upload } = await readFormWithUpload(request, "photo", mostBytes);
  const parsed = parseForm(z.object({ alt: optionalField(z.string().trim().max(200, t("errors.long", { most: 200 }))) }), form);
  if (!parsed.ok) return parsed;
  const wrong = (words: string) => ({ errors: { photo: words }, values: parsed.values });
  if (upload === null) return wrong(t("photo.choose"));
  const photo = await processPhoto(upload);
  if (photo === "too_large") return wrong(t("photo.tooLarge"));
  if (typeof photo === "string") return wrong(t("photo.notAPhoto"));
  if (!(await asViewer(resident, (tx) => putQuestionPhoto(tx, resident, questionId, photo, parsed.value.alt)))) throw notFound();
  return null;
}
