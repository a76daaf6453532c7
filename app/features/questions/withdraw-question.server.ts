import { question } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";

/** Takes an own question back. @returns false when the household has no such question */
export function withdrawQuestion(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  return withdrawItem(tx, resident, question, id);
}
