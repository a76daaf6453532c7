import { eq, sql } from "drizzle-orm";
import { resident } from "../../../db/schema/people.ts";
import type { NoticeSources } from "../notices/notice-source.ts";
import type { KindOf } from "../notifications/notice-kinds.ts";

/** A moderator announces something: told to the neighbourhood. The subject is the announcement. */
export const announcementNotices: NoticeSources<KindOf<"neighbourhood">> = {
  "announcement-published": {
    recipients: async (tx, { neighbourhoodCode }) => (await tx.select({ id: resident.id }).from(resident).where(eq(resident.neighbourhoodCode, neighbourhoodCode))).map(({ id }) => id),
    visible: ({ subjectId }) => sql`exists (select from announcement a where a.id = ${subjectId} and a.withdrawn_at is null)`,
    title: ({ subjectId }) => sql`(select a.title from announcement a where a.id = ${subjectId})`,
  },
};
