import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { withdrawRoute } from "../features/visits/routes.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes an announced route back; moments that residents chose stay. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  if (!(await asViewer(moderator, (tx) => withdrawRoute(tx, moderator, id)))) throw notFound();
  return redirectWithFlash("/beheer/kijkroutes", { text: serverT(moderator.locale, "visits")("desk.takenBack") });
}
