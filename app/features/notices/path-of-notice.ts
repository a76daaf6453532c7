import { factsOf, type NoticeKind } from "../notifications/notice-kinds.ts";

/** The page of what a notice is about. */
export function pathOfNotice(kind: NoticeKind, subjectId: string, causeId: string | null): string {
  return factsOf(kind).path.replace(":subject", subjectId).replace(":cause", causeId ?? "");
}
