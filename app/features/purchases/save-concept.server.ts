import { and, eq } from "drizzle-orm";
import { purchase, purchaseCheck, purchaseNeighbourhood, purchaseRules, purchaseTier } from "../../../db/schema/purchases.ts";
import type { CheckKind } from "../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { RulesRow, TierRow } from "./rules-row.ts";

export type Concept = {
  what: Pick<typeof purchase.$inferInsert, "title" | "body" | "kinds" | "dwellingTypes" | "forOwners" | "forTenants" | "round" | "followsId">;
  /** All of them moderated by who makes it. */
  neighbourhoods: readonly string[];
  rules: RulesRow;
  tiers: readonly TierRow[];
  checks: readonly { question: string; kind: CheckKind }[];
};

/**
 * Makes a concept, or writes it anew.
 * @param purchaseId a new id, or that of a concept in hand
 * @returns false when it has opened, or is not this moderator's
 */
export async function saveConcept(tx: ViewerTx, moderator: { residentId: string }, purchaseId: string, { what, neighbourhoods, rules, tiers, checks }: Concept): Promise<boolean> {
  const [known] = await tx.select({ state: purchase.state }).from(purchase).where(eq(purchase.id, purchaseId));
  if (!known) await tx.insert(purchase).values({ ...what, id: purchaseId, madeBy: moderator.residentId });
  else {
    const changed = await tx.update(purchase).set(what).where(and(eq(purchase.id, purchaseId), eq(purchase.state, "concept"))).returning({ id: purchase.id });
    if (changed.length === 0) return false;
    for (const table of [purchaseCheck, purchaseRules, purchaseNeighbourhood]) await tx.delete(table).where(eq(table.purchaseId, purchaseId));
  }
  await tx.insert(purchaseNeighbourhood).values(neighbourhoods.map((neighbourhoodCode) => ({ purchaseId, neighbourhoodCode })));
  await tx.insert(purchaseRules).values({ ...rules, purchaseId, version: 1 });
  await tx.insert(purchaseTier).values(tiers.map((tier) => ({ ...tier, purchaseId, version: 1 })));
  if (checks.length > 0) await tx.insert(purchaseCheck).values(checks.map((check, index) => ({ ...check, purchaseId, place: index + 1 })));
  return true;
}
