import { eq, sql } from "drizzle-orm";
import { privateMessage, privateThread } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { announceChange } from "../live/announce-change.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { NewMessage } from "./thread.schema.server.ts";

/**
 * Writes to the other in an own thread; they are told, and see it on their open page.
 * @returns false when there is no such thread of theirs, it ended, or the other is gone
 */
export async function writeMessage(tx: ViewerTx, resident: Resident, threadId: string, { id, body }: NewMessage): Promise<boolean> {
  const [other] = await tx.select({ residentId: sql<string>`o.resident_id`, householdId: sql<string>`o.household_id` }).from(sql`viewer.other_in_thread(${threadId}::uuid) o`);
  if (!other) return false;
  const [thread] = await tx.select({ askedId: privateThread.askedId, askedName: privateThread.askedName, aboutKind: privateThread.aboutKind }).from(privateThread).where(eq(privateThread.id, threadId));
  // Who answers under a badge that shows no name shows none here either.
  const nameless = thread?.aboutKind === "koploper" && thread.askedId === resident.residentId && thread.askedName === null;
  const [made] = await tx
    .insert(privateMessage)
    .values({
      id,
      body,
      threadId,
      neighbourhoodCode: resident.neighbourhoodCode,
      householdId: resident.householdId,
      streetId: resident.streetId,
      residentId: resident.residentId,
      shownName: nameless ? null : resident.displayName,
      toHouseholdId: other.householdId,
      toResidentId: other.residentId,
    })
    .onConflictDoNothing({ target: privateMessage.id })
    .returning({ id: privateMessage.id });
  if (!made) return true;
  await tell(tx, "private-question", { subjectId: threadId, causeId: made.id });
  await announceChange(tx, "thread", threadId);
  return true;
}
