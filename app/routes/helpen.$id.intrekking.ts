import type { ActionFunctionArgs } from "@remix-run/node";
import { takeBack } from "../features/assisted/take-back.server.ts";
import { requireAssisting } from "../features/session/require-assisting.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes one thing back for who is helped. */
export async function action(args: ActionFunctionArgs) {
  const assisting = await requireAssisting(args);
  const form = await readForm(args.request);
  const [kind, id] = [form.get("soort"), form.get("ding")];
  if ((kind !== "measure" && kind !== "wish" && kind !== "story") || typeof id !== "string" || !isUuid(id) || !(await takeBack(assisting, kind, id))) throw notFound();
  return redirectWithFlash(`/helpen/${assisting.session.id}`, { text: serverT(assisting.helper.locale, "assisted")("session.takenBack") });
}
