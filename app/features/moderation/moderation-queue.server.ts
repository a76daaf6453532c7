import { eq, sql } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { report, type ReportCategory, type ReportedKind } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";
import { openAppeals } from "./appeals.server.ts";
import { openReports } from "./reports.server.ts";
import { openSecondLooks } from "./second-looks.server.ts";

type Line = { id: string; neighbourhoodName: string; createdAt: Date; /** Whole days that it waits. */ days: number };
type Known = Line & { category: ReportCategory; subjectKind: ReportedKind };

/** What waits: a report, an appeal, something that was changed and is to be looked at again, or something for another moderator of which nothing is said. */
export type QueueLine =
  | (Known & { what: "report"; receipt: string; /** Other reports about the same thing. */ alike: number })
  | (Known & { what: "appeal"; /** Of one's own decision: another moderator decides. */ mine: boolean })
  | (Known & { what: "again" })
  | (Line & { what: "other"; isAppeal: boolean });

const dayMs = 86_400_000;
const before: readonly ReportCategory[] = ["personal_data", "unsafe"];

/** Everything that waits for a decision: personal data of somebody else first, then what is dangerous, then by age. */
export async function moderationQueue(tx: ViewerTx, moderator: Moderator): Promise<QueueLine[]> {
  const age = (createdAt: Date) => ({ createdAt, days: Math.floor((Date.now() - createdAt.getTime()) / dayMs) });
  const reports = (await openReports(tx, moderator)).map(({ id, neighbourhoodName, subjectKind, category, receipt, alike, createdAt }): QueueLine => ({
    what: "report", id, neighbourhoodName, subjectKind, category, receipt, alike, ...age(createdAt),
  }));
  const appeals = (await openAppeals(tx, moderator)).map(({ id, neighbourhoodName, subjectKind, rule, mine, createdAt }): QueueLine => ({
    what: "appeal", id, neighbourhoodName, subjectKind, category: rule, mine, ...age(createdAt),
  }));
  const again = (await openSecondLooks(tx, moderator)).map(({ id, neighbourhoodName, subjectKind, rule, createdAt }): QueueLine => ({
    what: "again", id, neighbourhoodName, subjectKind, category: rule, ...age(createdAt),
  }));
  const others = (await forOthers(tx)).map(({ createdAt, ...rest }): QueueLine => ({ what: "other", ...rest, ...age(createdAt) }));
  const place = (line: QueueLine) => (line.what === "other" || !before.includes(line.category) ? before.length : before.indexOf(line.category));
  return [...reports, ...appeals, ...again, ...others].sort((a, b) => place(a) - place(b) || a.createdAt.getTime() - b.createdAt.getTime());
}

async function forOthers(tx: ViewerTx) {
  return tx
    .select({ id: sql<string>`waiting.id`, neighbourhoodName: neighbourhood.name, createdAt: sql<Date>`waiting.created_at`.mapWith(report.createdAt), isAppeal: sql<boolean>`waiting.is_appeal` })
    .from(sql`viewer.waiting_for_others() as waiting`)
    .innerJoin(neighbourhood, eq(neighbourhood.code, sql`waiting.neighbourhood_code`));
}
