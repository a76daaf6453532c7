import { people } from "../support/town.ts";
import { itemsOf, known, type Maker, now, own, place, member, questionIds, shared } from "./row-makers.ts";

// Rows of questions and of what hangs on them: two of the own household's are asked, and one of a neighbour is open to all.

const { sameNeighbourhood } = people;
const day = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
export const questionOf = (by: Maker) => ({ ...place(by), title: "Wie weet een goede glaszetter?", body: "Voor onze voorgevel." });

const reach = "neighbourhood";
const asked = (by: Maker) => ({ neighbourhoodCode: by.neighbourhoodCode, askedHouseholdId: by.householdId, askedResidentId: by.residentId });
const under = (by: Maker, questionId: string) => ({ ...asked(by), questionId, reach });
const answerOf = (by: Maker, questionId: string, asker: Maker = own) => ({ ...place(by), ...under(asker, questionId), sharedAt: now, body: "Bel de glaszetter om de hoek." });
const outcome = { outcome: true, source: "Een offerte", foundOn: day(-1) };
const claimBy = (by: Maker, questionId: string, asker: Maker) => ({ ...under(asker, questionId), ...member(by), streetId: by.streetId, until: day(14) });
const parkingOf = (questionId: string) => ({ ...under(own, questionId), role: "asker" as const, parkedBy: own.residentId, why: "Na de bijeenkomst", returnsOn: day(30) });

export const rowsOfQuestions = {
  question: {
    rows: itemsOf(questionOf, known.question),
    props: [
      { ...questionOf(own), ...shared, audience: "neighbourhood" as const, id: questionIds.second },
      { ...questionOf(own), ...shared, audience: "neighbourhood" as const, id: questionIds.third },
      { ...questionOf(own), ...shared, audience: "neighbourhood" as const, id: questionIds.hidden, hiddenAt: now },
      { ...questionOf(own), ...shared, audience: "street" as const, id: questionIds.street },
      { ...questionOf(sameNeighbourhood), ...shared, audience: "neighbourhood" as const, id: questionIds.ofNeighbour },
      { ...questionOf(sameNeighbourhood), ...shared, audience: "street" as const, id: questionIds.elsewhere },
      // One that a photo can be added to as well.
      { ...questionOf(own), ...shared, audience: "neighbourhood" as const, id: questionIds.unpictured },
    ],
    fresh: (by: Maker) => ({ ...questionOf(by), ...shared, audience: "street" as const }),
  },
  questionPhoto: {
    rows: { own: photoOf(own, known.question) },
    fresh: (by: Maker) => photoOf(by, questionIds.unpictured),
  },
  answer: {
    rows: {
      street: { ...answerOf(own, questionIds.street), reach: `street:${own.streetId}` },
      neighbourhood: { ...answerOf(own, known.question), ...outcome, id: known.answer },
      withdrawn: { ...answerOf(own, known.question), withdrawnAt: now },
      hidden: { ...answerOf(own, known.question), hiddenAt: now },
      underHidden: { ...answerOf(own, questionIds.hidden), reach: `household:${own.householdId}` },
    },
    props: [
      ...[questionIds.answerOfNeighbour, questionIds.otherAnswerOfNeighbour].map((id) => ({ ...answerOf(sameNeighbourhood, questionIds.ofNeighbour, sameNeighbourhood), id })),
      { ...answerOf(sameNeighbourhood, questionIds.elsewhere, sameNeighbourhood), ...outcome, reach: `street:${sameNeighbourhood.streetId}` },
    ],
    fresh: (by: Maker) => answerOf(by, questionIds.ofNeighbour, sameNeighbourhood),
  },
  answerTombstone: {
    rows: { neighbourhood: { ...under(own, known.question), id: questionIds.gone, writtenAt: now } },
    fresh: () => ({ ...under(own, known.question), id: questionIds.otherGone, writtenAt: now }),
  },
  answerThanks: {
    rows: { own: { ...member(own), answerId: questionIds.answerOfNeighbour, thankedHouseholdId: sameNeighbourhood.householdId } },
    fresh: (by: Maker) => ({ ...member(by), answerId: questionIds.otherAnswerOfNeighbour, thankedHouseholdId: sameNeighbourhood.householdId }),
  },
  questionFollow: {
    rows: { own: { ...member(own), questionId: known.question } },
    fresh: (by: Maker) => ({ ...member(by), questionId: questionIds.ofNeighbour }),
  },
  questionClaim: {
    rows: { neighbourhood: claimBy(own, known.question, own) },
    fresh: (by: Maker) => claimBy(by, questionIds.ofNeighbour, sameNeighbourhood),
  },
  outcomeVerdict: {
    rows: {
      accepted: { ...under(own, known.question), ...member(own), streetId: own.streetId, answerId: known.answer, verdict: "accepted" as const },
      askedAgain: { ...under(own, known.question), answerId: known.answer, verdict: "asked_again" as const },
    },
    fresh: (by: Maker) => ({ ...under(own, known.question), ...member(by), streetId: by.streetId, answerId: known.answer, verdict: "accepted" as const }),
  },
  questionParking: {
    rows: { own: parkingOf(known.question) },
    fresh: () => parkingOf(questionIds.second),
    change: (by: { residentId: string }) => ({ returnedAt: now, returnedBy: by.residentId }),
  },
  questionMerge: {
    rows: { own: { ...under(own, questionIds.second), intoId: known.question, role: "asker" as const, mergedBy: own.residentId } },
    fresh: () => ({ ...under(own, questionIds.third), intoId: known.question, role: "asker" as const, mergedBy: own.residentId }),
    change: (by: { residentId: string }) => ({ undoneAt: now, undoneBy: by.residentId }),
  },
};

function photoOf({ neighbourhoodCode, householdId, residentId }: Maker, questionId: string) {
  return { neighbourhoodCode, householdId, residentId, questionId, reach, mime: "image/webp" as const, width: 1, height: 1, bytes: new Uint8Array([1]) };
}
