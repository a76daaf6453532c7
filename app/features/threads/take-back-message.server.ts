import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { privateMessage } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { announceChange } from "../live/announce-change.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * Takes an own message back: its words are gone at once and for good, that something stood there stays.
 * @returns the thread it was in; null when this resident has no such message
 */
export async function takeBackMessage(tx: ViewerTx, resident: Resident, id: string): Promise<string | null> {
  const [taken] = await tx
    .update(privateMessage)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId, updatedAt: sql`now()` })
    .where(and(eq(privateMessage.id, id), eq(privateMessage.residentId, resident.residentId), isNull(privateMessage.withdrawnAt)))
    .returning({ threadId: privateMessage.threadId });
  // Sent twice: it is gone already.
  if (!taken) return (await ownMessage(tx, resident, id))?.threadId ?? null;
  await journal(tx, { kind: "withdrawal", id });
  await announceChange(tx, "thread", taken.threadId);
  return taken.threadId;
}

async function ownMessage(tx: ViewerTx, resident: Resident, id: string) {
  const [message] = await tx.select({ threadId: privateMessage.threadId }).from(privateMessage).where(and(eq(privateMessage.id, id), eq(privateMessage.residentId, resident.residentId)));
  return message ?? null;
}
