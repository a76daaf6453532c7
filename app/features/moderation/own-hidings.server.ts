import { and, count, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { municipalPost } from "../../../db/schema/insights.ts";
import { jointRequest } from "../../../db/schema/joint.ts";
import { disclosure } from "../../../db/schema/people.ts";
import { neighbourhood } from "../../../db/schema/register.ts";
import { answer, appeal, hiding, measure, question, story, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

const columns = {
  id: hiding.id,
  subjectKind: hiding.subjectKind,
  subjectId: hiding.subjectId,
  /** What it is about, while it is there: of which kind, or the title of a wish for the neighbourhood, a story or a question, or how an answer begins; of a joint request what it is about. */
  subject: { kind: sql<string | null>`coalesce(${measure.kind}, ${wish.kind}, ${jointRequest.kind})`, title: sql<string | null>`coalesce(${wish.title}, ${story.title}, ${question.title}, left(${answer.body}, 80), ${municipalPost.title})` },
  rule: hiding.rule,
  rulesVersion: hiding.rulesVersion,
  duration: hiding.duration,
  reason: hiding.reason,
  createdAt: hiding.createdAt,
  liftedAt: hiding.liftedAt,
  objectUntil: sql<Date>`viewer.object_until(${hiding.createdAt})`.mapWith(hiding.createdAt),
  appeal: { id: appeal.id, reason: appeal.reason, createdAt: appeal.createdAt, decidedAt: appeal.decidedAt, outcome: appeal.outcome, answer: appeal.answer },
};
const found = (tx: ViewerTx) =>
  tx
    .select(columns)
    .from(hiding)
    .leftJoin(appeal, eq(appeal.hidingId, hiding.id))
    .leftJoin(measure, and(eq(hiding.subjectKind, "measure"), eq(measure.id, hiding.subjectId)))
    .leftJoin(wish, and(eq(hiding.subjectKind, "wish"), eq(wish.id, hiding.subjectId)))
    .leftJoin(story, and(eq(hiding.subjectKind, "story"), eq(story.id, hiding.subjectId)))
    .leftJoin(question, and(eq(hiding.subjectKind, "question"), eq(question.id, hiding.subjectId)))
    .leftJoin(answer, and(eq(hiding.subjectKind, "answer"), eq(answer.id, hiding.subjectId)))
    .leftJoin(jointRequest, and(eq(hiding.subjectKind, "joint_request"), eq(jointRequest.id, hiding.subjectId)))
    .leftJoin(municipalPost, and(eq(hiding.subjectKind, "municipal_post"), eq(municipalPost.id, hiding.subjectId)));

// A moderator reads decisions too, and may be an official elsewhere.
const ofMunicipality = and(eq(hiding.subjectKind, "municipal_post"), sql`${municipalPost.municipalityCode} = any (viewer.official_of())`);

/** A decision to hide something of the own household, with its reasons and what came of an objection. */
export type OwnHiding = Awaited<ReturnType<typeof ownHidings>>[number];

/** What moderators hid of the own household and have not lifted; what an objection brought back stays in the list for 60 days. */
export function ownHidings(tx: ViewerTx, resident: Resident) {
  return found(tx)
    .where(and(eq(hiding.householdId, resident.householdId), or(isNull(hiding.liftedAt), gt(appeal.decidedAt, sql`now() - interval '60 days'`))))
    .orderBy(desc(hiding.createdAt))
    .limit(50);
}

/** One decision to hide something of the own household; null for anybody else's. */
export async function ownHiding(tx: ViewerTx, resident: Resident, id: string): Promise<OwnHiding | null> {
  const [row] = await found(tx).where(and(eq(hiding.householdId, resident.householdId), eq(hiding.id, id)));
  return row ?? null;
}

/** Decisions to hide what the municipality of an official posted, of which none shows again. */
export function hidingsOfPosts(tx: ViewerTx): Promise<OwnHiding[]> {
  return found(tx).where(and(ofMunicipality, isNull(hiding.liftedAt))).orderBy(desc(hiding.createdAt));
}

/** One decision to hide what the municipality of an official posted; null for anybody else. */
export async function hidingOfPost(tx: ViewerTx, id: string): Promise<OwnHiding | null> {
  const [row] = await found(tx).where(and(ofMunicipality, eq(hiding.id, id)));
  return row ?? null;
}

/** Every look of a moderator at something of the own household, newest first: a moderator of which neighbourhood, and why. */
export function ownDisclosures(tx: ViewerTx, resident: Resident) {
  return tx
    .select({ id: disclosure.id, neighbourhoodName: neighbourhood.name, what: disclosure.what, reason: disclosure.reason, note: disclosure.note, at: disclosure.at })
    .from(disclosure)
    .innerJoin(neighbourhood, eq(neighbourhood.code, disclosure.neighbourhoodCode))
    .where(eq(disclosure.householdId, resident.householdId))
    .orderBy(desc(disclosure.at))
    .limit(100);
}

/** How often moderators looked at something of the own household. */
export async function countDisclosures(tx: ViewerTx, resident: Resident): Promise<number> {
  const [row] = await tx.select({ looks: count() }).from(disclosure).where(eq(disclosure.householdId, resident.householdId));
  return Number(row?.looks ?? 0);
}
