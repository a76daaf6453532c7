import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { readAll } from "../features/notices/own-notices.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Marks all messages as read. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  await asViewer(resident, readAll);
  return redirectWithFlash("/berichten", { text: serverT(resident.locale, "notices")("allRead") });
}
