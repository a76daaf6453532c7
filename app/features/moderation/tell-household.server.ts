import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";

/** Tells every adult of the household that a hiding is about, or the officials of the municipality. A moderator never learns who they are. */
export async function tellHousehold(tx: ViewerTx, hidingId: string, template: "item-hidden" | "item-shown-again" | "post-hidden" | "post-shown-again"): Promise<void> {
  const adults = await tx.select({ accountId: sql<string>`adult` }).from(sql`viewer.adults_concerned(${hidingId}) as adult`);
  for (const { accountId } of adults) await enqueue(tx, template, { accountId });
}
