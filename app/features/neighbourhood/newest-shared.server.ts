import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { type ItemTable, measure, question, story, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { standsAlone } from "../questions/question-list.server.ts";
import type { Resident } from "../session/viewer.ts";
import { type ItemRow, itemRows, toSharedItem } from "../sharing/item-columns.server.ts";
import type { SharedItem } from "../sharing/shared-item.ts";

const pageSize = 12;
type Cursor = { micros: string; id: string };

/**
 * What was shared last with this viewer, newest first, and where the next page begins.
 * @param after the cursor of an earlier page; anything that is not a cursor is the first page
 */
export async function newestShared(tx: ViewerTx, resident: Resident, after: string | null): Promise<{ items: SharedItem[]; next: string | null }> {
  const cursor = after === null ? null : readCursor(after);
  const rows = await itemRows(
    tx,
    { measure: seen(measure, resident, cursor), wish: seen(wish, resident, cursor), story: seen(story, resident, cursor), question: and(seen(question, resident, cursor), standsAlone()) },
    (item) => [desc(item.sharedAt), desc(item.id)],
    pageSize + 1,
  );
  const page = rows.toSorted(newestFirst).slice(0, pageSize);
  const last = page.at(-1);
  return {
    items: page.map((row) => toSharedItem(row, resident.householdId)),
    next: rows.length > pageSize && last ? `${last.sharedMicros}_${last.id}` : null,
  };
}

function seen(item: ItemTable, resident: Resident, cursor: Cursor | null): SQL | undefined {
  return and(
    eq(item.neighbourhoodCode, resident.neighbourhoodCode),
    isNotNull(item.sharedAt),
    isNull(item.withdrawnAt),
    isNull(item.hiddenAt),
    cursor ? sql`(${item.sharedAt}, ${item.id}) < ('epoch'::timestamptz + ${cursor.micros}::bigint * interval '1 microsecond', ${cursor.id}::uuid)` : undefined,
  );
}

function newestFirst(one: ItemRow, other: ItemRow): number {
  const [a, b] = [one, other].map((row) => `${row.sharedMicros?.padStart(20, "0")}_${row.id}`) as [string, string];
  return a < b ? 1 : -1;
}

function readCursor(text: string): Cursor | null {
  const match = /^(\d{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  return match ? { micros: match[1]!, id: match[2]! } : null;
}
