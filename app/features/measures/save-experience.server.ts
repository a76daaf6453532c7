import { z } from "zod";
import { asViewer } from "../../../db/viewer.server.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { type FormErrors, type FormValues, parseForm } from "../../http/parse-form.server.ts";
import { readFormWithUpload } from "../../http/read-upload.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import { addPhoto, mostPhotos } from "./add-photo.server.ts";
import { changeMeasure } from "./change-measure.server.ts";
import { measureExperience } from "./measure.schema.server.ts";
import { ownMeasure } from "./own-measure.server.ts";
import { mostBytes, processPhoto } from "./process-photo.server.ts";

/**
 * Keeps what was told about a measure, and its photo. The photo is drawn anew before the transaction begins; when it is
 * refused, the rest is kept.
 * @returns what is wrong, with everything that was typed; null when all is kept
 * @throws 404 when the household has no such measure
 */
export async function saveExperience(resident: Resident, id: string | undefined, request: Request): Promise<{ errors: FormErrors; values: FormValues } | null> {
  const t = serverT(resident.locale, "measures");
  const { form, upload } = await readFormWithUpload(request, "photo", mostBytes);
  const schema = measureExperience(t).extend({ photoAlt: optionalField(z.string().trim().max(200, t("errors.long", { most: 200 }))) });
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed;
  const { photoAlt, ...experience } = parsed.value;
  const photo = upload === null ? null : await processPhoto(upload);
  const added = await asViewer(resident, async (tx) => {
    const measure = await ownMeasure(tx, resident, id);
    await changeMeasure(tx, resident, measure.id, experience);
    return photo === null || typeof photo === "string" ? null : { id: await addPhoto(tx, resident, measure.id, photo, photoAlt) };
  });
  const problem = {
    too_large: photo === "too_large" && t("errors.photoTooLarge"),
    not_a_photo: photo === "not_a_photo" && t("errors.photoNotAPhoto"),
    full: added?.id === null && t("experience.photosFull", { most: mostPhotos }),
  };
  const message = problem.too_large || problem.not_a_photo || problem.full;
  return message ? { errors: { photo: message }, values: parsed.values } : null;
}
