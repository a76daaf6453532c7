import { and, eq, isNotNull, sql } from "drizzle-orm";
import { privateMessage } from "../../../db/schema/threads.ts";
import type { NoticeSources } from "../notices/notice-source.ts";

/** Somebody writes in a private thread: told to the other. The subject is the thread, the cause the message. */
export const threadNotices: NoticeSources<"private-question"> = {
  "private-question": {
    recipients: async (tx, { causeId }) => {
      if (!causeId) return [];
      const rows = await tx.select({ id: privateMessage.toResidentId }).from(privateMessage).where(and(eq(privateMessage.id, causeId), isNotNull(privateMessage.toResidentId)));
      return rows.map(({ id }) => id!);
    },
    visible: ({ subjectId, causeId }) => sql`exists (select from private_message m
      where m.thread_id = ${subjectId} and m.id = ${causeId} and m.to_resident_id = viewer.resident_id() and m.body is not null)`,
    title: ({ subjectId }) => sql`(select t.measure_kind from private_thread t where t.id = ${subjectId})`,
  },
};
