import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";

/** Tells who reported an item that it is decided, in the transaction of the decision; who they are stays in the database. */
export async function tellReporters(tx: ViewerTx, reportId: string): Promise<void> {
  await tx.execute(sql`select viewer.tell_reporters(${reportId})`);
  await wakeDelivery(tx);
}
