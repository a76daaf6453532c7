import type { ViewerTx } from "../../../db/viewer.server.ts";
import { onePost, type Post } from "../posts/posts.server.ts";
import { subjectOf } from "./subject-of.server.ts";

/** What a municipality posted, where a report or an appeal is about that: moderators read it as the neighbourhood does, so that is no look. */
export async function reportedPost(tx: ViewerTx, about: { report: string } | { appeal: string }): Promise<Post | null> {
  const subject = await subjectOf(tx, about);
  return subject?.kind === "municipal_post" ? onePost(tx, subject.id) : null;
}
