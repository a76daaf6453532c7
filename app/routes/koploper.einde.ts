import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { endKoploper } from "../features/koplopers/end-koploper.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes the own badge down. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = await asViewer(resident, (tx) => endKoploper(tx, resident));
  if (!id) throw notFound();
  const t = serverT(resident.locale, "koplopers");
  return redirectWithFlash("/koplopers", { text: t("form.ended"), undo: { action: `/koplopers/${id}/terugzetting`, label: t("form.undo") } });
}
