import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { privateThread } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { announceChange } from "../live/announce-change.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Ends a thread, by either of the two and for good: what was written stays, nothing is added. @returns false when there is no open thread of theirs */
export async function endThread(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  const ended = await tx
    .update(privateThread)
    .set({ endedAt: sql`now()`, endedBy: resident.residentId })
    .where(and(eq(privateThread.id, id), isNull(privateThread.endedAt)))
    .returning({ id: privateThread.id });
  if (ended.length === 0) return false;
  await journal(tx, { kind: "withdrawal", id });
  await announceChange(tx, "thread", id);
  return true;
}
