import { asViewer } from "../../../db/viewer.server.ts";
import { isResident } from "../session/guards.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { countUnread } from "./own-notices.server.ts";

/** The number at the bell: 0 for who has no home here, or is leaving. */
export async function unreadNotices(viewer: AccountViewer): Promise<number> {
  return isResident(viewer) && !viewer.leavesOn ? asViewer(viewer, countUnread) : 0;
}
