import { sql } from "drizzle-orm";
import type { ReportedKind } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { reportedPath } from "./reported-path.ts";
import { subjectOf } from "./subject-of.server.ts";

// Of what is asked in the own building, or written to themselves, nothing comes to a moderator to decide on; a post has no page of its own.
const never: readonly ReportedKind[] = ["joint_request", "private_message", "visit_request", "municipal_post"];

/**
 * Where a moderator reads what a report or an appeal is about as a neighbour with whom it is shared: the page that every
 * neighbour has, through the policies that hold for neighbours. That is no look, so it is asked for no reason and leaves no
 * line; whom a moderator blocked as a resident is not seen in this way either.
 * @returns null where it is outside their own audience
 */
export async function seenAsNeighbour(tx: ViewerTx, about: { report: string } | { appeal: string }): Promise<string | null> {
  const subject = await subjectOf(tx, about);
  if (!subject || never.includes(subject.kind)) return null;
  const [seen] = await tx.select({ seen: sql<boolean>`viewer.sees(${subject.kind}, ${subject.id})` }).from(sql`(select) as nothing`);
  return seen!.seen ? reportedPath(subject.kind, subject.id) : null;
}
