import { eq, getTableColumns } from "drizzle-orm";
import { purchase, purchaseEvent, purchaseExport, purchaseNews } from "../../../db/schema/purchases.ts";
import { purchaseAgreement, purchaseCheckAnswer, purchaseContact, purchaseNote, purchaseOffer, purchaseReceipt, purchaseSignUp, purchaseSignUpEvent } from "../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** What a household has in purchases, and what somebody did as a moderator of them, for their own download; of others not who they are. */
export async function ownPurchases(tx: ViewerTx, { householdId, residentId }: AccountViewer) {
  const ofHousehold = householdId ?? residentId;
  return {
    purchase: await tx.select().from(purchase).where(eq(purchase.madeBy, residentId)),
    purchaseNews: await tx.select().from(purchaseNews).where(eq(purchaseNews.authorId, residentId)),
    purchaseEvent: await tx.select().from(purchaseEvent).where(eq(purchaseEvent.actorId, residentId)),
    purchaseExport: await tx.select().from(purchaseExport).where(eq(purchaseExport.madeBy, residentId)),
    purchaseSignUp: await tx.select(signUpColumns).from(purchaseSignUp).where(eq(purchaseSignUp.householdId, ofHousehold)),
    purchaseSignUpEvent: await tx.select(eventColumns).from(purchaseSignUpEvent).where(eq(purchaseSignUpEvent.householdId, ofHousehold)),
    purchaseOffer: await tx.select(offerColumns).from(purchaseOffer).where(eq(purchaseOffer.householdId, ofHousehold)),
    purchaseCheckAnswer: await tx.select().from(purchaseCheckAnswer).where(eq(purchaseCheckAnswer.householdId, ofHousehold)),
    purchaseContact: await tx.select().from(purchaseContact).where(eq(purchaseContact.householdId, ofHousehold)),
    purchaseAgreement: await tx.select().from(purchaseAgreement).where(eq(purchaseAgreement.householdId, ofHousehold)),
    purchaseNote: await tx.select(noteColumns).from(purchaseNote).where(eq(purchaseNote.householdId, ofHousehold)),
    purchaseReceipt: await tx.select().from(purchaseReceipt).where(eq(purchaseReceipt.householdId, ofHousehold)),
  };
}

const { movedBy: _moved, ...signUpColumns } = getTableColumns(purchaseSignUp);
const { actorId: _actor, ...eventColumns } = getTableColumns(purchaseSignUpEvent);
const { offeredBy: _offered, ...offerColumns } = getTableColumns(purchaseOffer);
const { authorId: _author, ...noteColumns } = getTableColumns(purchaseNote);
