import { asc, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { chooseSupplier, makeOffer, type Offer, openPurchase } from "../../app/features/purchases/manage.server.ts";
import { type Order, orderPurchase } from "../../app/features/purchases/order.server.ts";
import { type Concept, saveConcept } from "../../app/features/purchases/save-concept.server.ts";
import { coolingOffEnds } from "../../app/features/purchases/engine/cooling-off.ts";
import { arrows } from "../../app/features/purchases/engine/sign-up-states.ts";
import { signUp } from "../../app/features/purchases/sign-up.server.ts";
import { type Step, stepSignUp } from "../../app/features/purchases/step.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import type { Connection } from "../../db/connection.ts";
import { happening } from "../../db/schema/notices.ts";
import { purchase, purchaseCheck, purchaseEvent, purchaseExport, purchaseMessage, purchaseNeighbourhood, purchaseNews, purchaseRules, purchaseTier } from "../../db/schema/purchases.ts";
import { purchaseAgreement, purchaseCheckAnswer, purchaseContact, purchaseNote, purchaseOffer, purchasePhoto, purchaseReceipt, purchaseSignUp, purchaseSignUpEvent } from "../../db/schema/purchase-sign-ups.ts";
import type { SignUpParty, SignUpState } from "../../db/schema/purchase-choices.ts";
import { asViewer, asWorker, type ViewerSettings } from "../../db/viewer.server.ts";

// What tests of purchases do again and again.

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });

export const usual: Omit<Concept, "neighbourhoods"> = {
  what: { title: "Zonnepanelen voor de buurt", kinds: ["solar_panels"], forTenants: true },
  rules: {
    threshold: 2, capacity: null, deadline: inDays(30), below: "cancel", withdrawal: "price_follows", coolingOffFrom: "contract", contractingParty: "De leverancier, niet de coöperatie",
    commission: "Geen", criteria: "Prijs, garantie en wat buren ervan vinden", interests: "Niemand van de kiezers verdient eraan", supplierFields: ["name", "email", "address"], keepUntil: inDays(900),
  },
  tiers: [{ fromOrders: 1, cents: 450_000, vatCents: 0 }, { fromOrders: 3, cents: 400_000, vatCents: 0 }],
  checks: [],
};
export const offered: Offer = { priceCents: 450_000, priceVatCents: 0, extrasCents: 25_000, extrasVatCents: 4_339, extrasWhat: "Steiger", validUntil: inDays(20) };

/** A viewer who moderates, as somebody without a home; `who` lends the id. */
export const moderating = (residentId: string, ...moderates: string[]): ViewerSettings => ({ residentId, householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null, moderates });

/** A purchase that opened today, with a supplier. */
export async function opened(moderator: ViewerSettings, neighbourhoods: readonly string[], { rules = {}, ...more }: { rules?: Partial<Concept["rules"]> } & Partial<Omit<Concept, "rules" | "neighbourhoods">> = {}): Promise<string> {
  const id = crypto.randomUUID();
  expect(await asViewer(moderator, (tx) => saveConcept(tx, moderator, id, { ...usual, ...more, rules: { ...usual.rules, ...rules }, neighbourhoods }))).toBe(true);
  expect(await asViewer(moderator, (tx) => chooseSupplier(tx, id, "Zon Voorbeeld", "De beste garantie voor deze prijs"))).toBe(true);
  expect(await asViewer(moderator, (tx) => openPurchase(tx, id))).toBe("opened");
  return id;
}

export const join = async (who: ViewerSettings, purchaseId: string, party: SignUpParty = "owner") => (await asViewer(who, (tx) => signUp(tx, purchaseId, party, 1)))!.signUp!;
export const step = (who: ViewerSettings, id: string, to: Step["to"], more: Partial<Step> = {}) => asViewer(who, (tx) => stepSignUp(tx, id, { to, ...more }));
export const order = (who: ViewerSettings, id: string, more: Partial<Order> = {}) => asViewer(who, (tx) => orderPurchase(tx, id, { offerVersion: 1, adult: true, termsVersion: "1", ...more }));

/** Brings a sign-up to an offer. */
export async function withOffer(moderator: ViewerSettings, who: ViewerSettings, purchaseId: string, party: SignUpParty = "owner"): Promise<string> {
  const id = await join(who, purchaseId, party);
  expect(await step(moderator, id, "suitability")).toBe("stepped");
  expect(await step(moderator, id, "suitable")).toBe("stepped");
  expect(await asViewer(moderator, (tx) => makeOffer(tx, id, offered))).toBe(1);
  return id;
}

export async function ordered(moderator: ViewerSettings, who: ViewerSettings, purchaseId: string): Promise<string> {
  const id = await withOffer(moderator, who, purchaseId);
  expect(await order(who, id)).toBe("ordered");
  return id;
}

type Owner = { db: Connection["db"] };

/** A purchase that is open, written past the policies. */
export async function openPurchaseRows({ db }: Owner, neighbourhoodCode: string, madeBy: string): Promise<string> {
  const [made] = await db.insert(purchase).values({ ...usual.what, madeBy, state: "open", openedAt: new Date(), supplier: "Zon Voorbeeld" }).returning({ id: purchase.id });
  const purchaseId = made!.id;
  await db.insert(purchaseNeighbourhood).values({ purchaseId, neighbourhoodCode });
  await db.insert(purchaseRules).values({ ...usual.rules, purchaseId, version: 1 });
  await db.insert(purchaseTier).values(usual.tiers.map((tier) => ({ ...tier, purchaseId, version: 1 })));
  return purchaseId;
}

/** A sign-up that goes a way along the arrows, with an offer and an order where it comes by them. */
export async function walked({ db }: Owner, who: Resident, purchaseId: string, way: readonly SignUpState[]): Promise<string> {
  const { householdId, neighbourhoodCode, streetId, buildingId, dwellingId, residentId } = who;
  const order = way.includes("ordered") ? { adult: true, offerVersion: 1, termsVersion: "1", orderedAt: new Date(), coolingOffFrom: inDays(0), coolingOffUntil: coolingOffEnds(inDays(0)), deliveredOn: way.includes("delivered") ? inDays(0) : null } : {};
  const [made] = await db.insert(purchaseSignUp).values({ householdId, neighbourhoodCode, streetId, buildingId, dwellingId, residentId, purchaseId, joinedIn: neighbourhoodCode, party: "owner", rulesVersion: 1, mover: "resident", movedBy: residentId, ...order }).returning({ id: purchaseSignUp.id });
  const id = made!.id;
  if (way.includes("offered")) await db.insert(purchaseOffer).values({ ...offered, signUpId: id, joinedIn: neighbourhoodCode, householdId, version: 1 });
  let from: SignUpState = "interest";
  for (const to of way) {
    const [mover] = arrows.find((arrow) => arrow.from === from && arrow.to === to)!.by;
    await db.update(purchaseSignUp).set({ state: to, mover, movedBy: residentId, movedAt: sql`clock_timestamp()` }).where(eq(purchaseSignUp.id, id));
    from = to;
  }
  return id;
}

/** A row of everything that is kept of purchases about somebody and their household, also as a moderator, with a word of their own. */
export async function everythingOfPurchases(who: ViewerSettings & { householdId: string; neighbourhoodCode: string; dwellingId: string; streetId: string }, word: string): Promise<void> {
  const by = who.residentId;
  await asWorker(async (tx) => {
    const [made] = await tx.insert(purchase).values({ title: `Inkoop van ${word}`, kinds: ["glazing"], madeBy: by, state: "open", openedAt: new Date() }).returning({ id: purchase.id });
    const purchaseId = made!.id;
    await tx.insert(purchaseNeighbourhood).values({ purchaseId, neighbourhoodCode: who.neighbourhoodCode });
    await tx.insert(purchaseRules).values({ ...usual.rules, purchaseId, version: 1 });
    await tx.insert(purchaseNews).values({ purchaseId, title: "Nieuws", body: `Nieuws van ${word}`, authorId: by });
    await tx.insert(purchaseEvent).values({ purchaseId, deed: "opened", actorId: by });
    const [check] = await tx.insert(purchaseCheck).values({ purchaseId, place: 1, question: "Ligt het dak in de zon?", kind: "text" }).returning({ id: purchaseCheck.id });
    const home = { neighbourhoodCode: who.neighbourhoodCode, householdId: who.householdId, dwellingId: who.dwellingId, streetId: who.streetId, residentId: by };
    const [signedUp] = await tx.insert(purchaseSignUp).values({ ...home, purchaseId, joinedIn: who.neighbourhoodCode, party: "owner", rulesVersion: 1, mover: "resident", movedBy: by, words: `Stap van ${word}` }).returning({ id: purchaseSignUp.id });
    const hanging = { signUpId: signedUp!.id, joinedIn: who.neighbourhoodCode, householdId: who.householdId };
    await tx.insert(purchaseOffer).values({ ...hanging, ...offered, version: 1, note: `Aanbod aan ${word}` });
    await tx.insert(purchaseCheckAnswer).values({ ...hanging, checkId: check!.id, answer: `Dak van ${word}` });
    await tx.insert(purchasePhoto).values({ ...hanging, checkId: check!.id, mime: "image/webp", width: 1, height: 1, bytes: Buffer.from(`Foto van ${word}`) });
    await tx.insert(purchaseMessage).values({ purchaseId, state: "interest", body: `Bericht van ${word}`, signUps: 1, authorId: by });
    await tx.insert(purchaseContact).values({ ...hanging, name: `Naam van ${word}` });
    await tx.insert(purchaseAgreement).values({ ...hanging, purchaseId, version: 1, residentId: by, agreed: true });
    await tx.insert(purchaseNote).values({ ...hanging, body: `Notitie over ${word}` });
    const [file] = await tx.insert(purchaseExport).values({ purchaseId, form: "csv", supplier: `Bedrijf van ${word}`, fields: ["name"], signUps: 1, keepUntil: inDays(900), madeBy: by }).returning({ id: purchaseExport.id });
    await tx.insert(purchaseReceipt).values({ ...hanging, exportId: file!.id, supplier: `Bedrijf van ${word}`, fields: ["name"], keepUntil: inDays(900) });
  });
}

export const purchaseNow = (id: string) => asWorker(async (tx) => (await tx.select().from(purchase).where(eq(purchase.id, id)))[0]!);
export const signUpNow = (id: string) => asWorker(async (tx) => (await tx.select().from(purchaseSignUp).where(eq(purchaseSignUp.id, id)))[0]!);
export const stepsOf = (id: string) => asWorker((tx) => tx.select().from(purchaseSignUpEvent).where(eq(purchaseSignUpEvent.signUpId, id)).orderBy(asc(purchaseSignUpEvent.at)));
export const toldOf = (purchaseId: string) => asWorker(async (tx) => (await tx.select({ kind: happening.kind }).from(happening).where(eq(happening.subjectId, purchaseId))).map(({ kind }) => kind));
