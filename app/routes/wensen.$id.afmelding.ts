import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { leaveWish } from "../features/wishes/leave-wish.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Stops taking part in a neighbour's wish. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  if (!isUuid(id)) throw notFound();
  await asViewer(resident, (tx) => leaveWish(tx, resident, id));
  return redirectWithFlash("/buurt", { text: serverT(resident.locale, "wishes")("done.left") });
}
