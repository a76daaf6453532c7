import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { liftHiding } from "../features/moderation/lift-hiding.server.ts";
import { moderatedReport } from "../features/moderation/reports.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** There is nothing to read here: the button is on the page of the report. */
export async function loader(args: LoaderFunctionArgs) {
  await requireModerator(args);
  idIn(args.params);
  throw redirect("/beheer/meldingen");
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const lifted = await asViewer(moderator, async (tx) => {
    const report = await moderatedReport(tx, moderator, id);
    return report?.hidingId ? liftHiding(tx, report.hidingId) : false;
  });
  if (!lifted) throw notFound();
  throw await redirectWithFlash(`/beheer/meldingen/${id}`, { text: serverT(moderator.locale, "moderation")("report.liftDone") });
}
