import { desc, eq, inArray } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { announcement } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

export type ModeratedAnnouncement = { id: string; neighbourhoodName: string; shownName: string; title: string; body: string; publishedAt: Date; withdrawnAt: Date | null };

const found = (tx: ViewerTx) =>
  tx
    .select({
      id: announcement.id,
      neighbourhoodCode: announcement.neighbourhoodCode,
      neighbourhoodName: neighbourhood.name,
      shownName: announcement.shownName,
      title: announcement.title,
      body: announcement.body,
      publishedAt: announcement.publishedAt,
      withdrawnAt: announcement.withdrawnAt,
    })
    .from(announcement)
    .innerJoin(neighbourhood, eq(neighbourhood.code, announcement.neighbourhoodCode));

/** The last fifty announcements in the neighbourhoods of this moderator, also what was taken back, newest first. */
export async function moderatedAnnouncements(tx: ViewerTx, moderator: Moderator): Promise<ModeratedAnnouncement[]> {
  return found(tx).where(inArray(announcement.neighbourhoodCode, [...moderator.moderates])).orderBy(desc(announcement.publishedAt)).limit(50);
}

/** One announcement; null when there is none in the neighbourhoods of this moderator. */
export async function moderatedAnnouncement(tx: ViewerTx, moderator: Moderator, id: string): Promise<ModeratedAnnouncement | null> {
  const [row] = await found(tx).where(eq(announcement.id, id));
  return row && moderator.moderates.includes(row.neighbourhoodCode) ? row : null;
}
