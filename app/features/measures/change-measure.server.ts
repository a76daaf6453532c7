import { eq, sql } from "drizzle-orm";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { refuseChange } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import type { MeasureExperience, MeasureFacts } from "./measure.schema.server.ts";

/**
 * Changes what an own measure says; who sees it stays as it was.
 * @returns false when the household has no such measure
 * @throws Refused when it was withdrawn
 */
export async function changeMeasure(tx: ViewerTx, resident: Resident, id: string, changes: Partial<Omit<MeasureFacts, "id"> & MeasureExperience>): Promise<boolean> {
  const item = await ownItem(tx, resident, measure, id);
  if (!item) return false;
  const refusal = refuseChange(item);
  if (refusal) throw new Refused(refusal);
  await tx.update(measure).set({ ...changes, updatedAt: sql`now()` }).where(eq(measure.id, id));
  return true;
}
