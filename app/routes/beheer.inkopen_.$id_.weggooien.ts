import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { dropConcept } from "../features/purchases/desk/drop-concept.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Throws a concept away, which nobody but its moderators saw. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  if (!(await asViewer(moderator, (tx) => dropConcept(tx, idIn(args.params))))) throw notFound();
  return redirectWithFlash("/beheer/inkopen", { text: serverT(moderator.locale, "purchaseDesk")("concept.dropped") });
}
