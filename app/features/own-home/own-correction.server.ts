import { eq } from "drizzle-orm";
import { homeCorrection } from "../../../db/schema/homes.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Correction } from "./correction.ts";

/** What this household says of its own home, or null; the policies give nobody that of others. */
export async function ownCorrection(tx: ViewerTx, householdId: string): Promise<Correction | null> {
  const [own] = await tx
    .select({ dwellingType: homeCorrection.dwellingType, builtYear: homeCorrection.builtYear, areaM2: homeCorrection.areaM2, energyClass: homeCorrection.energyClass })
    .from(homeCorrection)
    .where(eq(homeCorrection.householdId, householdId));
  return own ?? null;
}
