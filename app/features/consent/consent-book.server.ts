import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { jointRequest } from "../../../db/schema/joint.ts";
import { consent } from "../../../db/schema/people.ts";
import { purchase } from "../../../db/schema/purchases.ts";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { answer, measure, question, story, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import { newerText } from "./newer-text.server.ts";
import type { Resident } from "../session/viewer.ts";

const mostRows = 500;

export type ConsentLine = Awaited<ReturnType<typeof consentBook>>[number];

/** The household's ledger, newest first: what was agreed to, under which text, since when and until when. */
export async function consentBook(tx: ViewerTx, resident: Resident) {
  const rows = await tx
    .select({
      id: consent.id,
      purpose: consent.purpose,
      audience: consent.audience,
      subjectId: consent.subjectId,
      textShown: consent.textShown,
      textVersion: consent.textVersion,
      declinedVersion: consent.declinedVersion,
      givenAt: consent.givenAt,
      withdrawnAt: consent.withdrawnAt,
      residentId: consent.residentId,
      measureKind: measure.kind,
      wishKind: wish.kind,
      wishTitle: wish.title,
      storyTitle: story.title,
      questionTitle: question.title,
      answerBegin: sql<string | null>`left(${answer.body}, 80)`,
      togetherKind: jointRequest.kind,
      purchaseTitle: purchase.title,
    })
    .from(consent)
    .leftJoin(measure, and(eq(measure.id, consent.subjectId), inArray(consent.purpose, ["share_measure", "leave_behind"])))
    .leftJoin(wish, eq(wish.id, consent.subjectId))
    .leftJoin(story, eq(story.id, consent.subjectId))
    .leftJoin(question, eq(question.id, consent.subjectId))
    .leftJoin(answer, eq(answer.id, consent.subjectId))
    .leftJoin(jointRequest, and(eq(jointRequest.id, consent.subjectId), eq(consent.purpose, "joint_request")))
    .leftJoin(purchaseSignUp, and(eq(purchaseSignUp.id, consent.subjectId), eq(consent.purpose, "purchase_supplier")))
    .leftJoin(purchase, eq(purchase.id, purchaseSignUp.purchaseId))
    .where(eq(consent.householdId, resident.householdId))
    .orderBy(desc(consent.givenAt))
    .limit(mostRows);
  return rows.map(({ residentId, measureKind, wishKind, wishTitle, storyTitle, questionTitle, answerBegin, togetherKind, purchaseTitle, textVersion, declinedVersion, ...row }) => {
    const kind = measureKind ?? wishKind ?? togetherKind;
    const mine = residentId === resident.residentId;
    const newer = mine && !row.withdrawnAt ? newerText(resident, { ...row, textVersion, declinedVersion }) : null;
    return { ...row, mine, newer, kind: kind !== null && isMeasureKind(kind) ? kind : null, title: wishTitle ?? storyTitle ?? questionTitle ?? answerBegin ?? purchaseTitle };
  });
}
