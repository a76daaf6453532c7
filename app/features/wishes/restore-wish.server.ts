import type { Audience } from "../../../db/schema/people.ts";
import { wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { restoreItem } from "../sharing/restore-item.server.ts";

/**
 * Puts a withdrawn wish back.
 * @returns the audience that sees it now; null when the household has no such wish
 * @throws Refused after seven days
 */
export function restoreWish(tx: ViewerTx, resident: Resident, id: string): Promise<Audience | null> {
  return restoreItem(tx, resident, wish, id);
}
