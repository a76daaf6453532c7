import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { purchase, purchaseCheck, purchaseRules } from "../../../db/schema/purchases.ts";
import { purchaseAgreement, purchaseCheckAnswer, purchaseContact, purchaseNote, purchaseOffer, purchasePhoto, purchaseReceipt, purchaseSignUp, purchaseSignUpEvent } from "../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { payable } from "./engine/price-tiers.ts";
import { rulesOf } from "./purchase-page.server.ts";
import { sharedSince } from "./supplier-consent.server.ts";

export type OwnSignUp = Awaited<ReturnType<typeof ownSignUp>>;

/** A sign-up of the own household with all that hangs on it. @throws 404 for any other */
export async function ownSignUp(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) throw notFound();
  const [row] = await tx
    .select({
      id: purchaseSignUp.id, purchaseId: purchaseSignUp.purchaseId, reference: purchaseSignUp.reference, party: purchaseSignUp.party, state: purchaseSignUp.state, reason: purchaseSignUp.reason, words: purchaseSignUp.words,
      movedAt: purchaseSignUp.movedAt, offerVersion: purchaseSignUp.offerVersion, orderedAt: purchaseSignUp.orderedAt, coolingOffFrom: purchaseSignUp.coolingOffFrom, coolingOffUntil: purchaseSignUp.coolingOffUntil,
      heldUntil: purchaseSignUp.heldUntil, visitOn: purchaseSignUp.visitOn, plannedOn: purchaseSignUp.plannedOn, deliveredOn: purchaseSignUp.deliveredOn, satisfaction: purchaseSignUp.satisfaction, review: purchaseSignUp.review,
      measureId: purchaseSignUp.measureId, decisionDocument: purchaseSignUp.decisionDocument, decidedOn: purchaseSignUp.decidedOn, votesFor: purchaseSignUp.votesFor, votesOf: purchaseSignUp.votesOf, homes: purchaseSignUp.homes,
      mine: sql<boolean>`${purchaseSignUp.residentId} = viewer.resident_id()`, rulesVersion: purchaseSignUp.rulesVersion, jointRequestId: purchaseSignUp.jointRequestId,
      title: purchase.title, supplier: purchase.supplier, purchaseState: purchase.state, kinds: purchase.kinds, orders: purchase.orders, mostOrders: purchase.mostOrders,
    })
    .from(purchaseSignUp)
    .innerJoin(purchase, eq(purchase.id, purchaseSignUp.purchaseId))
    .where(and(eq(purchaseSignUp.id, id), eq(purchaseSignUp.householdId, resident.householdId)));
  if (!row) throw notFound();
  const rules = (await rulesOf(tx, row.purchaseId, row.rulesVersion))!;
  const offers = await tx.select().from(purchaseOffer).where(eq(purchaseOffer.signUpId, id)).orderBy(desc(purchaseOffer.version));
  const checks = await tx
    .select({ id: purchaseCheck.id, question: purchaseCheck.question, kind: purchaseCheck.kind, answer: purchaseCheckAnswer.answer, photoId: purchasePhoto.id })
    .from(purchaseCheck)
    .leftJoin(purchaseCheckAnswer, and(eq(purchaseCheckAnswer.checkId, purchaseCheck.id), eq(purchaseCheckAnswer.signUpId, id)))
    .leftJoin(purchasePhoto, and(eq(purchasePhoto.checkId, purchaseCheck.id), eq(purchasePhoto.signUpId, id)))
    .where(eq(purchaseCheck.purchaseId, row.purchaseId))
    .orderBy(asc(purchaseCheck.place));
  const events = await tx
    .select({ id: purchaseSignUpEvent.id, toState: purchaseSignUpEvent.toState, mover: purchaseSignUpEvent.mover, reason: purchaseSignUpEvent.reason, words: purchaseSignUpEvent.words, at: purchaseSignUpEvent.at })
    .from(purchaseSignUpEvent)
    .where(eq(purchaseSignUpEvent.signUpId, id))
    .orderBy(asc(purchaseSignUpEvent.at));
  const receipts = await tx.select({ supplier: purchaseReceipt.supplier, fields: purchaseReceipt.fields, keepUntil: purchaseReceipt.keepUntil, at: purchaseReceipt.at }).from(purchaseReceipt).where(eq(purchaseReceipt.signUpId, id)).orderBy(desc(purchaseReceipt.at));
  const notes = await tx.select({ id: purchaseNote.id, message: purchaseNote.message, body: purchaseNote.body, writtenAt: purchaseNote.writtenAt }).from(purchaseNote).where(eq(purchaseNote.signUpId, id)).orderBy(desc(purchaseNote.writtenAt));
  const [contact] = await tx.select({ name: purchaseContact.name, email: purchaseContact.email, phone: purchaseContact.phone }).from(purchaseContact).where(eq(purchaseContact.signUpId, id));
  const since = await sharedSince(tx, id);
  const [proposed] = await tx
    .select({ version: purchaseRules.version, why: purchaseRules.why, agreed: purchaseAgreement.agreed })
    .from(purchaseRules)
    .leftJoin(purchaseAgreement, and(eq(purchaseAgreement.signUpId, id), eq(purchaseAgreement.version, purchaseRules.version)))
    .where(and(eq(purchaseRules.purchaseId, row.purchaseId), sql`${purchaseRules.version} > 1`, isNull(purchaseRules.adoptedAt), isNull(purchaseRules.droppedAt)));
  const kinds = row.kinds.filter(isMeasureKind);
  const [first] = offers;
  const vatTiers = rules.tiers.map(({ fromOrders, vatCents }) => ({ fromOrders, cents: vatCents }));
  return {
    ...row,
    kinds,
    rules,
    offers: offers.map(({ offeredBy: _by, householdId: _home, joinedIn: _in, ...offer }) => ({ ...offer, payable: payable(offer.priceCents, rules.tiers, rules.withdrawal, row), payableVat: payable(offer.priceVatCents, vatTiers, rules.withdrawal, row) })),
    expired: first ? first.validUntil < (await todayOf(tx)) : false,
    checks, events, receipts, notes, contact: contact ?? null, sharedSince: since, proposed: proposed ?? null,
  };
}

async function todayOf(tx: ViewerTx): Promise<string> {
  const [row] = await tx.select({ day: sql<string>`viewer.today()::text` }).from(sql`(select) as nothing`);
  return row!.day;
}
