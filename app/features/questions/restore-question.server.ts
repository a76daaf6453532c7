import type { Audience } from "../../../db/schema/people.ts";
import { question } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { restoreItem } from "../sharing/restore-item.server.ts";

/**
 * Puts a withdrawn question back.
 * @returns the audience that sees it now; null when the household has no such question
 * @throws Refused after seven days
 */
export function restoreQuestion(tx: ViewerTx, resident: Resident, id: string): Promise<Audience | null> {
  return restoreItem(tx, resident, question, id);
}
