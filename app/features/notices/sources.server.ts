import { measureNotices } from "../measures/measure-notices.server.ts";
import { announcementNotices } from "../moderation/announcement-notices.server.ts";
import type { ToldKind } from "../notifications/notice-kinds.ts";
import { visitNotices } from "../visits/visit-notices.server.ts";
import { wishNotices } from "../wishes/wish-notices.server.ts";
import type { NoticeSource, NoticeSources } from "./notice-source.ts";

/** What every feature says of its notices; the type holds it against the kinds that are told. */
const sources: NoticeSources<ToldKind> = {
  ...announcementNotices,
  ...measureNotices,
  ...visitNotices,
  ...wishNotices,
};

/** Whether something of this kind is told (still): a row may be older than the code, or newer. */
export function isTold(kind: string): kind is ToldKind {
  return Object.hasOwn(sources, kind);
}

/** What a feature says of one kind. */
export function sourceOf(kind: ToldKind): NoticeSource {
  return sources[kind];
}
