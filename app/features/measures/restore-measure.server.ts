import type { Audience } from "../../../db/schema/people.ts";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { restoreItem } from "../sharing/restore-item.server.ts";

/**
 * Puts a withdrawn measure back.
 * @returns the audience that sees it now; null when the household has no such measure
 * @throws Refused after seven days
 */
export function restoreMeasure(tx: ViewerTx, resident: Resident, id: string): Promise<Audience | null> {
  return restoreItem(tx, resident, measure, id);
}
