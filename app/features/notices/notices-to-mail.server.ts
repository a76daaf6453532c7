import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { askEachViewer } from "../../../db/ask-each-viewer.server.ts";
import { account } from "../../../db/schema/auth.ts";
import type { Locale } from "../../../db/schema/choices.ts";
import { notice, noticeChoice } from "../../../db/schema/notices.ts";
import { resident } from "../../../db/schema/people.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import type { NoticeKind } from "../notifications/notice-kinds.ts";
import { lastSlot, paceOf, quietUntil, reachesNotNow } from "./pace.server.ts";
import { presentResidents, type Recipient } from "./recipients.server.ts";
import { isTold, visibleNotice } from "./sources.server.ts";

type Found = { row: string; template: string; accountId: string; id: string; kind: NoticeKind; subjectId: string; until: string | null };
/** One mail to one person: the rows of the outbox that it answers, and the notices in it; or until when they wait. */
export type NoticesToMail = { rows: string[]; digest: boolean; notices: { id: string; kind: NoticeKind; subjectId: string }[]; accountId: string; email: string; locale: Locale } | { rows: string[]; until: Date };

/**
 * What is to be mailed for rows of the outbox that are about notices, as things are now: to who still lives there, still wants it,
 * of what is unread, not mailed before, and still to be seen by them. Several mails at once to one person become one.
 * @returns the mails; a row that is in none of them has nothing to say any more
 */
export async function noticesToMail(rowIds: readonly string[]): Promise<NoticesToMail[]> {
  if (rowIds.length === 0) return [];
  const { found, people } = await asWorker(async (tx) => {
    const wanted = await wantedNotices(tx, rowIds);
    const ids = [...new Set(wanted.map(({ accountId }) => accountId))];
    return { found: wanted, people: ids.length ? await presentResidents(tx, inArray(resident.id, ids)) : [] };
  });
  const waiting = found.filter(({ until }) => until !== null);
  const leaving = await stillSeen(found.filter(({ until }) => until === null), people);
  const addresses = await addressesOf([...new Set(leaving.map(({ accountId }) => accountId))]);
  const mails: NoticesToMail[] = [...grouped(leaving).values()].flatMap((group) => {
    const to = addresses.get(group[0]!.accountId);
    const notices = new Map(group.map(({ id, kind, subjectId }) => [id, { id, kind, subjectId }]));
    return to ? [{ rows: rowsOf(group), digest: isDigest(group[0]!), notices: [...notices.values()], ...to }] : [];
  });
  const held = new Map(waiting.map(({ row, until }) => [row, new Date(until!)]));
  return [...mails, ...[...held].map(([row, until]) => ({ rows: [row], until }))];
}

const isDigest = ({ template }: Found) => template === "notices-digest";
const rowsOf = (group: Found[]) => [...new Set(group.map(({ row }) => row))].sort();

/** Per person what leaves at once, and each digest by itself. */
function grouped(found: Found[]): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const key = isDigest(each) ? each.row : each.accountId;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

async function wantedNotices(tx: WorkerTx, rowIds: readonly string[]): Promise<Found[]> {
  const pace = paceOf(notice.kind);
  return tx
    .select({
      row: outbox.id,
      template: outbox.template,
      accountId: notice.residentId,
      id: notice.id,
      kind: sql<NoticeKind>`${notice.kind}`,
      subjectId: notice.subjectId,
      until: quietUntil(sql`now()`),
    })
    .from(outbox)
    .innerJoin(resident, eq(resident.id, outbox.accountId))
    .innerJoin(
      notice,
      and(
        eq(notice.residentId, resident.id),
        or(
          and(eq(outbox.template, "notices-at-once"), eq(notice.id, outbox.subjectId)),
          // What comes later is for the next one, so that a digest that is sent again is no other digest.
          eq(outbox.template, "notices-digest"),
        ),
      ),
    )
    .leftJoin(noticeChoice, eq(noticeChoice.accountId, resident.id))
    .where(
      and(
        inArray(outbox.id, [...rowIds]),
        isNull(notice.readAt),
        isNull(notice.mailedAt),
        or(and(eq(outbox.template, "notices-at-once"), eq(pace, "at_once")), and(eq(outbox.template, "notices-digest"), lt(notice.createdAt, lastSlot(pace, resident.id, outbox.createdAt)))),
        or(sql`${resident.involvement} is distinct from 'not_now'`, reachesNotNow(notice.kind)),
      ),
    );
}

/** Read as each of them, under the policies of their own pages. */
async function stillSeen(found: Found[], people: Recipient[]): Promise<Found[]> {
  const told = found.filter(({ kind }) => isTold(kind));
  const perPerson = new Map<string, Set<string>>();
  for (const { accountId, id } of told) perPerson.set(accountId, (perPerson.get(accountId) ?? new Set()).add(id));
  const asked = people.map((viewer) => ({ viewer, values: { ids: JSON.stringify([...(perPerson.get(viewer.residentId) ?? [])]) } }));
  const kinds = [...new Set(told.map(({ kind }) => kind))].sort();
  const ids = sql`array(select jsonb_array_elements_text(${sql.placeholder("ids")}::jsonb)::uuid)`;
  const answers = await askEachViewer<{ id: string }>(asked, sql`select ${notice.id} from ${notice} where ${notice.id} = any (${ids}) and ${notice.readAt} is null and ${visibleNotice(notice, kinds)}`);
  const seen = new Set(answers.flat().map(({ id }) => id));
  return told.filter(({ id }) => seen.has(id));
}

async function addressesOf(accountIds: string[]) {
  if (accountIds.length === 0) return new Map<string, { accountId: string; email: string; locale: Locale }>();
  const rows = await asAuth((tx) => tx.select({ accountId: account.id, email: account.email, locale: account.locale }).from(account).where(inArray(account.id, accountIds)));
  return new Map(rows.map((row) => [row.accountId, row]));
}
