import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { noteNoShow } from "../features/visits/deeds.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** A host's own note: the guest did not come. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => noteNoShow(tx, id, true)))) throw notFound();
  return redirectWithFlash(`/kijkjes/verzoek/${id}`, { text: serverT(resident.locale, "visits")("request.noted") });
}
