import type { WithdrawalEffect } from "../../../../db/schema/purchase-choices.ts";

/** From how many orders on a home pays this price: cents, VAT included. */
export type PriceTier = { fromOrders: number; cents: number };

export type TierProblem = "none" | "not_rising" | "not_falling" | "not_whole";

/** What is wrong with the tiers of a concept: they start with the first order, rise in orders and fall in price, in whole cents. */
export function tierProblem(tiers: readonly PriceTier[]): TierProblem | null {
  if (tiers.length === 0 || tiers[0]!.fromOrders !== 1) return "none";
  for (const [index, { fromOrders, cents }] of tiers.entries()) {
    if (!Number.isSafeInteger(fromOrders) || !Number.isSafeInteger(cents) || cents < 0) return "not_whole";
    const before = tiers[index - 1];
    if (before && fromOrders <= before.fromOrders) return "not_rising";
    if (before && cents >= before.cents) return "not_falling";
  }
  return null;
}

/** The tier that a number of orders reaches; of no orders the first. */
export function tierOf(tiers: readonly PriceTier[], orders: number): PriceTier {
  return tiers.findLast(({ fromOrders }) => orders >= fromOrders) ?? tiers[0]!;
}

/** The tier after it, and how many orders that needs; null at the last. */
export function nextTier(tiers: readonly PriceTier[], orders: number): (PriceTier & { needs: number }) | null {
  const next = tiers.find(({ fromOrders }) => fromOrders > orders && fromOrders > 1);
  return next ? { ...next, needs: next.fromOrders - orders } : null;
}

/**
 * What a home pays.
 * @param orders orders that stand now
 * @param mostOrders the most that ever stood at once
 */
export function priceOf(tiers: readonly PriceTier[], effect: WithdrawalEffect, { orders, mostOrders }: { orders: number; mostOrders: number }): number {
  return tierOf(tiers, effect === "price_stays" ? Math.max(orders, mostOrders) : orders).cents;
}

/**
 * What a home pays of an offer, which is made at the price of the first tier: what the reached tier takes off, it takes off here.
 * @param offered cents with VAT, without extras
 */
export function payable(offered: number, tiers: readonly PriceTier[], effect: WithdrawalEffect, counts: { orders: number; mostOrders: number }): number {
  return Math.max(0, offered - (tiers[0]!.cents - priceOf(tiers, effect, counts)));
}
