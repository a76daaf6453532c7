import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { withdrawConsent } from "../features/privacy/withdraw-consent.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes a consent back with one click. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  if (!isUuid(id) || !(await asViewer(resident, (tx) => withdrawConsent(tx, resident, id)))) throw notFound();
  return redirectWithFlash("/toestemmingen", { text: serverT(resident.locale, "privacy")("book.withdrawn") });
}
