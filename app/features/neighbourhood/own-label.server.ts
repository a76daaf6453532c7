import { eq, sql } from "drizzle-orm";
import { energyLabel } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** The energy label of the own home by EP-Online, valid or expired, or null where none is known. Dates as yyyy-mm-dd. */
export async function ownLabel(tx: ViewerTx, dwellingId: string) {
  const [found] = await tx
    .select({
      energyClass: energyLabel.energyClass,
      method: energyLabel.method,
      recordedOn: energyLabel.recordedOn,
      validUntil: energyLabel.validUntil,
      expired: sql<boolean>`coalesce(${energyLabel.validUntil} < viewer.today(), false)`,
      sourceDate: energyLabel.sourceDate,
    })
    .from(energyLabel)
    .where(eq(energyLabel.dwellingId, dwellingId));
  return found ?? null;
}
