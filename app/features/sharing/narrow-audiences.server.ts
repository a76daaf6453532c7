import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent } from "../../../db/schema/people.ts";
import { measure, wish } from "../../../db/schema/sharing.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";

/**
 * For the job after an import: an item whose building or street no longer has enough homes falls back to its household,
 * its consent ends, and whoever shared it is asked anew by mail. An audience is never widened.
 * @returns how many items were narrowed
 */
export async function narrowAudiences(tx: WorkerTx): Promise<number> {
  let narrowed = 0;
  for (const table of [measure, wish]) {
    const items = await tx
      .update(table)
      .set({ audience: "household", narrowedAt: sql`now()`, updatedAt: sql`now()`, sharedAt: null })
      .where(
        and(
          or(eq(table.audience, "building"), eq(table.audience, "street")),
          sql`not viewer.audience_allowed(${table.audience}, ${table.neighbourhoodCode}, ${table.streetId}, ${table.buildingId})`,
        ),
      )
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
      if (withdrawnAt === null) await enqueue(tx, "audience-narrowed", { accountId: residentId });
    }
  }
  return narrowed;
}
