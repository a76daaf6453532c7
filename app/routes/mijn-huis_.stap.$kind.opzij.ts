import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { putStepAside } from "../features/first-step/put-step-aside.server.ts";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Puts a suggestion aside; the next one takes its place. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const kind = args.params.kind ?? "";
  if (!isMeasureKind(kind)) throw notFound();
  await asViewer(resident, (tx) => putStepAside(tx, resident, kind));
  const t = serverT(resident.locale, "firstStep");
  return redirectWithFlash("/mijn-huis", {
    text: t("put", { kind: serverT(resident.locale, "catalogue")(`kinds.${kind}`) }),
    undo: { action: `/mijn-huis/stap/${kind}/terug`, label: t("back") },
  });
}
