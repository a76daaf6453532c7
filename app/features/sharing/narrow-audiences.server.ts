import { and, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent } from "../../../db/schema/people.ts";
import { dwelling } from "../../../db/schema/register.ts";
import { type ItemTable, itemTables } from "../../../db/schema/sharing.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";

/**
 * In the transaction of whatever changes the register: an item whose building or street no longer has enough homes, or
 * is no longer that of its home, falls back to its household.
 * @returns how many items were narrowed
 */
export async function narrowAudiences(tx: WorkerTx): Promise<number> {
  return fallBackToHousehold(tx, (table) => {
    const tooSmall = sql`not viewer.audience_allowed(${table.audience}, ${table.neighbourhoodCode}, ${table.streetId}, ${table.buildingId})`;
    const moved = sql`exists (select from ${dwelling} where ${dwelling.id} = ${table.dwellingId} and case ${table.audience}
      when 'building' then ${dwelling.buildingId} is distinct from ${table.buildingId} else ${dwelling.streetId} is distinct from ${table.streetId} end)`;
    return and(or(eq(table.audience, "building"), eq(table.audience, "street")), or(tooSmall, moved))!;
  });
}

/**
 * Shows the items that meet a condition to their household only from now on: their consent ends, and whoever shared them is
 * asked anew by one mail. An audience is never widened.
 * @returns how many items were narrowed
 */
export async function fallBackToHousehold(tx: WorkerTx, condition: (table: ItemTable) => SQL): Promise<number> {
  let narrowed = 0;
  const asked = new Set<string>();
  for (const table of itemTables) {
    const items = await tx
      .update(table)
      .set({ audience: "household", narrowedAt: sql`now()`, updatedAt: sql`now()`, sharedAt: null })
      .where(condition(table))
      .returning({ id: table.id, residentId: table.residentId, withdrawnAt: table.withdrawnAt });
    if (items.length === 0) continue;
    narrowed += items.length;
    const ids = items.map(({ id }) => id);
    await tx
      .update(consent)
      .set({ withdrawnAt: sql`now()` })
      .where(and(inArray(consent.subjectId, ids), isNull(consent.withdrawnAt)));
    for (const { id, residentId, withdrawnAt } of items) {
      await journal(tx, { kind: "narrowing", id });
      if (withdrawnAt === null) asked.add(residentId);
    }
  }
  for (const accountId of asked) await enqueue(tx, "audience-narrowed", { accountId });
  return narrowed;
}
