import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { restoredPage } from "../features/sharing/restored-page.server.ts";
import { ownVisit } from "../features/visits/find-visit.server.ts";
import { restoreVisit } from "../features/visits/visit-audience.server.ts";

/** Puts back an opening that was taken away; its moments stay called off. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return restoredPage(resident, "kijkjes", () =>
    asViewer(resident, async (tx) => {
      const { id } = await ownVisit(tx, resident, args.params.id);
      return { id, audience: await restoreVisit(tx, resident, id) };
    }),
  );
}
