import type { ActionFunctionArgs } from "@remix-run/node";
import { revokeInvitation } from "../features/households/invite-adult.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  if (!isUuid(id) || !(await revokeInvitation(resident, id))) throw notFound();
  return redirectWithFlash("/huishouden", { text: serverT(resident.locale, "household")("revoked") });
}
