import { eq, getTableColumns } from "drizzle-orm";
import { answerThanks, outcomeVerdict, questionClaim, questionFollow, questionMerge, questionParking, questionPhoto } from "../../../db/schema/questions.ts";
import { answer, question } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** All that somebody asked, answered and said of questions, for their own download; of others' questions not whose those are. */
export async function ownQuestions(tx: ViewerTx, { householdId, residentId }: AccountViewer) {
  const ofHousehold = householdId ?? residentId;
  return {
    question: await tx.select(questionColumns).from(question).where(eq(question.householdId, ofHousehold)),
    questionPhoto: await tx.select().from(questionPhoto).where(eq(questionPhoto.householdId, ofHousehold)),
    answer: await tx.select(answerColumns).from(answer).where(eq(answer.householdId, ofHousehold)),
    answerThanks: await tx.select(thanksColumns).from(answerThanks).where(eq(answerThanks.residentId, residentId)),
    questionFollow: await tx.select().from(questionFollow).where(eq(questionFollow.residentId, residentId)),
    questionClaim: await tx.select(claimColumns).from(questionClaim).where(eq(questionClaim.householdId, ofHousehold)),
    outcomeVerdict: await tx.select(verdictColumns).from(outcomeVerdict).where(eq(outcomeVerdict.residentId, residentId)),
    questionParking: await tx.select(parkingColumns).from(questionParking).where(eq(questionParking.parkedBy, residentId)),
    questionMerge: await tx.select(mergeColumns).from(questionMerge).where(eq(questionMerge.mergedBy, residentId)),
  };
}

const { search: _words, reach: _within, ...questionColumns } = getTableColumns(question);
const { askedHouseholdId: _a1, askedResidentId: _a2, reach: _a3, ...answerColumns } = getTableColumns(answer);
const { thankedHouseholdId: _t1, ...thanksColumns } = getTableColumns(answerThanks);
const { askedHouseholdId: _c1, askedResidentId: _c2, reach: _c3, ...claimColumns } = getTableColumns(questionClaim);
const { askedHouseholdId: _v1, askedResidentId: _v2, reach: _v3, ...verdictColumns } = getTableColumns(outcomeVerdict);
const { askedHouseholdId: _p1, askedResidentId: _p2, reach: _p3, returnedBy: _p4, ...parkingColumns } = getTableColumns(questionParking);
const { askedHouseholdId: _m1, askedResidentId: _m2, reach: _m3, undoneBy: _m4, ...mergeColumns } = getTableColumns(questionMerge);
