import { and, count, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { notice } from "../../../db/schema/notices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { NoticeKind } from "../notifications/notice-kinds.ts";
import { pathOfNotice } from "./path-of-notice.ts";
import { isTold, sourceOf, titleOfNotice, visibleNotice } from "./sources.server.ts";

export type OwnNotice = { id: string; kind: NoticeKind; title: string | null; titleIsKind: boolean; createdAt: Date; read: boolean };

const pageSize = 30;
/** More than this many unread is shown as "more than"; nobody counts further. */
export const mostCounted = 99;

/**
 * What this person was told and may still see, newest first, a page at a time. What was withdrawn or hidden in between is not in it.
 * @param before the id of the last notice of an earlier page; anything else is the first page
 */
export async function ownNotices(tx: ViewerTx, before: string | null): Promise<{ notices: OwnNotice[]; next: string | null }> {
  const [last] = before ? await tx.select({ createdAt: notice.createdAt, id: notice.id }).from(notice).where(eq(notice.id, before)) : [];
  const rows = await tx
    .select({ id: notice.id, kind: sql<NoticeKind>`${notice.kind}`, createdAt: notice.createdAt, readAt: notice.readAt, title: titleOfNotice(notice) })
    .from(notice)
    .where(and(eq(notice.residentId, sql`(select viewer.resident_id())`), visibleNotice(notice), last && or(lt(notice.createdAt, last.createdAt), and(eq(notice.createdAt, last.createdAt), lt(notice.id, last.id)))))
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return {
    notices: page.map(({ readAt, ...row }) => ({ ...row, titleIsKind: isTold(row.kind) && sourceOf(row.kind).titleIsKind === true, read: readAt !== null })),
    next: rows.length > pageSize ? page.at(-1)!.id : null,
  };
}

/** How many notices are unread and can still be seen; at most one more than {@link mostCounted}. */
export async function countUnread(tx: ViewerTx): Promise<number> {
  const unread = tx
    .select({ id: notice.id })
    .from(notice)
    .where(and(eq(notice.residentId, sql`(select viewer.resident_id())`), isNull(notice.readAt), visibleNotice(notice)))
    .limit(mostCounted + 1)
    .as("unread");
  const [row] = await tx.select({ count: count() }).from(unread);
  return Number(row?.count ?? 0);
}

/** Marks everything that this person was told as read. */
export async function readAll(tx: ViewerTx): Promise<void> {
  await tx.update(notice).set({ readAt: sql`now()` }).where(and(eq(notice.residentId, sql`(select viewer.resident_id())`), isNull(notice.readAt)));
}

/**
 * Marks one notice as read. @returns the page of what it is about; null when there is no such notice, or nothing of it can be seen any more
 */
export async function readNotice(tx: ViewerTx, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ kind: sql<NoticeKind>`${notice.kind}`, subjectId: notice.subjectId, causeId: notice.causeId })
    .from(notice)
    .where(and(eq(notice.id, id), visibleNotice(notice)));
  if (!row) return null;
  await tx.update(notice).set({ readAt: sql`coalesce(${notice.readAt}, now())` }).where(eq(notice.id, id));
  return pathOfNotice(row.kind, row.subjectId, row.causeId);
}
