import type { ActionFunctionArgs } from "@remix-run/node";
import { stopAssisting } from "../features/assisted/start-assisting.server.ts";
import { requireAssistant } from "../features/session/require-assisting.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Ends a session; one that ended already is no problem. */
export async function action(args: ActionFunctionArgs) {
  const { helper } = await requireAssistant(args);
  await stopAssisting(helper, args.params.id!);
  return redirectWithFlash("/helpen", { text: serverT(helper.locale, "assisted")("banner.stopped") });
}
