import { and, eq, sql } from "drizzle-orm";
import { membership } from "../../../db/schema/people.ts";
import { wish } from "../../../db/schema/sharing.ts";
import type { NoticeSources } from "../notices/notice-source.ts";
import type { KindOf } from "../notifications/notice-kinds.ts";

/** A household joins a wish: told to the household whose wish it is. The subject is the wish, the cause the joining. */
export const wishNotices: NoticeSources<KindOf<"wishes">> = {
  "wish-joined": {
    recipients: async (tx, { subjectId }) => {
      const rows = await tx
        .select({ id: membership.residentId })
        .from(membership)
        .innerJoin(wish, and(eq(wish.householdId, membership.householdId), eq(wish.id, subjectId)));
      return rows.map(({ id }) => id);
    },
    visible: ({ subjectId, causeId }) => sql`exists (select from wish w join wish_join j on j.wish_id = w.id
      where w.id = ${subjectId} and w.withdrawn_at is null and w.hidden_at is null and j.id = ${causeId})`,
    title: ({ subjectId }) => sql`(select w.title from wish w where w.id = ${subjectId})`,
  },
};
