import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { removePhoto } from "../features/measures/remove-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes away a photo of an own measure. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  const measureId = isUuid(id) ? await asViewer(resident, (tx) => removePhoto(tx, resident, id)) : null;
  if (!measureId) throw notFound();
  return redirectWithFlash(`/maatregelen/${measureId}/ervaring`, { text: serverT(resident.locale, "measures")("experience.photoRemoved") });
}
