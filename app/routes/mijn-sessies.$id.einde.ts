import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAccount } from "../features/session/guards.server.ts";
import { revokeSession } from "../features/session/revoke-session.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const id = args.params.id ?? "";
  if (!isUuid(id) || !(await revokeSession(viewer, id))) throw notFound();
  return redirectWithFlash("/mijn-sessies", { text: serverT(viewer.locale, "session")("sessions.ended") });
}
