import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { answer, hiding, measure, question, secondLook, story, wish } from "../../../db/schema/sharing.ts";
import { koploper, visit } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";

/** What a household asks to look at again, as a moderator sees it: why it was hidden, and never whose it is. */
export type ModeratedSecondLook = Awaited<ReturnType<typeof openSecondLooks>>[number];

const found = (tx: ViewerTx, { moderates }: Moderator, which: SQL) =>
  tx
    .select({
      id: secondLook.id,
      neighbourhoodName: neighbourhood.name,
      subjectKind: secondLook.subjectKind,
      rule: hiding.rule,
      rulesVersion: hiding.rulesVersion,
      reason: hiding.reason,
      hiddenAt: hiding.createdAt,
      createdAt: secondLook.createdAt,
    })
    .from(secondLook)
    .innerJoin(neighbourhood, eq(neighbourhood.code, secondLook.neighbourhoodCode))
    .innerJoin(hiding, and(eq(hiding.id, secondLook.hidingId), isNull(hiding.liftedAt)))
    .where(and(inArray(secondLook.neighbourhoodCode, [...moderates]), isNull(secondLook.decidedAt), sql`not viewer.recused(${secondLook.subjectKind}, ${secondLook.subjectId})`, which))
    .orderBy(asc(secondLook.createdAt));

/** What waits to be looked at again, oldest first. */
export function openSecondLooks(tx: ViewerTx, moderator: Moderator) {
  return found(tx, moderator, sql`true`);
}

/** One of them; null when it isn't for this moderator, or is decided. */
export async function moderatedSecondLook(tx: ViewerTx, moderator: Moderator, id: string): Promise<ModeratedSecondLook | null> {
  const [row] = await found(tx, moderator, eq(secondLook.id, id));
  return row ?? null;
}

/** How it stands with looking again at something hidden of the own household: the last time it was asked, and whether it changed since. */
export async function ownSecondLook(tx: ViewerTx, resident: Resident, hidingId: string) {
  const [decision] = await tx
    .select({ hiddenAt: hiding.createdAt, changedAt: sql<Date | null>`coalesce(${measure.updatedAt}, ${wish.updatedAt}, ${story.updatedAt}, ${visit.updatedAt}, ${koploper.updatedAt}, ${question.updatedAt}, ${answer.updatedAt})`.mapWith(hiding.createdAt) })
    .from(hiding)
    .leftJoin(measure, eq(measure.id, hiding.subjectId))
    .leftJoin(wish, eq(wish.id, hiding.subjectId))
    .leftJoin(story, eq(story.id, hiding.subjectId))
    .leftJoin(visit, eq(visit.id, hiding.subjectId))
    .leftJoin(koploper, eq(koploper.id, hiding.subjectId))
    .leftJoin(question, eq(question.id, hiding.subjectId))
    .leftJoin(answer, eq(answer.id, hiding.subjectId))
    .where(and(eq(hiding.id, hidingId), eq(hiding.householdId, resident.householdId), isNull(hiding.liftedAt), eq(hiding.duration, "until_changed")));
  if (!decision) return null;
  const [last] = await tx
    .select({ createdAt: secondLook.createdAt, decidedAt: secondLook.decidedAt, answer: secondLook.answer })
    .from(secondLook)
    .where(eq(secondLook.hidingId, hidingId))
    .orderBy(desc(secondLook.createdAt))
    .limit(1);
  const since = last?.createdAt ?? decision.hiddenAt;
  return { last: last ?? null, mayAsk: (!last || last.decidedAt !== null) && decision.changedAt !== null && decision.changedAt > since };
}
