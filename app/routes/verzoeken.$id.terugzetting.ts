import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { restoreRequest } from "../features/together/withdraw-request.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Puts back a joint request that was taken back. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => restoreRequest(tx, resident, id)))) throw notFound();
  return redirectWithFlash(`/verzoeken/${id}`, { text: serverT(resident.locale, "together")("done.back") });
}
