import { eq, sql } from "drizzle-orm";
import { ownArchive } from "../../../db/schema/privacy.ts";
import type { NoticeSources } from "../notices/notice-source.ts";
import type { KindOf } from "../notifications/notice-kinds.ts";

/** An archive can be fetched: told to whose it is, and nobody else. The subject is the archive; it has no title. */
export const archiveNotices: NoticeSources<KindOf<"own">> = {
  "archive-ready": {
    recipients: async (tx, { subjectId }) => (await tx.select({ id: ownArchive.accountId }).from(ownArchive).where(eq(ownArchive.id, subjectId))).map(({ id }) => id),
    visible: ({ subjectId }) => sql`exists (select from own_archive a where a.id = ${subjectId} and a.state = 'ready' and a.expires_at > now())`,
    title: () => sql`null::text`,
  },
};
