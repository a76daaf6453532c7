import { and, eq, isNull, sql } from "drizzle-orm";
import { homeCorrection } from "../../../db/schema/homes.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { correctable, type Correctable } from "./correction.ts";

/** Lets one fact be as the register says again; with the last of them the row goes. Who said nothing of it changes nothing. */
export async function undoCorrection(tx: ViewerTx, { householdId }: Resident, fact: Correctable): Promise<void> {
  const own = eq(homeCorrection.householdId, householdId);
  const nothingElse = correctable.filter((other) => other !== fact).map((other) => isNull(homeCorrection[other]));
  await tx.delete(homeCorrection).where(and(own, ...nothingElse));
  await tx.update(homeCorrection).set({ [fact]: null, savedAt: sql`now()` }).where(own);
}
