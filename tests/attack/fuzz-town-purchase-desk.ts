import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Resident } from "../../app/features/session/viewer.ts";
import type { Connection } from "../../db/connection.ts";
import { purchase, purchaseNeighbourhood, purchaseRules, purchaseTier } from "../../db/schema/purchases.ts";
import { purchaseSignUp } from "../../db/schema/purchase-sign-ups.ts";
import { inDays, usual } from "../support/purchases.ts";

/** Purchases for every deed of a moderator, by the names under which forms are about them. */
export async function purchaseDeskIn(owner: Connection, { neighbour, someoneHere, moderatorId }: { neighbour: Resident; someoneHere: () => Promise<Resident>; moderatorId: string }): Promise<Record<string, string>> {
  const code = neighbour.neighbourhoodCode;
  const made = async ({ state, supplier }: { state: "concept" | "open"; supplier: boolean }, proposed = false) => {
    const id = randomUUID();
    const open = state === "open";
    await owner.db.insert(purchase).values({ id, ...usual.what, state, madeBy: moderatorId, openedAt: open ? new Date() : null, ...(supplier ? { supplier: "Glas Voorbeeld", supplierWhy: "De beste garantie" } : {}) });
    await owner.db.insert(purchaseNeighbourhood).values({ purchaseId: id, neighbourhoodCode: code });
    await owner.db.insert(purchaseRules).values({ ...usual.rules, purchaseId: id, version: 1, adoptedAt: open ? new Date() : null });
    await owner.db.insert(purchaseTier).values(usual.tiers.map((tier) => ({ ...tier, purchaseId: id, version: 1 })));
    if (proposed) await owner.db.insert(purchaseRules).values({ ...usual.rules, deadline: inDays(40), purchaseId: id, version: 2, why: "Meer tijd", proposedBy: moderatorId });
    return id;
  };
  const open = await made({ state: "open", supplier: true });
  const joined = async (who: Resident) => {
    const home = { neighbourhoodCode: code, householdId: who.householdId, dwellingId: who.dwellingId, streetId: who.streetId, buildingId: who.buildingId, residentId: who.residentId };
    const [row] = await owner.db.insert(purchaseSignUp).values({ ...home, purchaseId: open, joinedIn: code, party: "owner", rulesVersion: 1, mover: "resident", movedBy: who.residentId }).returning({ id: purchaseSignUp.id });
    return row!.id;
  };
  const board = await joined(neighbour);
  const [{ reference }] = (await owner.db.select({ reference: purchaseSignUp.reference }).from(purchaseSignUp).where(eq(purchaseSignUp.id, board))) as [{ reference: string }];
  return {
    "desk purchase": open, "desk board sign up": board, "desk reference": reference, "desk sign up": await joined(await someoneHere()), "desk sign up to visit": await joined(await someoneHere()),
    "desk concept to drop": await made({ state: "concept", supplier: false }), "desk concept to open": await made({ state: "concept", supplier: false }), "desk concept to change": await made({ state: "concept", supplier: false }),
    "desk purchase without supplier": await made({ state: "open", supplier: false }), "desk purchase with proposal": await made({ state: "open", supplier: true }, true), "desk purchase to stop": await made({ state: "open", supplier: true }), "in two months": inDays(60),
  };
}
