import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { removeLeftFact } from "../features/own-home/remove-left-fact.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Removes what earlier residents left of the own home. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const gone = await asViewer(resident, (tx) => removeLeftFact(tx, idIn(args.params)));
  const t = serverT(resident.locale, "ownHome");
  if (!gone || !isMeasureKind(gone.kind)) return redirectWithFlash("/mijn-huis", { text: t("left.gone") });
  return redirectWithFlash("/mijn-huis", { text: t("left.removed", { what: serverT(resident.locale, "catalogue")(`kinds.${gone.kind}`) }) });
}
