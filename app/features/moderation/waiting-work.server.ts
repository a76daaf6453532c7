import { count, isNull, min } from "drizzle-orm";
import { missingAddress } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";
import { isToPrint, pendingLetters } from "./pending-letters.server.ts";
import { moderationQueue } from "./moderation-queue.server.ts";

export type Waiting = { count: number; oldest: Date | null };

/** What waits for this moderator, with the day of the oldest of each. */
export async function waitingWork(tx: ViewerTx, moderator: Moderator): Promise<{ letters: Waiting; addresses: Waiting; reports: Waiting }> {
  const letters = (await pendingLetters(tx, moderator)).filter(isToPrint);
  const [addresses] = await tx
    .select({ count: count(), oldest: min(missingAddress.createdAt) })
    .from(missingAddress)
    .where(isNull(missingAddress.handledAt));
  const queue = (await moderationQueue(tx, moderator)).filter((line) => line.what === "report" || line.what === "again" || (line.what === "appeal" && !line.mine));
  const oldest = queue.reduce<Date | null>((first, { createdAt }) => (first && first < createdAt ? first : createdAt), null);
  return { letters: { count: letters.length, oldest: letters[0]?.requestedAt ?? null }, addresses: addresses!, reports: { count: queue.length, oldest } };
}
