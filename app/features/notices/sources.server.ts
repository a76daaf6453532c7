import { type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { archiveNotices } from "../privacy/archive-notices.server.ts";
import { measureNotices } from "../measures/measure-notices.server.ts";
import { announcementNotices } from "../moderation/announcement-notices.server.ts";
import type { ToldKind } from "../notifications/notice-kinds.ts";
import { purchaseNotices } from "../purchases/purchase-notices.server.ts";
import { questionNotices } from "../questions/question-notices.server.ts";
import { visitNotices } from "../visits/visit-notices.server.ts";
import { threadNotices } from "../threads/thread-notices.server.ts";
import { wishNotices } from "../wishes/wish-notices.server.ts";
import type { About, NoticeSource, NoticeSources } from "./notice-source.ts";

/** What every feature says of its notices; the type holds it against the kinds that are told. */
const sources: NoticeSources<ToldKind> = {
  ...announcementNotices,
  ...archiveNotices,
  ...measureNotices,
  ...purchaseNotices,
  ...questionNotices,
  ...visitNotices,
  ...threadNotices,
  ...wishNotices,
};

/** All kinds that are told. */
export const toldKinds = Object.keys(sources) as ToldKind[];

/** Whether something of this kind is told (still): a row may be older than the code, or newer. */
export function isTold(kind: string): kind is ToldKind {
  return Object.hasOwn(sources, kind);
}

/** What a feature says of one kind. */
export function sourceOf(kind: ToldKind): NoticeSource {
  return sources[kind];
}

type Row = About & { kind: SQLWrapper };

/**
 * Whether there is something to say to the viewer about a row.
 * @param kinds those that the rows can be of; of others nothing is said
 */
export function visibleNotice(row: Row, kinds: readonly string[] = toldKinds): SQL<boolean> {
  return byKind(row, kinds, (source) => source.visible(row), sql`false`);
}

/** What a row's line calls its subject; null for none. */
export function titleOfNotice(row: Row): SQL<string | null> {
  return byKind(row, toldKinds, (source) => source.title(row), sql`null`);
}

function byKind<Value>(row: Row, kinds: readonly string[], part: (source: NoticeSource) => SQL, otherwise: SQL): SQL<Value> {
  const cases = kinds.filter(isTold).map((kind) => sql`when ${kind} then ${part(sources[kind])}`);
  return cases.length ? sql<Value>`case ${row.kind} ${sql.join(cases, sql` `)} else ${otherwise} end` : sql<Value>`${otherwise}`;
}
