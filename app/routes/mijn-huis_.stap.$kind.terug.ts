import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { bringStepBack } from "../features/first-step/bring-step-back.server.ts";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Lets a suggestion that was put aside come again. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const kind = args.params.kind ?? "";
  if (!isMeasureKind(kind)) throw notFound();
  await asViewer(resident, (tx) => bringStepBack(tx, resident, kind));
  return redirectWithFlash("/mijn-huis", { text: serverT(resident.locale, "firstStep")("brought", { kind: serverT(resident.locale, "catalogue")(`kinds.${kind}`) }) });
}
