import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { restoreKoploper } from "../features/koplopers/end-koploper.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { restoredPage } from "../features/sharing/restored-page.server.ts";
import { idIn } from "../http/id-in.server.ts";

/** Puts back the own badge that was taken down. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  return restoredPage(resident, "koplopers", () => asViewer(resident, async (tx) => ({ id, audience: await restoreKoploper(tx, resident, id) })), "/koploper");
}
