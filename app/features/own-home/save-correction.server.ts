import { eq, sql } from "drizzle-orm";
import { homeCorrection } from "../../../db/schema/homes.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { type Correction, saysNothing } from "./correction.ts";

/** Keeps what a household says of its own home, in the place of what it said before; where it says nothing, nothing is kept. */
export async function saveCorrection(tx: ViewerTx, { householdId, neighbourhoodCode }: Resident, said: Correction): Promise<void> {
  if (saysNothing(said)) {
    await tx.delete(homeCorrection).where(eq(homeCorrection.householdId, householdId));
    return;
  }
  await tx
    .insert(homeCorrection)
    .values({ householdId, neighbourhoodCode, ...said })
    .onConflictDoUpdate({ target: homeCorrection.householdId, set: { ...said, savedAt: sql`now()` } });
}
