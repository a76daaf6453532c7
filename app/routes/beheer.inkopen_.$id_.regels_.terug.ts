import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { dropRules } from "../features/purchases/manage.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Drops the proposal that waits: the rules stay as they are. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  if (!(await asViewer(moderator, (tx) => dropRules(tx, id)))) throw notFound();
  return redirectWithFlash(`/beheer/inkopen/${id}`, { text: serverT(moderator.locale, "purchaseDesk")("propose.dropped") });
}
