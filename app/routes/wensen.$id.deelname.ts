import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { joinWish } from "../features/wishes/join-wish.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** "Ik doe mee" with a neighbour's wish. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  if (!isUuid(id) || !(await asViewer(resident, (tx) => joinWish(tx, resident, id)))) throw notFound();
  return redirectWithFlash(`/wensen/${id}`, { text: serverT(resident.locale, "wishes")("done.joined") });
}
