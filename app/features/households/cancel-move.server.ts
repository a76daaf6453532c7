import { eq } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { plannedMove } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * Calls a planned move off. What was chosen about each measure is a consent of its own, and is left to its own verb.
 * @returns false when nothing was planned
 */
export async function cancelMove(tx: ViewerTx, { residentId }: Resident): Promise<boolean> {
  const mine = eq(plannedMove.residentId, residentId);
  const [planned] = await tx.select({ id: plannedMove.residentId }).from(plannedMove).where(mine);
  if (!planned) return false;
  // A backup of before must not have somebody move who stays.
  await journal(tx, { kind: "stay", id: residentId });
  await tx.delete(plannedMove).where(mine);
  return true;
}
