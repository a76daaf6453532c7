import { and, eq } from "drizzle-orm";
import { purchase } from "../../../db/schema/purchases.ts";
import { purchaseOffer, purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import type { Locale } from "../../../db/schema/choices.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { dayInWords, momentInWords } from "../../i18n/day.ts";
import { euros } from "./euros.ts";

/**
 * What a mail says of an order, in words: all that is needed to prove it without logging in.
 * @returns null when there is no order any more
 */
export async function confirmationOf(tx: WorkerTx, signUpId: string, locale: Locale) {
  const [row] = await tx
    .select({
      title: purchase.title, supplier: purchase.supplier, reference: purchaseSignUp.reference, orderedAt: purchaseSignUp.orderedAt, movedAt: purchaseSignUp.movedAt, until: purchaseSignUp.coolingOffUntil,
      price: purchaseOffer.priceCents, priceVat: purchaseOffer.priceVatCents, extras: purchaseOffer.extrasCents, extrasVat: purchaseOffer.extrasVatCents,
    })
    .from(purchaseSignUp)
    .innerJoin(purchase, eq(purchase.id, purchaseSignUp.purchaseId))
    .innerJoin(purchaseOffer, and(eq(purchaseOffer.signUpId, purchaseSignUp.id), eq(purchaseOffer.version, purchaseSignUp.offerVersion)))
    .where(eq(purchaseSignUp.id, signUpId));
  if (!row?.orderedAt) return null;
  return {
    title: row.title, supplier: row.supplier ?? "", reference: row.reference, at: momentInWords(row.orderedAt, locale), movedAt: momentInWords(row.movedAt, locale), until: row.until && dayInWords(row.until, locale),
    price: euros(row.price + row.extras, locale), vat: euros(row.priceVat + row.extrasVat, locale),
  };
}
