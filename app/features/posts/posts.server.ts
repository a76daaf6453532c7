import { asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { municipalPost, promiseReport } from "../../../db/schema/insights.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { postState } from "./post-state.ts";

/** What municipalities said to neighbourhoods and what came of it, the newest first, as far as this viewer may see it. */
export async function postsTo(tx: ViewerTx, codes: readonly string[]) {
  return codes.length ? readPosts(tx, inArray(municipalPost.neighbourhoodCode, [...codes])) : [];
}
export type Post = Awaited<ReturnType<typeof readPosts>>[number];

/** One answer or promise; null where this viewer may see none. */
export async function onePost(tx: ViewerTx, id: string): Promise<Post | null> {
  const [post] = await readPosts(tx, eq(municipalPost.id, id));
  return post ?? null;
}

async function readPosts(tx: ViewerTx, which: SQL) {
  const posts = await tx
    .select({
      id: municipalPost.id, neighbourhoodCode: municipalPost.neighbourhoodCode, municipalityCode: municipalPost.municipalityCode, kind: municipalPost.kind, title: municipalPost.title, body: municipalPost.body,
      dueOn: municipalPost.dueOn, postedAt: municipalPost.postedAt, withdrawnAt: municipalPost.withdrawnAt, withdrawnReason: municipalPost.withdrawnReason, hidden: sql<boolean>`${municipalPost.hiddenAt} is not null`,
      today: sql<string>`viewer.today()::text`,
    })
    .from(municipalPost)
    .where(which)
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
