import { and, asc, count, eq, inArray, isNull, or } from "drizzle-orm";
import { answer, answerThanks, answerTombstone, outcomeVerdict } from "../../../db/schema/questions.ts";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

export type ShownAnswer = Awaited<ReturnType<typeof answersOf>>["answers"][number];

/**
 * The answers to questions that are shown together, oldest first, as far as this resident sees them: with what was said of each
 * outcome, whether I thanked, and for my own how many did. `gone` is where answers stood that were taken back after others replied.
 */
export async function answersOf(tx: ViewerTx, resident: Resident, questionIds: string[]) {
  const rows = await tx
    .select({
      id: answer.id,
      questionId: answer.questionId,
      householdId: answer.householdId,
      body: answer.body,
      earlier: answer.earlier,
      commercial: answer.commercial,
      outcome: answer.outcome,
      source: answer.source,
      foundOn: answer.foundOn,
      costRange: answer.costRange,
      dwellingTypes: answer.dwellingTypes,
      buildingPeriods: answer.buildingPeriods,
      shownName: answer.shownName,
      streetName: street.name,
      createdAt: answer.createdAt,
      updatedAt: answer.updatedAt,
      hiddenAt: answer.hiddenAt,
    })
    .from(answer)
    .innerJoin(street, eq(street.id, answer.streetId))
    .where(and(inArray(answer.questionId, questionIds), isNull(answer.withdrawnAt), or(isNull(answer.hiddenAt), eq(answer.householdId, resident.householdId))))
    .orderBy(asc(answer.createdAt), asc(answer.id));
  const ids = rows.map(({ id }) => id);
  const verdicts = ids.length === 0 ? [] : await verdictsOn(tx, resident, ids);
  const thanks = ids.length === 0 ? [] : await thanksFor(tx, resident, ids);
  const gone = await tx
    .select({ id: answerTombstone.id, at: answerTombstone.writtenAt })
    .from(answerTombstone)
    .where(inArray(answerTombstone.questionId, questionIds))
    .orderBy(asc(answerTombstone.writtenAt));
  const answers = rows.map(({ householdId, ...row }) => {
    const said = verdicts.filter(({ answerId }) => answerId === row.id);
    const asked = said.findLast(({ verdict }) => verdict === "accepted" || verdict === "missing");
    const checked = said.findLast(({ verdict }) => verdict === "asked_again" || verdict === "confirmed");
    return {
      ...row,
      own: householdId === resident.householdId,
      accepted: asked?.verdict === "accepted" ? asked : null,
      missing: asked?.verdict === "missing" ? asked : null,
      stale: checked?.verdict === "asked_again",
      confirmed: said.findLast(({ verdict }) => verdict === "confirmed") ?? null,
      thankedByMe: thanks.some(({ answerId, residentId }) => answerId === row.id && residentId === resident.residentId),
      // Only who answered learns how many thank.
      thanks: householdId === resident.householdId ? thanks.filter(({ answerId }) => answerId === row.id).reduce((sum, each) => sum + Number(each.thanks), 0) : null,
    };
  });
  return { answers, gone };
}

function thanksFor(tx: ViewerTx, _resident: Resident, ids: string[]) {
  return tx
    .select({ answerId: answerThanks.answerId, residentId: answerThanks.residentId, thanks: count() })
    .from(answerThanks)
    .where(inArray(answerThanks.answerId, ids))
    .groupBy(answerThanks.answerId, answerThanks.residentId);
}

async function verdictsOn(tx: ViewerTx, resident: Resident, ids: string[]) {
  const rows = await tx
    .select({
      answerId: outcomeVerdict.answerId,
      verdict: outcomeVerdict.verdict,
      note: outcomeVerdict.note,
      householdId: outcomeVerdict.householdId,
      shownName: outcomeVerdict.shownName,
      streetName: street.name,
      at: outcomeVerdict.createdAt,
    })
    .from(outcomeVerdict)
    .leftJoin(street, eq(street.id, outcomeVerdict.streetId))
    .where(inArray(outcomeVerdict.answerId, ids))
    .orderBy(asc(outcomeVerdict.createdAt), asc(outcomeVerdict.id));
  return rows.map(({ householdId, streetName, ...row }) => ({ ...row, streetName: streetName ?? "", own: householdId !== null && householdId === resident.householdId }));
}
