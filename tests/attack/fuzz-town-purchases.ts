import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Connection } from "../../db/connection.ts";
import { consent } from "../../db/schema/people.ts";
import { purchaseCheck, purchaseRules, purchaseTier } from "../../db/schema/purchases.ts";
import { purchasePhoto, purchaseSignUp } from "../../db/schema/purchase-sign-ups.ts";
import type { SignUpState } from "../../db/schema/purchase-choices.ts";
import { paperDeeds } from "../../app/features/purchases/paper-deeds.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { inDays, openPurchaseRows, usual, walked } from "../support/purchases.ts";

/** A purchase to join, and sign-ups of a resident that are as far as each form needs, each for a purchase of its own. */
export async function purchasesIn(owner: Connection, me: Resident, moderatorId: string): Promise<Record<string, string>> {
  const open = () => openPurchaseRows(owner, me.neighbourhoodCode, moderatorId);
  const signUp = async (way: readonly SignUpState[]) => walked(owner, me, await open(), way);
  const offered = ["suitability", "suitable", "offered"] as const;
  const delivered = [...offered, "ordered", "planned", "delivered"] as const;
  const interest = await open();
  await owner.db.insert(purchaseCheck).values({ purchaseId: interest, place: 1, question: "Ligt het dak in de zon?", kind: "yes_no" });
  const [photoCheck, photo] = [randomUUID(), randomUUID()];
  await owner.db.insert(purchaseCheck).values({ id: photoCheck, purchaseId: interest, place: 2, question: "Een foto van je dak", kind: "photo" });
  const interested = await walked(owner, me, interest, []);
  await owner.db.insert(purchasePhoto).values({ id: photo, signUpId: interested, checkId: photoCheck, joinedIn: me.neighbourhoodCode, householdId: me.householdId, mime: "image/webp", width: 1, height: 1, bytes: Buffer.from("een foto") });
  const other = await open();
  const withRules = await walked(owner, me, other, []);
  await owner.db.insert(purchaseRules).values({ ...usual.rules, purchaseId: other, version: 2, threshold: 4, why: "Meer huizen nodig", proposedBy: moderatorId });
  await owner.db.insert(purchaseTier).values({ purchaseId: other, version: 2, fromOrders: 1, cents: 450_000, vatCents: 0 });
  const shared = await signUp(["suitability"]);
  await owner.db.insert(consent).values({ neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, residentId: me.residentId, purpose: "purchase_supplier", fieldGroup: "supplier", subjectId: shared, textVersion: "1", textShown: `Tot ${inDays(900)}`, locale: "nl" });
  const asTenant = await signUp([]);
  await owner.db.update(purchaseSignUp).set({ party: "tenant" }).where(eq(purchaseSignUp.id, asTenant));
  return {
    "sign-up of tenant": asTenant, purchase: await open(), "sign-up with interest": interested, "photo check": photoCheck, "purchase photo": photo, "sign-up with rules": withRules, "sign-up shared": shared, "sign-up suitable": await signUp(["suitability", "suitable"]),
    "sign-up to leave": await signUp([]), "sign-up offered": await signUp(offered), "sign-up ordered": await signUp([...offered, "ordered"]), "sign-up delivered": await signUp(delivered), "sign-up to keep": await signUp(delivered),
  };
}

let towns = 0;
const entries = ["buurtwens", ...paperDeeds];

/** A purchase in which somebody who is helped can do what the next of the deeds does; another deed in every town. */
export async function purchaseOnPaperIn(owner: Connection, helped: Resident, moderatorId: string): Promise<Record<string, string>> {
  const purchaseId = await openPurchaseRows(owner, helped.neighbourhoodCode, moderatorId);
  const entry = entries[towns++ % entries.length]!;
  await owner.db.insert(purchaseCheck).values({ purchaseId, place: 1, question: "Ligt het dak in de zon?", kind: "yes_no" });
  if (entry !== "inkoop" && entry !== "buurtwens") await walked(owner, helped, purchaseId, entry === "inkoop-huis" ? [] : ["suitability", "suitable", "offered"]);
  return { "paper purchase": purchaseId, "paper entry": entry };
}
