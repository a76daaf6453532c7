import { story } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";

/** Takes an own story back. @returns false when the household has no such story */
export function withdrawStory(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  return withdrawItem(tx, resident, story, id);
}
