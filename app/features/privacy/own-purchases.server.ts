import { eq, getTableColumns } from "drizzle-orm";
import { purchase, purchaseEvent, purchaseExport, purchaseMessage, purchaseNews } from "../../../db/schema/purchases.ts";
import { purchaseAgreement, purchaseCheckAnswer, purchaseContact, purchaseNote, purchaseOffer, purchasePhoto, purchaseReceipt, purchaseSignUp, purchaseSignUpEvent } from "../../../db/schema/purchase-sign-ups.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { mine, pictured } from "./own-data-part.server.ts";

const { movedBy: _moved, ...signUpColumns } = getTableColumns(purchaseSignUp);
const { actorId: _actor, ...eventColumns } = getTableColumns(purchaseSignUpEvent);
const { offeredBy: _offered, ...offerColumns } = getTableColumns(purchaseOffer);
const { bytes: _bytes, ...photoColumns } = getTableColumns(purchasePhoto);
const { authorId: _author, ...noteColumns } = getTableColumns(purchaseNote);

const home = ({ householdId, residentId }: AccountViewer) => householdId ?? residentId;

/** What a household has in purchases, and what somebody did as a moderator of them, for their own download; of others not who they are. */
export const ownPurchases = {
  purchase: mine(purchase, ({ residentId }) => eq(purchase.madeBy, residentId)),
  purchaseNews: mine(purchaseNews, ({ residentId }) => eq(purchaseNews.authorId, residentId)),
  purchaseEvent: mine(purchaseEvent, ({ residentId }) => eq(purchaseEvent.actorId, residentId)),
  purchaseMessage: mine(purchaseMessage, ({ residentId }) => eq(purchaseMessage.authorId, residentId)),
  purchaseExport: mine(purchaseExport, ({ residentId }) => eq(purchaseExport.madeBy, residentId)),
  purchaseSignUp: mine(purchaseSignUp, (viewer) => eq(purchaseSignUp.householdId, home(viewer)), signUpColumns),
  purchaseSignUpEvent: mine(purchaseSignUpEvent, (viewer) => eq(purchaseSignUpEvent.householdId, home(viewer)), eventColumns),
  purchaseOffer: mine(purchaseOffer, (viewer) => eq(purchaseOffer.householdId, home(viewer)), offerColumns),
  purchaseCheckAnswer: mine(purchaseCheckAnswer, (viewer) => eq(purchaseCheckAnswer.householdId, home(viewer))),
  purchasePhoto: mine(purchasePhoto, (viewer) => eq(purchasePhoto.householdId, home(viewer)), pictured(photoColumns)),
  purchaseContact: mine(purchaseContact, (viewer) => eq(purchaseContact.householdId, home(viewer))),
  purchaseAgreement: mine(purchaseAgreement, (viewer) => eq(purchaseAgreement.householdId, home(viewer))),
  purchaseNote: mine(purchaseNote, (viewer) => eq(purchaseNote.householdId, home(viewer)), noteColumns),
  purchaseReceipt: mine(purchaseReceipt, (viewer) => eq(purchaseReceipt.householdId, home(viewer))),
};
