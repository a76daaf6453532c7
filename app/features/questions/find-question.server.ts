import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { question, questionFollow, questionPhoto } from "../../../db/schema/questions.ts";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { roleFor } from "./role-for.ts";
import { seenState } from "./seen-state.server.ts";

export type FoundQuestion = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;
const place = alias(street, "place");

/** A question, as far as this resident may see it; null for what isn't there and for what isn't theirs to see. Never of which home it is. */
export async function findQuestion(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [row] = await tx
    .select({
      id: question.id,
      householdId: question.householdId,
      buildingId: question.buildingId,
      title: question.title,
      body: question.body,
      measureKind: question.measureKind,
      aboutBuilding: question.aboutBuilding,
      placeStreetId: question.placeStreetId,
      placeName: place.name,
      dwellingType: question.dwellingType,
      buildingPeriod: question.buildingPeriod,
      commercial: question.commercial,
      state: await seenState(tx),
      mergedIntoId: question.mergedIntoId,
      shownName: question.shownName,
      streetName: street.name,
      photo: { id: questionPhoto.id, alt: questionPhoto.alt },
      following: questionFollow.createdAt,
      audience: question.audience,
      reach: question.reach,
      sharedAt: question.sharedAt,
      narrowedAt: question.narrowedAt,
      withdrawnAt: question.withdrawnAt,
      hiddenAt: question.hiddenAt,
    })
    .from(question)
    .innerJoin(street, eq(street.id, question.streetId))
    .leftJoin(place, eq(place.id, question.placeStreetId))
    .leftJoin(questionPhoto, eq(questionPhoto.questionId, question.id))
    .leftJoin(questionFollow, and(eq(questionFollow.questionId, question.id), eq(questionFollow.residentId, resident.residentId)))
    .where(and(eq(question.id, id), eq(question.neighbourhoodCode, resident.neighbourhoodCode)));
  if (!row) return null;
  const { householdId, buildingId, aboutBuilding, measureKind, following, ...rest } = row;
  return {
    ...rest,
    measureKind: measureKind !== null && isMeasureKind(measureKind) ? measureKind : null,
    // Of another building nobody is told that it is about that one.
    ourBuilding: aboutBuilding && buildingId !== null && buildingId === resident.buildingId,
    following: following !== null,
    own: householdId === resident.householdId,
  };
}

/** A question of the own household. @throws 404 for one of somebody else, as for one that isn't there */
export async function ownQuestion(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundQuestion> {
  const found = await findQuestion(tx, resident, id);
  if (!found?.own) throw notFound();
  return found;
}

/** A question about which this resident decides: an own one, or one that a moderator sees as a neighbour. @throws 404 for any other */
export async function decidedQuestion(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundQuestion> {
  const found = await findQuestion(tx, resident, id);
  if (!found || !roleFor(resident, found.own)) throw notFound();
  return found;
}

/** A question that this resident sees. @throws 404 for any other */
export async function seenQuestion(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundQuestion> {
  const found = await findQuestion(tx, resident, id);
  if (!found) throw notFound();
  return found;
}
