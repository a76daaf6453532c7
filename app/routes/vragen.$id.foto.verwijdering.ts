import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { removeQuestionPhoto } from "../features/questions/question-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes the photo of an own question away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => removeQuestionPhoto(tx, resident, id)))) throw notFound();
  return redirectWithFlash(`/vragen/${id}`, { text: serverT(resident.locale, "questions")("photo.removed") });
}
