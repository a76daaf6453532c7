import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownStory } from "../features/stories/find-story.server.ts";
import { restoreStory } from "../features/stories/restore-story.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { restoredPage } from "../features/sharing/restored-page.server.ts";

/** Puts back a story that was taken away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return restoredPage(resident, "verhalen", () =>
    asViewer(resident, async (tx) => {
      const { id } = await ownStory(tx, resident, args.params.id);
      return { id, audience: await restoreStory(tx, resident, id) };
    }),
  );
}
