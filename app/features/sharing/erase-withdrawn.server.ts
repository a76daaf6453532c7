import { and, inArray, isNull, lt, sql } from "drizzle-orm";
import { consent } from "../../../db/schema/people.ts";
import { allTables } from "../../../db/schema/sharing.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { undoDays } from "./undo.ts";

/**
 * For the daily job: erases what was withdrawn more than seven days ago, with its photos and the joins to it.
 * @returns how many items were erased
 */
export async function eraseWithdrawn(tx: WorkerTx): Promise<number> {
  let erased = 0;
  for (const table of allTables) {
    const gone = await tx
      .delete(table)
      .where(lt(table.withdrawnAt, sql`now() - make_interval(days => ${undoDays})`))
      .returning({ id: table.id });
    if (gone.length === 0) continue;
    erased += gone.length;
    // Neighbours who joined a wish that is no more no longer consent to anything.
    const ids = gone.map(({ id }) => id);
    await tx.update(consent).set({ withdrawnAt: sql`now()` }).where(and(inArray(consent.subjectId, ids), isNull(consent.withdrawnAt)));
  }
  return erased;
}
