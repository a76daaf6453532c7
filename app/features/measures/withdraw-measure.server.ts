import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";

/** Takes an own measure back, photos included. @returns false when the household has no such measure */
export function withdrawMeasure(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  return withdrawItem(tx, resident, measure, id);
}
