import { barOf, type PurchaseRules, whatIfWithdrawn } from "./engine/purchase-outcome.ts";
import { priceOf } from "./engine/price-tiers.ts";
import type { PurchaseNumbers } from "./purchase-numbers.server.ts";

/**
 * What the numbers of a purchase come to under its rules: the bar, places that are left (null without a limit), the price now in cents
 * with VAT, and what would come of it if a share took their order back.
 * @param share whole per cents from 0 to 100
 */
export function numbersNow(rules: Pick<PurchaseRules, "threshold" | "capacity" | "tiers" | "withdrawal">, { orders, mostOrders, places }: PurchaseNumbers, share: number) {
  return {
    bar: barOf(rules, orders),
    placesLeft: rules.capacity === null ? null : Math.max(0, rules.capacity - places),
    price: priceOf(rules.tiers, rules.withdrawal, { orders, mostOrders }),
    whatIf: { share, ...whatIfWithdrawn(rules, orders, share), before: orders },
  };
}
