import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import { announcement, story, type StoryIndicator } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Something that stands beside a figure of the neighbourhood: a resident's story, or a moderator's announcement. */
export type AgendaItem = {
  id: string;
  by: "resident" | "moderator";
  indicator: StoryIndicator;
  title: string;
  /** The beginning of the text. */
  excerpt: string;
  shownName: string | null;
  /** Null for a moderator. */
  streetName: string | null;
  own: boolean;
  at: Date;
};

/** So many of each are shown; the page says so when there are more. */
export const mostOfAgenda = 100;
const excerptLength = 240;

/** What this resident may see of the neighbourhood agenda, newest first; `more` when there are older ones besides. */
export async function agenda(tx: ViewerTx, resident: Resident): Promise<{ items: AgendaItem[]; more: boolean }> {
  const stories = await tx
    .select({
      id: story.id,
      indicator: story.indicator,
      title: story.title,
      excerpt: sql<string>`left(${story.body}, ${excerptLength})`,
      shownName: story.shownName,
      streetName: street.name,
      householdId: story.householdId,
      at: sql<Date>`${story.sharedAt}`.mapWith(story.sharedAt),
    })
    .from(story)
    .innerJoin(street, eq(street.id, story.streetId))
    .where(and(eq(story.neighbourhoodCode, resident.neighbourhoodCode), isNotNull(story.sharedAt), isNull(story.withdrawnAt), isNull(story.hiddenAt)))
    .orderBy(desc(story.sharedAt), desc(story.id))
    .limit(mostOfAgenda + 1);
  const announced = await tx
    .select({
      id: announcement.id,
      indicator: sql<StoryIndicator>`${announcement.indicator}`,
      title: announcement.title,
      excerpt: sql<string>`left(${announcement.body}, ${excerptLength})`,
      shownName: announcement.shownName,
      at: announcement.publishedAt,
    })
    .from(announcement)
    .where(and(eq(announcement.neighbourhoodCode, resident.neighbourhoodCode), isNotNull(announcement.indicator), isNull(announcement.withdrawnAt)))
    .orderBy(desc(announcement.publishedAt), desc(announcement.id))
    .limit(mostOfAgenda + 1);
  const told = stories.slice(0, mostOfAgenda).map(({ householdId, ...row }): AgendaItem => ({ ...row, by: "resident", own: householdId === resident.householdId }));
  const said = announced.slice(0, mostOfAgenda).map((row): AgendaItem => ({ ...row, by: "moderator", streetName: null, own: false }));
  return { items: [...told, ...said].toSorted((a, b) => b.at.getTime() - a.at.getTime()), more: stories.length > mostOfAgenda || announced.length > mostOfAgenda };
}
