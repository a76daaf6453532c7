import { eq, sql } from "drizzle-orm";
import { visit, visitMeasure } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { refuseChange } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import { facts, linkMeasures } from "./open-visit.server.ts";
import type { Door, Practical } from "./visit.schema.server.ts";

/**
 * Changes what can be seen and whether the home shows itself. Links go before a home hides: the database holds the two together.
 * @returns false when the household has no such opening
 * @throws Refused when it was withdrawn
 */
export async function changeVisit(tx: ViewerTx, resident: Resident, id: string, door: Door): Promise<boolean> {
  if (!(await changeable(tx, resident, id))) return false;
  await tx.delete(visitMeasure).where(eq(visitMeasure.visitId, id));
  await tx.update(visit).set({ ...(await facts(tx, resident, door)), updatedAt: sql`now()` }).where(eq(visit.id, id));
  await linkMeasures(tx, resident, id, door);
  return true;
}

/**
 * Changes what a guest wants to know before they come.
 * @returns false when the household has no such opening
 * @throws Refused when it was withdrawn
 */
export async function changePractical(tx: ViewerTx, resident: Resident, id: string, practical: Practical): Promise<boolean> {
  if (!(await changeable(tx, resident, id))) return false;
  await tx.update(visit).set({ ...practical, updatedAt: sql`now()` }).where(eq(visit.id, id));
  return true;
}

async function changeable(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  const item = await ownItem(tx, resident, visit, id);
  if (!item) return false;
  const refusal = refuseChange(item);
  if (refusal) throw new Refused(refusal);
  return true;
}
