// The answers that columns of purchases can hold; forms in the browser offer the same ones.

export const purchaseStates = ["concept", "open", "reached", "cancelled", "supplier_failed", "finished"] as const;
export type PurchaseState = (typeof purchaseStates)[number];
/** Where a sign-up for a purchase can be while it goes on, in the order in which most go. */
export const activeStates = ["interest", "suitability", "suitable", "offered", "waiting", "ordered", "paused", "confirmed", "planned", "delivered", "complaint", "reviewed"] as const;
/** How a sign-up can end early. Nothing leads out of these: who wants to come back signs up anew. */
export const exits = ["unsuitable", "declined", "lapsed", "withdrawn", "supplier_failed", "next_round"] as const;
export const signUpStates = [...activeStates, ...exits] as const;
export type SignUpState = (typeof signUpStates)[number];
/** Who makes a step: the resident, the other adult of the home, a moderator of the purchase, or a date that came. */
export type SignUpMover = "resident" | "housemate" | "moderator" | "time";
/** For whom somebody signs up: their own home, one that they rent, or the owners' association of their building. */
export const signUpParties = ["owner", "tenant", "association"] as const;
export type SignUpParty = (typeof signUpParties)[number];
/** Why a step is made. */
export const stepReasons = [
  "home", "technical", "permit", "offer_expired", "no_answer", "below_threshold", "purchase_cancelled", "closed", "bankrupt", "no_capacity", "quit",
  "price", "timing", "other_supplier", "changed_mind", "together", "moved", "other",
] as const;
export type StepReason = (typeof stepReasons)[number];
/** What a withdrawal does to who stays: the price that was reached stays, or everybody pays what belongs to the number that is left. */
export const withdrawalEffects = ["price_stays", "price_follows"] as const;
export type WithdrawalEffect = (typeof withdrawalEffects)[number];
/** What happens below the threshold. */
export const belowRules = ["cancel", "prolong"] as const;
export type BelowRule = (typeof belowRules)[number];
/** With what the fourteen days begin in which an order can be taken back. */
export const coolingOffStarts = ["contract", "delivery"] as const;
export type CoolingOffStart = (typeof coolingOffStarts)[number];
/** What the supplier can be given of a household. */
export const supplierFields = ["name", "email", "phone", "address", "dwelling", "answers"] as const;
export type SupplierField = (typeof supplierFields)[number];
export const checkKinds = ["yes_no", "number", "text", "photo"] as const;
export type CheckKind = (typeof checkKinds)[number];
export type PurchaseDeed = "opened" | "supplier_chosen" | "rules_proposed" | "rules_adopted" | "rules_dropped" | "prolonged" | "reached" | "cancelled" | "supplier_failed" | "finished";
