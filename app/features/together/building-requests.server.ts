import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { type JointAnswer, jointRequest, jointRequestAnswer, jointRequestPart } from "../../../db/schema/joint.ts";
import { organisation } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

/** The newest answer of who manages the building. `byDay` is YYYY-MM-DD. */
export type Answer = { answer: JointAnswer; byDay: string | null; text: string | null; answeredAt: Date };

export type BuildingRequest = {
  id: string;
  kind: MeasureKind | null;
  text: string;
  organisation: string;
  createdAt: Date;
  sentAt: Date | null;
  withdrawnAt: Date | null;
  /** Of all who take part, also of whom the viewer doesn't see. */
  households: number;
  /** Whether the own household takes part, and whether this resident started it. */
  joined: boolean;
  mine: boolean;
  /** Whether the own household answers for it, and what a moderator decided about it then: the decision to hide, which only that household reads. */
  ours: boolean;
  hidden: boolean;
  hidingId: string | null;
  /** The newest first. */
  answers: Answer[];
};

/** What residents of the own building ask together, the newest first; of one's own also what was withdrawn in the last seven days. */
export async function buildingRequests(tx: ViewerTx, resident: Resident, id?: string): Promise<BuildingRequest[]> {
  const which: SQL | undefined = id ? eq(jointRequest.id, id) : sql`${jointRequest.withdrawnAt} is null`;
  const rows = await tx
    .select({
      id: jointRequest.id,
      kind: jointRequest.kind,
      text: jointRequest.text,
      organisation: organisation.name,
      createdAt: jointRequest.createdAt,
      sentAt: jointRequest.sentAt,
      withdrawnAt: jointRequest.withdrawnAt,
      households: sql<number>`coalesce((select c.households from viewer.joint_request_counts() c where c.request_id = ${jointRequest.id}), 0)`,
      joined: sql<boolean>`exists (select from joint_request_part p where p.request_id = ${jointRequest.id} and p.household_id = ${resident.householdId})`,
      mine: sql<boolean>`coalesce(${jointRequest.startedBy} = ${resident.residentId}, false)`,
      ours: sql<boolean>`${jointRequest.id} = any ((select viewer.joint_requests_of_ours())::uuid[])`,
      hidden: sql<boolean>`${jointRequest.hiddenAt} is not null`,
      hidingId: sql<string | null>`(select h.id from hiding h where h.subject_kind = 'joint_request' and h.subject_id = ${jointRequest.id}
        and h.household_id = ${resident.householdId} and h.lifted_at is null order by h.created_at desc limit 1)`,
    })
    .from(jointRequest)
    .innerJoin(organisation, eq(organisation.id, jointRequest.organisationId))
    .where(and(which, eq(jointRequest.neighbourhoodCode, resident.neighbourhoodCode)))
    .orderBy(desc(jointRequest.createdAt))
    .limit(100);
  const answers = await tx
    .select({ requestId: jointRequestAnswer.requestId, answer: jointRequestAnswer.answer, byDay: jointRequestAnswer.byDay, text: jointRequestAnswer.text, answeredAt: jointRequestAnswer.answeredAt })
    .from(jointRequestAnswer)
    .where(eq(jointRequestAnswer.neighbourhoodCode, resident.neighbourhoodCode))
    .orderBy(desc(jointRequestAnswer.answeredAt));
  return rows.map((row) => ({
    ...row,
    kind: isMeasureKind(row.kind) ? row.kind : null,
    answers: answers.filter(({ requestId }) => requestId === row.id).map(({ answer, byDay, text, answeredAt }) => ({ answer, byDay, text, answeredAt })),
  }));
}

/** The names of who takes part and shows theirs, but for who is blocked either way. */
export async function namesIn(tx: ViewerTx, requestId: string): Promise<string[]> {
  const rows = await tx
    .select({ name: jointRequestPart.shownName })
    .from(jointRequestPart)
    .where(and(eq(jointRequestPart.requestId, requestId), sql`${jointRequestPart.shownName} is not null`))
    .orderBy(jointRequestPart.createdAt);
  return rows.map(({ name }) => name!);
}
