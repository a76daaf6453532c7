import { and, eq } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { block } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Ends a block. @returns false when this person has no such block */
export async function unblockNeighbour(tx: ViewerTx, { residentId }: Resident, id: string): Promise<boolean> {
  const [ended] = await tx
    .delete(block)
    .where(and(eq(block.id, id), eq(block.residentId, residentId)))
    .returning({ householdId: block.blockedHouseholdId });
  if (!ended) return false;
  await journal(tx, { kind: "unblock", id: residentId, otherId: ended.householdId });
  return true;
}
