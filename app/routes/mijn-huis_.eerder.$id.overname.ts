import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { findMeasure } from "../features/measures/find-measure.server.ts";
import { takeOverLeftFact } from "../features/own-home/take-over-left-fact.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Makes what earlier residents left a measure of the own household. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const made = await asViewer(resident, async (tx) => {
    const id = await takeOverLeftFact(tx, resident, idIn(args.params));
    return id && findMeasure(tx, resident, id);
  });
  const t = serverT(resident.locale, "ownHome");
  if (!made) return redirectWithFlash("/mijn-huis", { text: t("left.gone") });
  return redirectWithFlash("/mijn-huis", { text: t("left.taken", { what: serverT(resident.locale, "catalogue")(`kinds.${made.kind}`) }) });
}
