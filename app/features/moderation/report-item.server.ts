import { randomInt } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { jointRequest } from "../../../db/schema/joint.ts";
import { report, type ReportCategory, type ReportedKind } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { mayReportPost } from "../posts/may-report-post.ts";
import { onePost } from "../posts/posts.server.ts";
import type { Resident } from "../session/viewer.ts";
import { findMessage } from "../threads/find-message.server.ts";

// No letters or digits that look alike: a receipt is read out over the phone.
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * Reports what a neighbour shares, wrote in private or asked at the own door, what neighbours ask together, or what the municipality posted, to the moderators of the neighbourhood.
 * @returns the id of the report, whose receipt the reporter keeps; null when there is no such item of a neighbour
 */
export async function reportItem(
  tx: ViewerTx,
  resident: Resident,
  subject: { kind: ReportedKind; id: string },
  input: { category: ReportCategory; note: string | null },
): Promise<string | null> {
  if (!(await isOfNeighbour(tx, resident, subject))) return null;
  const [made] = await tx
    .insert(report)
    .values({
      receipt: Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join(""),
      neighbourhoodCode: resident.neighbourhoodCode,
      reporterId: resident.residentId,
      reporterHouseholdId: resident.householdId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ...input,
    })
    .returning({ id: report.id });
  return made!.id;
}

/** Whether it is seen, and others answer for it than the own household. */
async function isOfNeighbour(tx: ViewerTx, resident: Resident, { kind, id }: { kind: ReportedKind; id: string }): Promise<boolean> {
  if (kind === "joint_request") {
    const [asked] = await tx
      .select({ id: jointRequest.id })
      .from(jointRequest)
      .where(and(eq(jointRequest.id, id), isNull(jointRequest.withdrawnAt), sql`${jointRequest.id} <> all (viewer.joint_requests_of_ours())`));
    return asked !== undefined;
  }
  if (kind === "visit_request") {
    const [asked] = await tx.select({ ofUs: sql<boolean>`${id} = any (viewer.asked_of_us())` }).from(sql`(select) as nothing`);
    return asked!.ofUs;
  }
  if (kind === "municipal_post") {
    const post = await onePost(tx, id);
    return post !== null && mayReportPost(post, resident);
  }
  if (kind === "private_message") return (await findMessage(tx, resident, id))?.own === false;
  const [seen] = await tx.select({ seen: sql<boolean>`viewer.sees(${kind}, ${id}) and not viewer.is_ours(${id})` }).from(sql`(select) as nothing`);
  return seen!.seen;
}
