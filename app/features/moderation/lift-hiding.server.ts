import { eq, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { hiding } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tellHousehold } from "./tell-household.server.ts";

/**
 * Takes back a hiding: the item shows again to whom it was shared with, and its household is told.
 * @returns false when it was lifted before, or is not for this moderator
 */
export async function liftHiding(tx: ViewerTx, hidingId: string): Promise<boolean> {
  const [done] = await tx.select({ lifted: sql<boolean>`viewer.lift_hiding(${hidingId})` }).from(sql`(select) as nothing`);
  if (!done?.lifted) return false;
  const [lifted] = await tx.select({ subjectId: hiding.subjectId, subjectKind: hiding.subjectKind }).from(hiding).where(eq(hiding.id, hidingId));
  await journal(tx, { kind: "hiding_end", id: lifted!.subjectId, otherId: hidingId });
  await tellHousehold(tx, hidingId, lifted!.subjectKind === "municipal_post" ? "post-shown-again" : "item-shown-again");
  return true;
}
