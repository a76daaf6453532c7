import { and, eq } from "drizzle-orm";
import { answer, question } from "../../../db/schema/questions.ts";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import type { Resident } from "../session/viewer.ts";

export type FoundAnswer = NonNullable<Awaited<ReturnType<typeof findAnswer>>>;

/** An answer, as far as this resident may see it; null for what isn't there and for what isn't theirs to see. */
export async function findAnswer(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [row] = await tx
    .select({
      id: answer.id,
      questionId: answer.questionId,
      /** Null for who no longer sees the question that they answered. */
      questionTitle: question.title,
      householdId: answer.householdId,
      askedHouseholdId: answer.askedHouseholdId,
      body: answer.body,
      commercial: answer.commercial,
      outcome: answer.outcome,
      source: answer.source,
      foundOn: answer.foundOn,
      costRange: answer.costRange,
      dwellingTypes: answer.dwellingTypes,
      buildingPeriods: answer.buildingPeriods,
      shownName: answer.shownName,
      streetName: street.name,
      withdrawnAt: answer.withdrawnAt,
      hiddenAt: answer.hiddenAt,
    })
    .from(answer)
    .innerJoin(street, eq(street.id, answer.streetId))
    .leftJoin(question, eq(question.id, answer.questionId))
    .where(and(eq(answer.id, id), eq(answer.neighbourhoodCode, resident.neighbourhoodCode)));
  if (!row) return null;
  const { householdId, askedHouseholdId, ...rest } = row;
  return { ...rest, own: householdId === resident.householdId, toOwnQuestion: askedHouseholdId === resident.householdId };
}

/** An answer of the own household. @throws 404 for one of somebody else, as for one that isn't there */
export async function ownAnswer(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundAnswer> {
  const found = await findAnswer(tx, resident, id);
  if (!found?.own) throw notFound();
  return found;
}

/** An answer of a neighbour, to a question that this resident sees. @throws 404 for any other */
export async function neighboursAnswer(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundAnswer & { questionTitle: string }> {
  const found = await findAnswer(tx, resident, id);
  if (!found || found.own || found.questionTitle === null) throw notFound();
  return { ...found, questionTitle: found.questionTitle };
}
