import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tellHousehold } from "./tell-household.server.ts";

/**
 * Takes back a hiding: the item shows again to whom it was shared with, and its household is told.
 * @returns false when it was lifted before, or is not for this moderator
 */
export async function liftHiding(tx: ViewerTx, hidingId: string): Promise<boolean> {
  const [done] = await tx.select({ lifted: sql<boolean>`viewer.lift_hiding(${hidingId})` }).from(sql`(select) as nothing`);
  if (!done?.lifted) return false;
  await tellHousehold(tx, hidingId, "item-shown-again");
  return true;
}
