import { sql } from "drizzle-orm";
import type { ReportCategory } from "../../../db/schema/choices.ts";
import { asInsights } from "../../../db/viewer.server.ts";

/** Why something was decided: why it was reported, or that it was about who lives at an address. */
type LoggedCategory = ReportCategory | "address";

/** One quarter of the public log; `figures` is null where there were fewer than ten decisions on all of the platform. */
export type LoggedQuarter = {
  /** ISO 8601 day on which the quarter began. */
  start: string;
  figures: { decisions: number; medianHours: number; overturnedPercent: number; perCategory: Partial<Record<LoggedCategory, number>> } | null;
};

type Row = { start: string; category: LoggedCategory | null; decisions: number | null; medianHours: number | null; overturnedPercent: number | null };

/** What everybody may know of moderation: numbers per quarter that is over, newest first, without names, places or texts. */
export async function moderationLog(): Promise<LoggedQuarter[]> {
  const rows = await asInsights((tx) =>
    tx
      .select({
        start: sql<Row["start"]>`logged.quarter::text`,
        category: sql<Row["category"]>`logged.category`,
        decisions: sql<Row["decisions"]>`logged.decisions`,
        medianHours: sql<Row["medianHours"]>`logged.median_hours`,
        overturnedPercent: sql<Row["overturnedPercent"]>`logged.overturned_percent`,
      })
      .from(sql`viewer.moderation_log() as logged`),
  );
  return rows
    .filter(({ category }) => category === null)
    .map(({ start, decisions, medianHours, overturnedPercent }) => ({
      start,
      figures:
        decisions === null
          ? null
          : { decisions, medianHours: medianHours ?? 0, overturnedPercent: overturnedPercent ?? 0, perCategory: Object.fromEntries(rows.filter((row) => row.start === start && row.category).map((row) => [row.category, row.decisions])) },
    }));
}
