import type { Audience } from "../../../db/schema/people.ts";
import { story } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { changeAudience } from "../sharing/change-audience.server.ts";

/**
 * Says who may see an own story.
 * @returns false when the household has no such story
 * @throws Refused when the audience has too few homes, or the story was withdrawn
 */
export function changeStoryAudience(tx: ViewerTx, resident: Resident, id: string, wanted: Audience): Promise<boolean> {
  return changeAudience(tx, resident, story, id, wanted);
}
