import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { unblockNeighbour } from "../features/blocks/unblock-neighbour.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Ends a block of one's own. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => unblockNeighbour(tx, resident, id)))) throw notFound();
  return redirectWithFlash("/instellingen/blokkades", { text: serverT(resident.locale, "blocks")("undone") });
}
