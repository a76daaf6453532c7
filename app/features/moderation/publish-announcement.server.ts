import { announcement, type StoryIndicator } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Moderator } from "../session/viewer.ts";

export type NewAnnouncement = { neighbourhoodCode: string; shownName: string; title: string; body: string; /** The figure of the profile beside which it stands. */ indicator?: StoryIndicator | null };

/** Shows an announcement to everybody in a neighbourhood of this moderator, who are told of it. @returns its id */
export async function publishAnnouncement(tx: ViewerTx, moderator: Moderator, { neighbourhoodCode, shownName, title, body, indicator }: NewAnnouncement): Promise<string> {
  const [made] = await tx
    .insert(announcement)
    .values({ neighbourhoodCode, authorId: moderator.residentId, shownName, title, body, indicator })
    .returning({ id: announcement.id });
  await tell(tx, "announcement-published", { subjectId: made!.id, neighbourhoodCode });
  return made!.id;
}
