import { and, eq, inArray, sql } from "drizzle-orm";
import { disclosure } from "../../../db/schema/people.ts";
import { hiding } from "../../../db/schema/sharing.ts";
import { privateMessage, privateThread } from "../../../db/schema/threads.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";

/** Moves the private threads of somebody along to a household of their own at the same address: they are that person's, and go on there under no name. */
export async function takeThreadsAlong(tx: WorkerTx, residentId: string, householdId: string): Promise<void> {
  await tx.update(privateThread).set({ askerHouseholdId: householdId, askerName: null }).where(eq(privateThread.askerId, residentId));
  await tx.update(privateThread).set({ askedHouseholdId: householdId, askedName: null }).where(eq(privateThread.askedId, residentId));
  await tx.update(privateMessage).set({ toHouseholdId: householdId }).where(eq(privateMessage.toResidentId, residentId));
  // The membership that ended in this transaction put them out of sight.
  const back = sql`nullif(${privateMessage.hiddenAt}, now())`;
  const moved = await tx.update(privateMessage).set({ householdId, shownName: null, hiddenAt: back }).where(eq(privateMessage.residentId, residentId)).returning({ id: privateMessage.id });
  const ids = moved.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.update(hiding).set({ householdId }).where(and(eq(hiding.subjectKind, "private_message"), inArray(hiding.subjectId, ids)));
  await tx.update(disclosure).set({ householdId }).where(and(eq(disclosure.what, "private_message"), inArray(disclosure.subjectId, ids)));
}
