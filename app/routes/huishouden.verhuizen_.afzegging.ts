import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { cancelMove } from "../features/households/cancel-move.server.ts";
import { chooseWhatStays } from "../features/households/leave-behind.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Calls a planned move off: who stays leaves nothing behind. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const cancelled = await asViewer(resident, async (tx) => {
    await chooseWhatStays(tx, resident, []);
    return cancelMove(tx, resident);
  });
  return redirectWithFlash("/huishouden", { text: serverT(resident.locale, "household")(cancelled ? "moving.cancelled" : "moving.nothingPlanned") });
}
