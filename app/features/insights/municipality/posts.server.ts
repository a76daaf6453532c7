import { asc, desc, inArray, sql } from "drizzle-orm";
import { municipalPost, promiseReport } from "../../../../db/schema/insights.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { postState } from "./post-state.ts";

/** What municipalities said to neighbourhoods and what came of it, the newest first, as far as this viewer may see it. */
export async function postsTo(tx: ViewerTx, codes: readonly string[]) {
  if (codes.length === 0) return [];
  const posts = await tx
    .select({
      id: municipalPost.id, neighbourhoodCode: municipalPost.neighbourhoodCode, kind: municipalPost.kind, title: municipalPost.title, body: municipalPost.body, dueOn: municipalPost.dueOn, postedAt: municipalPost.postedAt,
      today: sql<string>`viewer.today()::text`,
    })
    .from(municipalPost)
    .where(inArray(municipalPost.neighbourhoodCode, [...codes]))
    .orderBy(desc(municipalPost.postedAt), asc(municipalPost.id));
  if (posts.length === 0) return [];
  const reports = await tx
    .select({ id: promiseReport.id, promiseId: promiseReport.promiseId, outcome: promiseReport.outcome, reason: promiseReport.reason, dueOn: promiseReport.dueOn, reportedAt: promiseReport.reportedAt })
    .from(promiseReport)
    .where(inArray(promiseReport.promiseId, posts.map(({ id }) => id)))
    .orderBy(asc(promiseReport.reportedAt));
  return posts.map(({ today, ...post }) => {
    const own = reports.filter(({ promiseId }) => promiseId === post.id).map(({ promiseId: _promise, ...report }) => report);
    return { ...post, reports: own, ...postState(post, own, today) };
  });
}
export type Post = Awaited<ReturnType<typeof postsTo>>[number];
