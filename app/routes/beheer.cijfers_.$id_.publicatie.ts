import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { publishPreparation } from "../features/insights/desk/decide-preparation.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Who comes here by its address, or by the second step, is at the preview. */
export async function loader(args: ActionFunctionArgs) {
  await requireFreshModerator(args);
  throw redirect(`/beheer/cijfers/${idIn(args.params)}`);
}

/** Publishes what another moderator prepared. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const id = idIn(args.params);
  const done = await asViewer(moderator, (tx) => publishPreparation(tx, id));
  if (!done) throw notFound();
  const t = serverT(moderator.locale, "figureDesk");
  throw await redirectWithFlash(`/beheer/cijfers/${id}`, { text: t(done === "published" ? "preview.published" : done === "two_people" ? "preview.twoPeople" : "preview.gone") });
}
