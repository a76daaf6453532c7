import { and, eq, isNull, sql } from "drizzle-orm";
import { announcement } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/**
 * Takes back an announcement: residents don't see it from the next request on.
 * @returns false when it was taken back before, or is not for this moderator
 */
export async function withdrawAnnouncement(tx: ViewerTx, id: string): Promise<boolean> {
  const withdrawn = await tx
    .update(announcement)
    .set({ withdrawnAt: sql`now()` })
    .where(and(eq(announcement.id, id), isNull(announcement.withdrawnAt)))
    .returning({ id: announcement.id });
  return withdrawn.length === 1;
}
