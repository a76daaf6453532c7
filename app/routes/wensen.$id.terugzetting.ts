import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownWish } from "../features/wishes/own-wish.server.ts";
import { restoreWish } from "../features/wishes/restore-wish.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { restoredPage } from "../features/sharing/restored-page.server.ts";

/** Puts back a wish that was taken away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return restoredPage(resident, "wensen", () =>
    asViewer(resident, async (tx) => {
      const { id } = await ownWish(tx, resident, args.params.id);
      return { id, audience: await restoreWish(tx, resident, id) };
    }),
  );
}
