import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { stopTakingPart } from "../features/together/stop-taking-part.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes no part in a joint request any more; who took none doesn't either. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  await asViewer(resident, (tx) => stopTakingPart(tx, resident, id));
  return redirectWithFlash("/verzoeken", { text: serverT(resident.locale, "together")("done.left") });
}
