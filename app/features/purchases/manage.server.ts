import { sql } from "drizzle-orm";
import type { purchaseOffer } from "../../../db/schema/purchase-sign-ups.ts";
import type { StepReason } from "../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { asked } from "./asked.server.ts";
import type { RulesRow, TierRow } from "./rules-row.ts";

// What moderators do with a purchase of neighbourhoods that are theirs. The functions of the database refuse, write down and tell.

/** Opens a concept. @returns "incomplete" or "late" when it cannot; null when it is not the moderator's */
export function openPurchase(tx: ViewerTx, purchaseId: string): Promise<"opened" | "incomplete" | "late" | null> {
  return asked(tx, sql`viewer.open_purchase(${purchaseId}::uuid)`);
}

/** Chooses the supplier, once: consent to hand over data names it. @returns false when one was chosen, or it has ended */
export function chooseSupplier(tx: ViewerTx, purchaseId: string, supplier: string, why: string): Promise<boolean> {
  return asked(tx, sql`viewer.choose_supplier(${purchaseId}::uuid, ${supplier}, ${why})`);
}

/**
 * Proposes other rules, which hold once everybody who takes part said yes.
 * @returns their version; null when another proposal waits, or it cannot be changed
 */
export function proposeRules(tx: ViewerTx, purchaseId: string, rules: RulesRow, tiers: readonly TierRow[], why: string): Promise<number | null> {
  return asked(tx, sql`viewer.propose_rules(${purchaseId}::uuid, ${JSON.stringify(snake(rules))}::jsonb, ${JSON.stringify(tiers.map(snake))}::jsonb, ${why})`);
}

/** Drops the proposal that waits. @returns false when there is none */
export function dropRules(tx: ViewerTx, purchaseId: string): Promise<boolean> {
  return asked(tx, sql`viewer.drop_rules(${purchaseId}::uuid)`);
}

/** Ends a purchase before or after its day. @returns false where it cannot end so: "finished" needs that nothing is left to do */
export function stopPurchase(tx: ViewerTx, purchaseId: string, how: "cancelled" | "supplier_failed" | "finished", reason: StepReason, words: string | null): Promise<boolean> {
  return asked(tx, sql`viewer.stop_purchase(${purchaseId}::uuid, ${how}, ${reason}, ${words})`);
}

/** Says when somebody comes to look at a home. @returns false when that is over, or not the moderator's */
export function planCheckVisit(tx: ViewerTx, signUpId: string, day: string | null): Promise<boolean> {
  return asked(tx, sql`viewer.plan_check_visit(${signUpId}::uuid, ${day}::date)`);
}

type OfferRow = typeof purchaseOffer.$inferInsert;
/** Whole cents with VAT, and the VAT in them. */
export type Offer = Omit<OfferRow, "signUpId" | "joinedIn" | "householdId" | "version" | "offeredBy" | "offeredAt">;

/** Makes an offer, or its next version. @returns the version; null for a home that can have none now */
export function makeOffer(tx: ViewerTx, signUpId: string, offer: Offer): Promise<number | null> {
  return asked(tx, sql`viewer.make_offer(${signUpId}::uuid, ${JSON.stringify(snake(offer))}::jsonb)`);
}

function snake(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
}
