import { and, count, inArray, isNull, min, sql } from "drizzle-orm";
import { letter, missingAddress, report } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

export type Waiting = { count: number; oldest: Date | null };

/** What waits for this moderator, with the day of the oldest of each. */
export async function waitingWork(tx: ViewerTx, moderator: Moderator): Promise<{ letters: Waiting; addresses: Waiting; reports: Waiting }> {
  const [letters] = await tx
    .select({ count: count(), oldest: min(letter.requestedAt) })
    .from(letter)
    .where(and(isNull(letter.endedAt), isNull(letter.printedAt), sql`${letter.printAfter} <= now()`, inArray(letter.neighbourhoodCode, [...moderator.moderates])));
  const [addresses] = await tx
    .select({ count: count(), oldest: min(missingAddress.createdAt) })
    .from(missingAddress)
    .where(isNull(missingAddress.handledAt));
  const [reports] = await tx
    .select({ count: count(), oldest: min(report.createdAt) })
    .from(report)
    .where(and(isNull(report.closedAt), inArray(report.neighbourhoodCode, [...moderator.moderates])));
  return { letters: letters!, addresses: addresses!, reports: reports! };
}
