import { randomUUID } from "node:crypto";
import { elsewhere, here, people } from "../support/town.ts";
import { type Maker, moderatorHere, now, own, place } from "./row-makers.ts";
import type { TableKey, TableRows } from "./rows.ts";

const ids = { open: randomUUID(), other: randomUUID(), concept: randomUUID(), empty: randomUUID(), mine: randomUUID(), second: randomUUID(), far: randomUUID(), farSignUp: randomUUID(), check: randomUUID(), otherCheck: randomUUID(), photoCheck: randomUUID(), otherPhotoCheck: randomUUID(), export: randomUUID() };

const madeBy = moderatorHere.residentId;
const purchaseOf = (id: string) => ({ id, title: "Zonnepanelen voor de buurt", kinds: ["solar_panels"], madeBy });
const opened = { state: "open" as const, openedAt: now };
const rulesOf = (purchaseId: string) => ({
  purchaseId, version: 1, threshold: 10, deadline: "2099-01-01", below: "cancel" as const, withdrawal: "price_stays" as const, coolingOffFrom: "contract" as const, contractingParty: "De leverancier",
  commission: "Geen", criteria: "Prijs en garantie", interests: "Geen", supplierFields: ["name" as const], keepUntil: "2100-01-01",
});
const tierOf = (purchaseId: string, fromOrders: number) => ({ purchaseId, version: 1, fromOrders, cents: 100_000 - fromOrders, vatCents: 0 });
const checkOf = (purchaseId: string, id: string, number: number) => ({ purchaseId, id, place: number, question: "Is het dak van jou?", kind: "yes_no" as const });
const signUpOf = (by: Maker, purchaseId: string, id: string) => ({ ...place(by), id, purchaseId, joinedIn: by.neighbourhoodCode, party: "owner" as const, rulesVersion: 1, mover: "resident" as const, movedBy: by.residentId });
const hangingOn = (signUpId: string) => (by: Maker) => ({ signUpId, joinedIn: here, householdId: by.householdId });
const mine = hangingOn(ids.mine);
const second = hangingOn(ids.second);
const offer = { priceCents: 400_000, priceVatCents: 0, validUntil: "2099-01-01" };
const picture = { mime: "image/webp" as const, width: 1, height: 1, bytes: Buffer.from("een foto") };
const messageOf = (purchaseId: string) => ({ purchaseId, state: "interest" as const, body: "We bellen volgende week.", signUps: 1, authorId: madeBy });
const noteBy = (by: Maker) => ({ ...mine(by), body: "Belt liever na zes uur.", authorId: madeBy });
const exportOf = (purchaseId: string) => ({ purchaseId, form: "csv" as const, supplier: "Zon Voorbeeld", fields: ["name" as const], signUps: 1, keepUntil: "2100-01-01", madeBy });
const receipt = { exportId: ids.export, supplier: "Zon Voorbeeld", fields: ["name" as const], keepUntil: "2100-01-01" };

type Key = Extract<TableKey, `purchase${string}`>;

/** Purchases, their rules, and who takes part: one that is open in this neighbourhood, and concepts of its moderator. */
export const rowsOfPurchases: { [Table in Key]: TableRows<Table> } = {
  purchase: {
    rows: { open: { ...purchaseOf(ids.open), ...opened }, concept: purchaseOf(ids.concept) },
    // What goes on elsewhere, so that a reference to it can be tried.
    props: [{ ...purchaseOf(ids.other), ...opened }, purchaseOf(ids.empty), { ...purchaseOf(ids.far), ...opened, madeBy: randomUUID() }],
    fresh: () => purchaseOf(randomUUID()),
  },
  purchaseNeighbourhood: {
    rows: { open: { purchaseId: ids.open, neighbourhoodCode: here }, concept: { purchaseId: ids.concept, neighbourhoodCode: here } },
    props: [{ purchaseId: ids.other, neighbourhoodCode: here }, { purchaseId: ids.far, neighbourhoodCode: elsewhere }],
    fresh: () => ({ purchaseId: ids.empty, neighbourhoodCode: here }),
    // Of a purchase without sign-ups from there the neighbourhood can change.
    change: () => ({ neighbourhoodCode: elsewhere }),
  },
  purchaseRules: { rows: { open: { ...rulesOf(ids.open), adoptedAt: now }, concept: rulesOf(ids.concept) }, props: [rulesOf(ids.other), rulesOf(ids.far)], fresh: () => rulesOf(ids.empty) },
  purchaseTier: { rows: { open: tierOf(ids.open, 1), concept: tierOf(ids.concept, 1) }, fresh: () => tierOf(ids.concept, 20) },
  purchaseCheck: {
    rows: { open: checkOf(ids.open, ids.check, 1), concept: checkOf(ids.concept, randomUUID(), 1) },
    props: [checkOf(ids.open, ids.otherCheck, 2), { ...checkOf(ids.open, ids.photoCheck, 3), kind: "photo" }, { ...checkOf(ids.open, ids.otherPhotoCheck, 4), kind: "photo" }],
    fresh: () => checkOf(ids.concept, randomUUID(), 2),
  },
  purchaseNews: {
    rows: { published: { purchaseId: ids.open, title: "Nieuws", body: "Er is nieuws.", authorId: madeBy }, withdrawn: { purchaseId: ids.open, title: "Nieuws", body: "Er was nieuws.", authorId: madeBy, withdrawnAt: now } },
    fresh: () => ({ purchaseId: ids.open, title: "Meer nieuws", body: "Er is meer nieuws.", authorId: madeBy }),
  },
  purchaseExport: { rows: { made: { ...exportOf(ids.open), id: ids.export } }, fresh: () => exportOf(ids.open) },
  purchaseEvent: { rows: { opened: { purchaseId: ids.open, deed: "opened" } }, fresh: () => ({ purchaseId: ids.open, deed: "prolonged" }) },
  purchaseArrow: { rows: {}, present: { interest: { fromState: "interest", toState: "suitability", mover: "resident" } }, fresh: () => ({ fromState: "interest", toState: "ordered", mover: "resident", reasoned: false }) },
  purchaseSignUp: {
    rows: {
      own: signUpOf(own, ids.open, ids.mine),
      erased: { purchaseId: ids.open, joinedIn: here, party: "owner", rulesVersion: 1, mover: "resident", erasedAt: now },
    },
    props: [signUpOf(own, ids.other, ids.second), signUpOf(people.otherNeighbourhood, ids.far, ids.farSignUp)],
    fresh: (by) => ({ ...signUpOf(by, ids.open, randomUUID()), party: "association" }),
  },
  purchaseSignUpEvent: { rows: { own: { ...mine(own), toState: "interest", mover: "resident", at: now } }, fresh: (by) => ({ ...mine(by), toState: "interest", mover: "resident", at: now }) },
  purchaseOffer: { rows: { own: { ...mine(own), ...offer, version: 1 } }, fresh: (by) => ({ ...mine(by), ...offer, version: 2 }) },
  purchaseCheckAnswer: { rows: { own: { ...mine(own), checkId: ids.check, answer: "ja" } }, fresh: (by) => ({ ...mine(by), checkId: ids.otherCheck, answer: "ja" }) },
  purchasePhoto: { rows: { own: { ...mine(own), ...picture, checkId: ids.photoCheck } }, fresh: (by) => ({ ...mine(by), ...picture, checkId: ids.otherPhotoCheck }) },
  purchaseContact: { rows: { own: { ...mine(own), name: "A. Voorbeeld" } }, fresh: (by) => ({ ...second(by), name: "A. Voorbeeld" }) },
  purchaseAgreement: {
    rows: { own: { ...mine(own), purchaseId: ids.open, version: 1, agreed: true } },
    fresh: (by) => ({ ...second(by), purchaseId: ids.other, version: 1, agreed: true }),
  },
  purchaseNote: { rows: { note: noteBy(own), message: { ...noteBy(own), message: true } }, fresh: () => noteBy(own) },
  purchaseMessage: { rows: { sent: messageOf(ids.open) }, fresh: () => messageOf(ids.open) },
  purchaseReceipt: { rows: { own: { ...mine(own), ...receipt } }, fresh: (by) => ({ ...second(by), ...receipt }) },
};
