import type { ActionFunctionArgs } from "@remix-run/node";
import { chooseLetter } from "../features/households/choose-letter.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Asks for a letter: instead of a housemate's yes, or because the first one never came. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  await chooseLetter(viewer);
  return redirectWithFlash("/meedoen/code", { text: serverT(viewer.locale, "join")("code.askedAgain") });
}
