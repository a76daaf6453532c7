import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { purchase, purchaseCheck } from "../../../../db/schema/purchases.ts";
import { purchaseCheckAnswer, purchaseNote, purchaseOffer, purchasePhoto, purchaseSignUp, purchaseSignUpEvent } from "../../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { notFound } from "../../../http/not-found.server.ts";
import type { Moderator } from "../../session/viewer.ts";
import { checksOf } from "../paper-purchase.server.ts";
import { chosenSignUps } from "./board.server.ts";

/**
 * One sign-up as a moderator reads it: by its reference and home, never by a name.
 * @throws 404 for one that isn't there or did not come in through a neighbourhood of theirs
 */
export async function signUpPage(tx: ViewerTx, moderator: Moderator, id: string) {
  const [row] = await tx
    .select({
      purchaseId: purchaseSignUp.purchaseId, purchaseTitle: purchase.title, deliveredOn: purchaseSignUp.deliveredOn, coolingOffUntil: purchaseSignUp.coolingOffUntil, satisfaction: purchaseSignUp.satisfaction, review: purchaseSignUp.review,
      household: sql<boolean>`${purchaseSignUp.householdId} is not null`, paperSignedOn: purchaseSignUp.paperSignedOn,
    })
    .from(purchaseSignUp)
    .innerJoin(purchase, eq(purchase.id, purchaseSignUp.purchaseId))
    .where(and(eq(purchaseSignUp.id, id), inArray(purchaseSignUp.joinedIn, [...moderator.moderates])));
  if (!row) throw notFound();
  const [signUp] = await chosenSignUps(tx, moderator, row.purchaseId, [id]);
  const [offer] = await tx
    .select({ version: purchaseOffer.version, priceCents: purchaseOffer.priceCents, extrasCents: purchaseOffer.extrasCents, extrasWhat: purchaseOffer.extrasWhat, validUntil: purchaseOffer.validUntil })
    .from(purchaseOffer)
    .where(eq(purchaseOffer.signUpId, id))
    .orderBy(desc(purchaseOffer.version))
    .limit(1);
  const answers = await tx
    .select({ question: purchaseCheck.question, kind: purchaseCheck.kind, answer: purchaseCheckAnswer.answer })
    .from(purchaseCheckAnswer)
    .innerJoin(purchaseCheck, eq(purchaseCheck.id, purchaseCheckAnswer.checkId))
    .where(eq(purchaseCheckAnswer.signUpId, id))
    .orderBy(asc(purchaseCheck.place));
  const photos = await tx
    .select({ id: purchasePhoto.id, question: purchaseCheck.question })
    .from(purchasePhoto)
    .innerJoin(purchaseCheck, eq(purchaseCheck.id, purchasePhoto.checkId))
    .where(eq(purchasePhoto.signUpId, id))
    .orderBy(asc(purchaseCheck.place));
  // Who takes part on paper gives no photo.
  const toLookAt = row.paperSignedOn === null ? [] : (await checksOf(tx, row.purchaseId)).filter(({ kind, question }) => kind === "photo" && !photos.some((photo) => photo.question === question)).map(({ question }) => question);
  const events = await tx
    .select({ id: purchaseSignUpEvent.id, state: purchaseSignUpEvent.toState, mover: purchaseSignUpEvent.mover, reason: purchaseSignUpEvent.reason, words: purchaseSignUpEvent.words, at: purchaseSignUpEvent.at })
    .from(purchaseSignUpEvent)
    .where(eq(purchaseSignUpEvent.signUpId, id))
    .orderBy(desc(purchaseSignUpEvent.at))
    .limit(100);
  const notes = await tx.select({ id: purchaseNote.id, body: purchaseNote.body, writtenAt: purchaseNote.writtenAt }).from(purchaseNote).where(eq(purchaseNote.signUpId, id)).orderBy(desc(purchaseNote.writtenAt)).limit(100);
  return { ...row, signUp: signUp!, offer: offer ?? null, answers, photos, toLookAt, events, notes };
}
export type SignUpPage = Awaited<ReturnType<typeof signUpPage>>;

/** Writes something beside a sign-up, which its household can read. @returns false when there is none that the moderator reads */
export async function writeNote(tx: ViewerTx, moderator: Moderator, signUpId: string, body: string): Promise<boolean> {
  const [row] = await tx
    .select({ joinedIn: purchaseSignUp.joinedIn, householdId: purchaseSignUp.householdId })
    .from(purchaseSignUp)
    .where(and(eq(purchaseSignUp.id, signUpId), inArray(purchaseSignUp.joinedIn, [...moderator.moderates])));
  if (!row?.householdId) return false;
  await tx.insert(purchaseNote).values({ signUpId, joinedIn: row.joinedIn, householdId: row.householdId, body, authorId: moderator.residentId });
  return true;
}
