import type { SignUpState, WithdrawalEffect } from "../../../../db/schema/purchase-choices.ts";
import { nextTier, type PriceTier, priceOf } from "./price-tiers.ts";

/** What was fixed before a purchase opened, as far as it decides how it ends. Days are days in Europe/Amsterdam. */
export type PurchaseRules = {
  /** Orders of dwellings below which it does not go on. */
  threshold: number;
  /** Orders that can be carried out; null without a limit. */
  capacity: number | null;
  /** The last day, as 2026-05-03. */
  deadline: string;
  /** Below the threshold it is cancelled, or goes on once to another last day. */
  below: { kind: "cancel" } | { kind: "prolong"; until: string };
  tiers: readonly PriceTier[];
  withdrawal: WithdrawalEffect;
};

export type Ending = "open" | "reached" | "prolonged" | "cancelled";

/**
 * How it stands with a purchase on a day. The last day itself still counts.
 * @param orders orders that stand
 */
export function endingOn(rules: PurchaseRules, today: string, orders: number): Ending {
  const reached = orders >= rules.threshold;
  if (today <= rules.deadline) return "open";
  if (reached) return "reached";
  if (rules.below.kind === "cancel") return "cancelled";
  return today <= rules.below.until ? "prolonged" : "cancelled";
}

/** The last day that holds now: the other one once it goes on below the threshold. */
export function lastDay(rules: PurchaseRules, ending: Ending): string {
  return ending === "prolonged" && rules.below.kind === "prolong" ? rules.below.until : rules.deadline;
}

export type Bar = { orders: number; threshold: number; capacity: number | null; missing: number; places: number | null; next: (PriceTier & { needs: number }) | null };

/** What the bar shows: orders against the threshold, places that are left, and what the next price needs. */
export function barOf(rules: Pick<PurchaseRules, "threshold" | "capacity" | "tiers">, orders: number): Bar {
  return {
    orders,
    threshold: rules.threshold,
    capacity: rules.capacity,
    missing: Math.max(0, rules.threshold - orders),
    places: rules.capacity === null ? null : Math.max(0, rules.capacity - orders),
    next: nextTier(rules.tiers, orders),
  };
}

export type WhatIf = { orders: number; reached: boolean; cents: number };

/**
 * What would come of a purchase when a share of those who ordered takes it back; before anybody commits.
 * @param share whole per cents from 0 to 100; homes are rounded up, so that it is never told too well
 */
export function whatIfWithdrawn(rules: Pick<PurchaseRules, "threshold" | "tiers" | "withdrawal">, orders: number, share: number): WhatIf {
  if (!Number.isInteger(share) || share < 0 || share > 100) throw new RangeError("A share is a whole number of per cents from 0 to 100.");
  const left = orders - Math.ceil((orders * share) / 100);
  return { orders: left, reached: left >= rules.threshold, cents: priceOf(rules.tiers, rules.withdrawal, { orders: left, mostOrders: orders }) };
}

/** Where a sign-up ends when the supplier fails, as the database does it: orders that were not delivered, others under way, and what stays. */
const failing = { orders: ["ordered", "paused", "confirmed", "planned", "complaint"], others: ["interest", "suitability", "suitable", "offered", "waiting"], delivered: ["delivered", "reviewed"] } as const satisfies Record<string, readonly SignUpState[]>;
export type WhenSupplierFails = Record<keyof typeof failing, number>;

/** What would come of the sign-ups of a purchase when its supplier fails. @param counts how many stand in each state */
export function whatIfSupplierFails(counts: readonly { state: SignUpState; count: number }[]): WhenSupplierFails {
  const sum = (states: readonly SignUpState[]) => counts.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0);
  return { orders: sum(failing.orders), others: sum(failing.others), delivered: sum(failing.delivered) };
}
