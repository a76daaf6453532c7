import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { measure, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { itemRows, toSharedItem } from "../sharing/item-columns.server.ts";
import type { SharedItem } from "../sharing/shared-item.ts";

const most = 60;

/** Measures and wishes (no stories and no questions: those belong to no home) that others share at some homes with this viewer, the newest first; never those of the viewer's own household. */
export async function itemsAtHome(tx: ViewerTx, viewer: Resident, dwellingIds: string[]): Promise<SharedItem[]> {
  const here = (item: typeof measure | typeof wish) =>
    and(eq(item.neighbourhoodCode, viewer.neighbourhoodCode), inArray(item.dwellingId, dwellingIds), ne(item.householdId, viewer.householdId));
  const rows = await itemRows(
    tx,
    { measure: and(here(measure), ne(measure.state, "removed")), wish: and(here(wish), eq(wish.scope, "home")), story: sql`false`, question: sql`false` },
    (item) => [desc(item.sharedAt), desc(item.id)],
    most,
  );
  return rows.map((row) => toSharedItem(row, viewer.householdId));
}
