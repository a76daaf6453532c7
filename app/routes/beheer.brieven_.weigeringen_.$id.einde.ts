import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { endRefusal } from "../features/letters/refusals.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Letters may go to an address again, because somebody who lives there phoned. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const ended = await asViewer(moderator, (tx) => endRefusal(tx, moderator, idIn(args.params)));
  if (!ended) throw notFound();
  return redirectWithFlash("/beheer/brieven/weigeringen", { text: serverT(moderator.locale, "moderation")("refusals.ended") });
}
