import { wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";

/** Takes an own wish back. @returns false when the household has no such wish */
export function withdrawWish(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  return withdrawItem(tx, resident, wish, id);
}
