import { and, desc, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import { type ItemTable, measure, question, story, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { itemRows, toSharedItem } from "./item-columns.server.ts";
import type { SharedItem } from "./shared-item.ts";
import { undoDays } from "./undo.ts";

/** An item of the own household: who sees it, and what happened to it. Dates are ISO 8601. */
export type OwnListedItem = SharedItem & { audience: Audience; narrowedAt: string | null; withdrawnAt: string | null; hiddenAt: string | null };

const mostOwnItems = 200;

/** Everything of the own household, newest first; what was withdrawn as long as it can be put back. */
export async function ownItems(tx: ViewerTx, resident: Resident): Promise<OwnListedItem[]> {
  const own = (item: ItemTable): SQL | undefined =>
    and(
      eq(item.householdId, resident.householdId),
      eq(item.neighbourhoodCode, resident.neighbourhoodCode),
      or(isNull(item.withdrawnAt), gt(item.withdrawnAt, sql`now() - make_interval(days => ${undoDays})`)),
    );
  const rows = await itemRows(tx, { measure: own(measure), wish: own(wish), story: own(story), question: own(question) }, (item) => [desc(item.createdAt)], mostOwnItems);
  return rows.map((row) => ({
    ...toSharedItem(row, resident.householdId),
    audience: row.audience,
    narrowedAt: row.narrowedAt,
    withdrawnAt: row.withdrawnAt,
    hiddenAt: row.hiddenAt,
  }));
}
