import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { removeHomePhoto } from "../features/purchases/home-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes a photo of the own home away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const [id, check] = [idIn(args.params), idIn({ id: args.params.check })];
  if (!(await asViewer(resident, (tx) => removeHomePhoto(tx, resident, id, check)))) throw notFound();
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: serverT(resident.locale, "purchases")("photo.removed") });
}
