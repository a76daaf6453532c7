import { randomUUID } from "node:crypto";
import type { Connection } from "../../db/connection.ts";
import * as questions from "../../db/schema/questions.ts";
import type { Resident } from "../../app/features/session/viewer.ts";

/** All that can be undone of a question: finding it out, its rest, its being one with another, its photo; and thanks for a neighbour's answer. */
export async function hangOn(owner: Connection, me: Resident, questionId: string, neighbour: { question: string; answer: string; householdId: string }): Promise<void> {
  const member = { neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, residentId: me.residentId };
  const under = { neighbourhoodCode: me.neighbourhoodCode, questionId, askedHouseholdId: me.householdId, askedResidentId: me.residentId, reach: "neighbourhood" };
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await owner.db.insert(questions.questionClaim).values({ ...under, ...member, streetId: me.streetId, until: day });
  await owner.db.insert(questions.questionParking).values({ ...under, role: "asker", parkedBy: me.residentId, why: "Na de bijeenkomst.", returnsOn: day });
  await owner.db.insert(questions.questionMerge).values({ ...under, intoId: neighbour.question, role: "asker", mergedBy: me.residentId });
  await owner.db.insert(questions.questionPhoto).values({ ...member, questionId, reach: "neighbourhood", mime: "image/webp", width: 1, height: 1, bytes: Buffer.from("een foto") });
  await owner.db.insert(questions.answerThanks).values({ ...member, answerId: neighbour.answer, thankedHouseholdId: neighbour.householdId });
}

/** A question of somebody, with an answer and an outcome of their own. */
export async function askedAndAnswered(owner: Connection, me: Resident): Promise<{ question: string; answer: string; outcome: string }> {
  const [question, answer, outcome] = [randomUUID(), randomUUID(), randomUUID()];
  const place = { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, streetId: me.streetId, buildingId: me.buildingId, dwellingId: me.dwellingId, residentId: me.residentId, sharedAt: new Date() };
  await owner.db.insert(questions.question).values({ ...place, audience: "neighbourhood", id: question, title: "Wie weet een goede glaszetter?" });
  const under = { ...place, questionId: question, askedHouseholdId: me.householdId, askedResidentId: me.residentId, reach: "neighbourhood", body: "Bel de glaszetter om de hoek." };
  await owner.db.insert(questions.answer).values({ ...under, id: answer });
  await owner.db.insert(questions.answer).values({ ...under, id: outcome, outcome: true, source: "Een offerte", foundOn: "2026-01-02" });
  return { question, answer, outcome };
}
