import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownMeasure } from "../features/measures/own-measure.server.ts";
import { restoreMeasure } from "../features/measures/restore-measure.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { restoredPage } from "../features/sharing/restored-page.server.ts";

/** Puts back a measure that was taken away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return restoredPage(resident, "maatregelen", () =>
    asViewer(resident, async (tx) => {
      const { id } = await ownMeasure(tx, resident, args.params.id);
      return { id, audience: await restoreMeasure(tx, resident, id) };
    }),
  );
}
