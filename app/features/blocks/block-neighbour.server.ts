import { and, eq } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { block } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { Neighbour } from "./neighbour-behind.server.ts";

/** How many households one person may block; the database holds it. */
export const mostBlocks = 50;

/**
 * Blocks a neighbour's household, for this person only. From the next statement on neither sees what the other shares: the
 * policies of the database keep it.
 * @returns the id by which it is undone, or null when fifty others are blocked
 */
export async function blockNeighbour(tx: ViewerTx, resident: Resident, { householdId, shownName, streetId }: Neighbour): Promise<string | null> {
  const { residentId, neighbourhoodCode } = resident;
  const [made] = await tx
    .insert(block)
    .values({ neighbourhoodCode, residentId, blockedHouseholdId: householdId, shownName, streetId })
    .onConflictDoNothing()
    .returning({ id: block.id });
  if (made) {
    await journal(tx, { kind: "block", id: residentId, otherId: householdId });
    return made.id;
  }
  const [known] = await tx.select({ id: block.id }).from(block).where(and(eq(block.residentId, residentId), eq(block.blockedHouseholdId, householdId)));
  return known?.id ?? null;
}
