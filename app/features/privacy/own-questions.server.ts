import { eq, getTableColumns } from "drizzle-orm";
import { answerThanks, outcomeVerdict, questionClaim, questionFollow, questionMerge, questionParking, questionPhoto } from "../../../db/schema/questions.ts";
import { answer, question } from "../../../db/schema/sharing.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { mine, pictured } from "./own-data-part.server.ts";

const { search: _words, reach: _within, ...questionColumns } = getTableColumns(question);
const { bytes: _bytes, ...photoColumns } = getTableColumns(questionPhoto);
const { askedHouseholdId: _a1, askedResidentId: _a2, reach: _a3, ...answerColumns } = getTableColumns(answer);
const { thankedHouseholdId: _t1, ...thanksColumns } = getTableColumns(answerThanks);
const { askedHouseholdId: _c1, askedResidentId: _c2, reach: _c3, ...claimColumns } = getTableColumns(questionClaim);
const { askedHouseholdId: _v1, askedResidentId: _v2, reach: _v3, ...verdictColumns } = getTableColumns(outcomeVerdict);
const { askedHouseholdId: _p1, askedResidentId: _p2, reach: _p3, returnedBy: _p4, ...parkingColumns } = getTableColumns(questionParking);
const { askedHouseholdId: _m1, askedResidentId: _m2, reach: _m3, undoneBy: _m4, ...mergeColumns } = getTableColumns(questionMerge);

const home = ({ householdId, residentId }: AccountViewer) => householdId ?? residentId;

/** All that somebody asked, answered and said of questions, for their own download; of others' questions not whose those are. */
export const ownQuestions = {
  question: mine(question, (viewer) => eq(question.householdId, home(viewer)), questionColumns),
  questionPhoto: mine(questionPhoto, (viewer) => eq(questionPhoto.householdId, home(viewer)), pictured(photoColumns)),
  answer: mine(answer, (viewer) => eq(answer.householdId, home(viewer)), answerColumns),
  answerThanks: mine(answerThanks, ({ residentId }) => eq(answerThanks.residentId, residentId), thanksColumns),
  questionFollow: mine(questionFollow, ({ residentId }) => eq(questionFollow.residentId, residentId)),
  questionClaim: mine(questionClaim, (viewer) => eq(questionClaim.householdId, home(viewer)), claimColumns),
  outcomeVerdict: mine(outcomeVerdict, ({ residentId }) => eq(outcomeVerdict.residentId, residentId), verdictColumns),
  questionParking: mine(questionParking, ({ residentId }) => eq(questionParking.parkedBy, residentId), parkingColumns),
  questionMerge: mine(questionMerge, ({ residentId }) => eq(questionMerge.mergedBy, residentId), mergeColumns),
};
