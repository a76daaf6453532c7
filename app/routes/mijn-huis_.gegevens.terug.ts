import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { isCorrectable } from "../features/own-home/correction.ts";
import { undoCorrection } from "../features/own-home/undo-correction.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Lets one fact of the own home be as the register says again. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const fact = (await readForm(args.request)).get("fact");
  if (!isCorrectable(fact)) throw notFound();
  await asViewer(resident, (tx) => undoCorrection(tx, resident, fact));
  const t = serverT(resident.locale, "ownHome");
  return redirectWithFlash("/mijn-huis", { text: t("undone", { fact: t(`facts.${fact}`) }) });
}
