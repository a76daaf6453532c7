import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownQuestion } from "../features/questions/find-question.server.ts";
import { restoreQuestion } from "../features/questions/restore-question.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { restoredPage } from "../features/sharing/restored-page.server.ts";

/** Puts back a question that was taken away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return restoredPage(resident, "vragen", () =>
    asViewer(resident, async (tx) => {
      const { id } = await ownQuestion(tx, resident, args.params.id);
      return { id, audience: await restoreQuestion(tx, resident, id) };
    }),
  );
}
