import { eq, sql } from "drizzle-orm";
import { appeal, report } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { reportedPath } from "./reported-path.ts";

/**
 * Where a moderator reads what a report or an appeal is about as a neighbour with whom it is shared: the page that every
 * neighbour has, through the policies that hold for neighbours. That is no look, so it is asked for no reason and leaves no
 * line; whom a moderator blocked as a resident is not seen in this way either.
 * @returns null where it is outside their own audience
 */
export async function seenAsNeighbour(tx: ViewerTx, about: { report: string } | { appeal: string }): Promise<string | null> {
  const table = "report" in about ? report : appeal;
  const [subject] = await tx
    .select({ kind: table.subjectKind, id: table.subjectId })
    .from(table)
    .where(eq(table.id, "report" in about ? about.report : about.appeal));
  // Of what is asked in the own building, or written to themselves, nothing comes to a moderator to decide on.
  if (!subject || subject.kind === "joint_request" || subject.kind === "private_message" || subject.kind === "visit_request") return null;
  const [seen] = await tx.select({ seen: sql<boolean>`viewer.sees(${subject.kind}, ${subject.id})` }).from(sql`(select) as nothing`);
  return seen!.seen ? reportedPath(subject.kind, subject.id) : null;
}
