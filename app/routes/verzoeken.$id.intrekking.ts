import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { withdrawRequest } from "../features/together/withdraw-request.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes back a joint request that one started. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => withdrawRequest(tx, resident, id)))) throw notFound();
  const t = serverT(resident.locale, "together");
  return redirectWithFlash("/verzoeken", { text: t("done.withdrawn"), undo: { action: `/verzoeken/${id}/terugzetting`, label: t("done.undo") } });
}
