import { sql } from "drizzle-orm";
import { retentionCount } from "../../../db/schema/privacy.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { type RuleName, rulesInOrder } from "./retention-rules.server.ts";

const mostRuns = 7;

export type RetentionRun = { id: string; at: Date; counts: { rule: RuleName; count: number | null }[] };

/** The last runs, newest first, as a moderator may read them: null is one to nine. Rules that let nothing go are left out. */
export async function retentionRuns(tx: ViewerTx): Promise<RetentionRun[]> {
  const rows = await tx
    .select({ runId: sql<string>`c.run_id`, rule: sql<string>`c.rule`, at: sql<Date>`c.ran_at`.mapWith(retentionCount.ranAt), count: sql<number | null>`c.count` })
    .from(sql`viewer.retention_counts() c`)
    .orderBy(sql`c.ran_at desc`);
  const order = rulesInOrder().map(([rule]) => rule);
  const ids = [...new Set(rows.map(({ runId }) => runId))].slice(0, mostRuns);
  return ids.map((id) => {
    const here = rows.filter(({ runId }) => runId === id);
    const counts = order.flatMap((rule) => here.filter((row) => row.rule === rule && row.count !== 0).map(({ count }) => ({ rule, count: count === null ? null : Number(count) })));
    return { id, at: here.at(-1)!.at, counts };
  });
}
