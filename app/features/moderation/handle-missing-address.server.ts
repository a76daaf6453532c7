import { and, eq, isNull, sql } from "drizzle-orm";
import { missingAddress } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { Moderator } from "../session/viewer.ts";

/**
 * Answers somebody whose address was missing; the answer goes to them by mail.
 * @param outcome what the moderator writes to them
 * @returns false when it was answered before, or is not for this moderator
 */
export async function handleMissingAddress(tx: ViewerTx, moderator: Moderator, id: string, outcome: string): Promise<boolean> {
  const handled = await tx
    .update(missingAddress)
    .set({ handledAt: sql`now()`, handledBy: moderator.residentId, outcome })
    .where(and(eq(missingAddress.id, id), isNull(missingAddress.handledAt)))
    .returning({ id: missingAddress.id });
  if (handled.length === 0) return false;
  await enqueue(tx, "missing-address-handled", { subjectId: id });
  return true;
}
