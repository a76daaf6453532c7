import { and, desc, eq, isNull } from "drizzle-orm";
import { announcement } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

export type Announcement = { id: string; title: string; body: string; shownName: string; publishedAt: Date };

/** The moderators' announcements for a neighbourhood, newest first. */
export function announcements(tx: ViewerTx, neighbourhoodCode: string, most: number): Promise<Announcement[]> {
  return tx
    .select({
      id: announcement.id,
      title: announcement.title,
      body: announcement.body,
      shownName: announcement.shownName,
      publishedAt: announcement.publishedAt,
    })
    .from(announcement)
    .where(and(eq(announcement.neighbourhoodCode, neighbourhoodCode), isNull(announcement.withdrawnAt)))
    .orderBy(desc(announcement.publishedAt), desc(announcement.id))
    .limit(most);
}
