import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { purchase, purchaseEvent, purchaseExport, purchaseMessage, purchaseNews, purchaseRules } from "../../../db/schema/purchases.ts";
import { purchaseAgreement, purchaseCheckAnswer, purchaseContact, purchaseNote, purchaseOffer, purchasePhoto, purchaseReceipt, purchaseSignUp, purchaseSignUpEvent } from "../../../db/schema/purchase-sign-ups.ts";
import { exits } from "../../../db/schema/purchase-choices.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";

/** What goes with the person; of an order its number, days, offer and steps stay, without home, person or words. */
const ofPerson = [purchaseCheckAnswer, purchasePhoto, purchaseContact, purchaseNote, purchaseReceipt] as const;

/**
 * Erases what somebody has in purchases. What never was an order goes; an order that stays with a household goes on with it.
 * @param who a resident in a household that others may go on living in, or a whole household
 */
export async function erasePurchasesOf(tx: WorkerTx, who: { residentId: string } | { householdId: string }): Promise<void> {
  if ("residentId" in who) {
    const { residentId } = who;
    await tx.delete(purchaseSignUp).where(and(eq(purchaseSignUp.residentId, residentId), isNull(purchaseSignUp.orderedAt)));
    // An order goes on with who stays; what this one wrote with it does not.
    await tx.update(purchaseSignUpEvent).set({ words: null }).where(eq(purchaseSignUpEvent.actorId, residentId));
    await tx.update(purchaseSignUp).set({ words: null }).where(eq(purchaseSignUp.movedBy, residentId));
    const reviewed = tx.select({ id: purchaseSignUpEvent.signUpId }).from(purchaseSignUpEvent).where(and(eq(purchaseSignUpEvent.actorId, residentId), eq(purchaseSignUpEvent.toState, "reviewed")));
    await tx.update(purchaseSignUp).set({ review: null }).where(inArray(purchaseSignUp.id, reviewed));
    for (const [table, column, none] of [
      [purchase, purchase.madeBy, { madeBy: null }], [purchaseRules, purchaseRules.proposedBy, { proposedBy: null }], [purchaseNews, purchaseNews.authorId, { authorId: null }],
      [purchaseEvent, purchaseEvent.actorId, { actorId: null }], [purchaseMessage, purchaseMessage.authorId, { authorId: null }], [purchaseExport, purchaseExport.madeBy, { madeBy: null }], [purchaseNote, purchaseNote.authorId, { authorId: null }],
      [purchaseOffer, purchaseOffer.offeredBy, { offeredBy: null }], [purchaseSignUp, purchaseSignUp.movedBy, { movedBy: null }], [purchaseSignUpEvent, purchaseSignUpEvent.actorId, { actorId: null }],
      [purchaseAgreement, purchaseAgreement.residentId, { residentId: null }],
    ] as const) await tx.update(table).set(none).where(eq(column, residentId));
    return;
  }
  const mine = eq(purchaseSignUp.householdId, who.householdId);
  await tx.delete(purchaseSignUp).where(and(mine, isNull(purchaseSignUp.orderedAt)));
  for (const table of ofPerson) await tx.delete(table).where(eq(table.householdId, who.householdId));
  await tx.update(purchaseOffer).set({ note: null }).where(eq(purchaseOffer.householdId, who.householdId));
  await tx.update(purchaseSignUpEvent).set({ words: null, actorId: null }).where(eq(purchaseSignUpEvent.householdId, who.householdId));
  await tx
    .update(purchaseSignUp)
    .set({
      neighbourhoodCode: null, householdId: null, dwellingId: null, streetId: null, buildingId: null, residentId: null, movedBy: null, words: null, review: null, measureId: null, erasedAt: sql`now()`,
    })
    .where(mine);
}

/** Days after the delivery in which photos of a home are kept: for what is not right in the first weeks. */
export const photoDays = 30;

/**
 * For the daily job: takes away photos that nobody needs any more. Of who dropped out at once, else when what was delivered has been
 * there for some weeks and there is no complaint about it.
 * @param today the day in Europe/Amsterdam, as 2026-05-03
 * @returns how many photos
 */
export async function forgetHomePhotos(tx: WorkerTx, today: string): Promise<number> {
  const unneeded = tx
    .select({ id: purchaseSignUp.id })
    .from(purchaseSignUp)
    .where(or(inArray(purchaseSignUp.state, [...exits]), and(inArray(purchaseSignUp.state, ["delivered", "reviewed"]), lt(purchaseSignUp.deliveredOn, sql`${today}::date - ${photoDays}::integer`))));
  return (await tx.delete(purchasePhoto).where(inArray(purchasePhoto.signUpId, unneeded)).returning({ id: purchasePhoto.id })).length;
}

/**
 * For the daily job: forgets who took part in purchases of which the rules say that it is over; of those who dropped out also
 * how the supplier was to reach them. The figures of a purchase stay.
 * @param today the day in Europe/Amsterdam, as 2026-05-03
 * @returns how many purchases
 */
export async function forgetPurchases(tx: WorkerTx, today: string): Promise<number> {
  const ended = tx.select({ id: purchaseSignUp.id }).from(purchaseSignUp).where(inArray(purchaseSignUp.state, [...exits]));
  await tx.delete(purchaseContact).where(inArray(purchaseContact.signUpId, ended));
  const over = tx
    .select({ id: purchaseRules.purchaseId })
    .from(purchaseRules)
    .where(and(eq(purchaseRules.purchaseId, purchase.id), eq(purchaseRules.version, purchase.rulesVersion), lt(purchaseRules.keepUntil, today)));
  const gone = await tx
    .update(purchase)
    .set({ forgottenAt: sql`now()` })
    .where(and(isNull(purchase.forgottenAt), isNotNull(purchase.endedAt), sql`exists ${over}`))
    .returning({ id: purchase.id });
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await tx.delete(purchaseSignUp).where(inArray(purchaseSignUp.purchaseId, ids));
  return ids.length;
}
