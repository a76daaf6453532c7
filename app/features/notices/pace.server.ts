import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { type NoticePace, usualPaces } from "../../../db/schema/choices.ts";
import { noticeChoice } from "../../../db/schema/notices.ts";
import { factsOf, type NoticeKind, noticeKinds } from "../notifications/notice-kinds.ts";

// When a mail about a notice leaves, as conditions on rows: the same ones write digests, hold mail at night, and are read again
// when it leaves. All hours are those of the clock on the wall in the Netherlands, whatever it does in spring and autumn.

const local = (at: SQLWrapper) => sql`(${at} at time zone 'Europe/Amsterdam')`;
const backFrom = (local: SQLWrapper) => sql`(${local} at time zone 'Europe/Amsterdam')`;

/** Which of the choices of a person a kind falls under: what concerns themselves, or its subject. */
export function choiceOf(kind: NoticeKind): keyof typeof usualPaces {
  const { direct, subject } = factsOf(kind);
  return direct || subject === "own" ? "direct" : subject;
}

/** How a person is mailed about a row of a kind; needs `notice_choice`, left joined. */
export function paceOf(kind: SQLWrapper): SQL<NoticePace> {
  const kinds = Object.keys(noticeKinds) as NoticeKind[];
  const cases = (Object.keys(usualPaces) as (keyof typeof usualPaces)[]).flatMap((choice) => {
    const names = kinds.filter((each) => choiceOf(each) === choice).map((each) => sql`${each}`);
    return names.length === 0 ? [] : sql`when ${kind} in (${sql.join(names, sql`, `)}) then coalesce(${noticeChoice[choice]}, ${usualPaces[choice]})`;
  });
  return sql<NoticePace>`case ${sql.join(cases, sql` `)} else 'nothing' end`;
}

/** Whether a kind also reaches who said "nu niet". */
export function reachesNotNow(kind: SQLWrapper): SQL<boolean> {
  const names = (Object.keys(noticeKinds) as NoticeKind[]).filter((each) => factsOf(each).evenNotNow).map((each) => sql`${each}`);
  return sql<boolean>`${kind} in (${sql.join(names, sql`, `)})`;
}

/** Until when mail to this person waits at a moment of the night (22:00 to 07:00); null by day, and for who wants mail at night. */
export function quietUntil(at: SQLWrapper): SQL<string | null> {
  const night = sql`(extract(hour from ${local(at)}) >= 22 or extract(hour from ${local(at)}) < 7)`;
  const seven = sql`date_trunc('day', ${local(at)} + interval '2 hours') + interval '7 hours'`;
  return sql<string | null>`case when coalesce(${noticeChoice.quietNights}, true) and ${night} then ${backFrom(sql`(${seven})`)} end`;
}

/**
 * The last moment before or at `at` when a digest of this pace was due to a person. Each has an hour of their own (08 to 19) and,
 * for the weekly one, a day of their own, from the last two bytes of their random id: so they don't all leave at once.
 */
export function lastSlot(pace: SQLWrapper, residentId: SQLWrapper, at: SQLWrapper): SQL<Date> {
  const hour = sql`make_interval(hours => 8 + get_byte(uuid_send(${residentId}), 15) % 12)`;
  const day = sql`make_interval(days => get_byte(uuid_send(${residentId}), 14) % 7)`;
  const daily = sql`(date_trunc('day', ${local(at)}) + ${hour})`;
  const weekly = sql`(date_trunc('week', ${local(at)}) + ${day} + ${hour})`;
  const last = (slot: SQL, every: SQL) => backFrom(sql`(${slot} - case when ${slot} > ${local(at)} then ${every} else interval '0' end)`);
  return sql<Date>`case ${pace} when 'daily' then ${last(daily, sql`interval '1 day'`)} when 'weekly' then ${last(weekly, sql`interval '7 days'`)} end`;
}

/** The same for a page: the hour of a person's digests, and the day of the weekly one (0 is Monday). */
export function slotOf(residentId: string): { hour: number; day: number } {
  const byte = (place: number) => Number.parseInt(residentId.replaceAll("-", "").slice(place * 2, place * 2 + 2), 16);
  return { hour: 8 + (byte(15) % 12), day: byte(14) % 7 };
}
