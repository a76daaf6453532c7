import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { askSecondLook } from "../features/moderation/ask-second-look.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** "Ik heb het aangepast, kijk opnieuw." */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const outcome = await asViewer(resident, (tx) => askSecondLook(tx, id));
  if (!outcome) throw notFound();
  return redirectWithFlash(`/verborgen/${id}`, { text: serverT(resident.locale, "decisions")(`secondLook.${outcome}`) });
}
