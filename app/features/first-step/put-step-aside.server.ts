import { putAside } from "../../../db/schema/homes.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

/** Suggests a kind of measure no more to this household; once is enough. */
export async function putStepAside(tx: ViewerTx, { householdId, neighbourhoodCode }: Resident, kind: MeasureKind): Promise<void> {
  await tx.insert(putAside).values({ householdId, neighbourhoodCode, kind }).onConflictDoNothing();
}
