import type { purchaseRules, purchaseTier } from "../../../db/schema/purchases.ts";

/** The rules as a form gives them. */
export type RulesRow = Omit<typeof purchaseRules.$inferInsert, "purchaseId" | "version" | "why" | "proposedBy" | "proposedAt" | "adoptedAt" | "droppedAt">;
/** Whole cents with VAT, and the VAT in them. */
export type TierRow = Omit<typeof purchaseTier.$inferInsert, "purchaseId" | "version">;
