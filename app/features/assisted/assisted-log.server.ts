import { type SQL, sql } from "drizzle-orm";
import { assistedSession, type HelperRole } from "../../../db/schema/assisted.ts";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** A session as the log shows it: by whom, when, how many things; never where or what. */
export type LoggedSession = { id: string; neighbourhoodCode: string; startedAt: Date; endedAt: Date; helperRole: HelperRole; helperName: string | null; entryCount: number; own: boolean };

const most = 200;

async function logged(tx: ViewerTx, which: SQL): Promise<LoggedSession[]> {
  return tx
    .select({
      id: sql<string>`l.id`,
      neighbourhoodCode: sql<string>`l.neighbourhood_code`,
      startedAt: sql<Date>`l.started_at`.mapWith(assistedSession.startedAt),
      endedAt: sql<Date>`l.ended_at`.mapWith(assistedSession.endsAt),
      helperRole: sql<HelperRole>`l.helper_role`,
      helperName: sql<string | null>`l.helper_name`,
      entryCount: sql<number>`l.entry_count`.mapWith(Number),
      own: sql<boolean>`l.own`,
    })
    .from(sql`viewer.assisted_log() l`)
    .where(which)
    .orderBy(sql`l.started_at desc, l.id`)
    .limit(most);
}

/** One's own sessions of the last 24 months, newest first. */
export function ownSessions(helper: AccountViewer): Promise<LoggedSession[]> {
  return asViewer(helper, ownSessionsIn);
}

/** The same, in a transaction that is open. */
export function ownSessionsIn(tx: ViewerTx): Promise<LoggedSession[]> {
  return logged(tx, sql`l.own`);
}

/** Whether somebody once helped in this session, running or over. */
export async function ownSession(helper: AccountViewer, id: string): Promise<LoggedSession | null> {
  const [found] = await asViewer(helper, (tx) => logged(tx, sql`l.own and l.id = ${id}::uuid`));
  return found ?? null;
}

/** The sessions in the neighbourhoods of a moderator. */
export function sessionsHere(moderator: AccountViewer): Promise<LoggedSession[]> {
  return asViewer(moderator, (tx) => logged(tx, sql`l.neighbourhood_code = any (viewer.moderates())`));
}

/** Some sessions in which the own household was helped, by id. */
export async function helpersOf(tx: ViewerTx, ids: readonly string[]): Promise<Map<string, LoggedSession>> {
  if (ids.length === 0) return new Map();
  const rows = await logged(tx, sql`l.id in (${sql.join(ids.map((id) => sql`${id}::uuid`), sql`, `)})`);
  return new Map(rows.map((row) => [row.id, row]));
}
