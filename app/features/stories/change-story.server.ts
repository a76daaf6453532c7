import { eq, sql } from "drizzle-orm";
import { story } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { refuseChange } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import type { StoryText } from "./story.schema.server.ts";

/**
 * Changes what an own story says, or beside which figure; who sees it stays as it was.
 * @returns false when the household has no such story
 * @throws Refused when it was withdrawn
 */
export async function changeStory(tx: ViewerTx, resident: Resident, id: string, changes: StoryText): Promise<boolean> {
  const item = await ownItem(tx, resident, story, id);
  if (!item) return false;
  const refusal = refuseChange(item);
  if (refusal) throw new Refused(refusal);
  await tx.update(story).set({ ...changes, updatedAt: sql`now()` }).where(eq(story.id, id));
  return true;
}
