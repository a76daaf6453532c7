import type { PurchaseState } from "../../../../db/schema/purchase-choices.ts";

/** How a moderator can end a purchase, and with which reasons. */
export const endings = {
  cancelled: ["purchase_cancelled", "below_threshold", "no_capacity", "other"],
  supplier_failed: ["bankrupt", "quit", "no_capacity", "other"],
  finished: ["closed"],
} as const;
export type How = keyof typeof endings;

/** Which of them a purchase can have now. */
export function endingsOf(state: PurchaseState): How[] {
  return state === "open" ? ["cancelled", "supplier_failed"] : state === "reached" ? ["supplier_failed", "finished"] : [];
}

/** All reasons to choose from; that everything is delivered needs none. */
export const stopReasons = ["purchase_cancelled", "below_threshold", "bankrupt", "quit", "no_capacity", "other"] as const;
