import { and, eq } from "drizzle-orm";
import { putAside } from "../../../db/schema/homes.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

/** Lets a kind of measure be suggested again to this household. */
export async function bringStepBack(tx: ViewerTx, { householdId }: Resident, kind: MeasureKind): Promise<void> {
  await tx.delete(putAside).where(and(eq(putAside.householdId, householdId), eq(putAside.kind, kind)));
}
