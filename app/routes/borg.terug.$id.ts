import type { ActionFunctionArgs } from "@remix-run/node";
import { takeVouchBack } from "../features/addresses/vouch.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes back that one knows a neighbour. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const taken = await takeVouchBack(resident, idIn(args.params));
  return redirectWithFlash("/borg", { text: serverT(resident.locale, "vouching")(taken ? "vouch.takenBack" : "vouch.tooLate") });
}
