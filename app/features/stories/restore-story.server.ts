import type { Audience } from "../../../db/schema/people.ts";
import { story } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { restoreItem } from "../sharing/restore-item.server.ts";

/**
 * Puts a withdrawn story back.
 * @returns the audience that sees it now; null when the household has no such story
 * @throws Refused after seven days
 */
export function restoreStory(tx: ViewerTx, resident: Resident, id: string): Promise<Audience | null> {
  return restoreItem(tx, resident, story, id);
}
