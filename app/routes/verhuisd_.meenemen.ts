import type { ActionFunctionArgs } from "@remix-run/node";
import { takeAllAlong } from "../features/households/take-along.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes along what one had left with the old home. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const count = await takeAllAlong(viewer);
  return redirectWithFlash("/verhuisd", { text: serverT(viewer.locale, "household")(count > 0 ? "moved.taken" : "moved.takenTooLate") });
}
