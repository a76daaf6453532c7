import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { dwelling, household, resident } from "../../../tests/support/people.ts";
import { inDays, join, moderating, offered, opened, order, ordered, purchaseNow, signUpNow, step, stepsOf, toldOf, usual, withOffer } from "../../../tests/support/purchases.ts";
import { consent, membership } from "../../../db/schema/people.ts";
import { purchase, purchaseCheck, purchaseRules, purchaseTier } from "../../../db/schema/purchases.ts";
import { purchaseArrow, purchaseContact, purchaseReceipt, purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { passDay } from "./days-of-purchases.server.ts";
import { arrows } from "./engine/sign-up-states.ts";
import { erasePurchasesOf, forgetPurchases } from "./forget-purchases.server.ts";
import { chooseSupplier, dropRules, makeOffer, openPurchase, planCheckVisit, proposeRules, stopPurchase } from "./manage.server.ts";
import { saveConcept } from "./save-concept.server.ts";
import { answerChecks, answerRules, signUp } from "./sign-up.server.ts";
import { reviewPurchase } from "./step.server.ts";

const mails = (template: string) => asWorker((tx) => tx.select({ accountId: outbox.accountId, subjectId: outbox.subjectId }).from(outbox).where(eq(outbox.template, template)));

describe.each(databaseKinds)("purchases on %s", (kind) => {
  testDatabase(kind);

  async function town() {
    const people = await neighbours();
    return { ...people, moderator: moderating(crypto.randomUUID(), people.here.code), elsewhere: moderating(crypto.randomUUID(), people.stranger.neighbourhoodCode) };
  }

  it("know the same arrows as the code", async () => {
    const kept = await asWorker((tx) => tx.select().from(purchaseArrow));
    const written = arrows.flatMap(({ from, to, by, reasoned = false, coolingOff = null }) => by.map((mover) => ({ fromState: from, toState: to, mover, reasoned, coolingOff })));
    const lines = (rows: typeof kept) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    expect(lines(kept)).toEqual(lines(written));
  });

  it("are of their moderator until they open, and of the neighbourhood from then on; the next one knows nothing", async () => {
    const { me, stranger, moderator, elsewhere, here } = await town();
    const id = crypto.randomUUID();
    const concept = { ...usual, neighbourhoods: [here.code] };
    expect(await asViewer(moderator, (tx) => saveConcept(tx, moderator, id, concept))).toBe(true);
    const seen = (who: typeof moderator) => asViewer(who, (tx) => tx.select({ id: purchase.id }).from(purchase).where(eq(purchase.id, id)));
    expect(await Promise.all([moderator, me, stranger, elsewhere].map(async (who) => (await seen(who)).length))).toEqual([1, 0, 0, 0]);
    await expect(asViewer(elsewhere, (tx) => saveConcept(tx, elsewhere, crypto.randomUUID(), concept))).rejects.toThrow();
    expect(await asViewer(elsewhere, (tx) => openPurchase(tx, id))).toBeNull();
    expect(await asViewer(me, (tx) => openPurchase(tx, id))).toBeNull();
    expect(await asViewer(moderator, (tx) => openPurchase(tx, id))).toBe("opened");
    expect(await asViewer(moderator, (tx) => openPurchase(tx, id))).toBeNull();
    expect(await Promise.all([moderator, me, stranger, elsewhere].map(async (who) => (await seen(who)).length))).toEqual([1, 1, 0, 0]);
    expect(await asViewer(stranger, (tx) => signUp(tx, id, "owner", 1))).toBeNull();
    expect(await asViewer(moderator, (tx) => saveConcept(tx, moderator, id, concept))).toBe(false);
    expect(await toldOf(id)).toEqual(["purchase-opened"]);
  });

  it("open when they are whole and their last day is to come", async () => {
    const { moderator, here } = await town();
    const save = async (more: Partial<typeof usual>, rules = {}) => {
      const id = crypto.randomUUID();
      await asViewer(moderator, (tx) => saveConcept(tx, moderator, id, { ...usual, ...more, rules: { ...usual.rules, ...rules }, neighbourhoods: [here.code] }));
      return asViewer(moderator, (tx) => openPurchase(tx, id));
    };
    expect(await save({ tiers: [{ fromOrders: 2, cents: 1, vatCents: 0 }] })).toBe("incomplete");
    expect(await save({}, { deadline: inDays(0), keepUntil: inDays(400) })).toBe("late");
  });

  it("keep their rules once they opened, whoever would change them", async () => {
    const { moderator, here } = await town();
    const id = await opened(moderator, [here.code]);
    const mine = eq(purchaseRules.purchaseId, id);
    expect(await asViewer(moderator, (tx) => tx.update(purchaseRules).set({ threshold: 1 }).where(mine).returning({ version: purchaseRules.version }))).toEqual([]);
    await expect(asWorker((tx) => tx.update(purchaseRules).set({ threshold: 1 }).where(mine))).rejects.toThrow();
    await expect(asWorker((tx) => tx.update(purchaseTier).set({ cents: 1 }).where(eq(purchaseTier.purchaseId, id)))).rejects.toThrow();
    await expect(asWorker((tx) => tx.delete(purchaseRules).where(mine))).rejects.toThrow();
    expect(await asViewer(moderator, (tx) => chooseSupplier(tx, id, "Een ander", "Goedkoper"))).toBe(false);
  });

  it("change their rules when the last of those who take part says yes, and not before", async () => {
    const { me, sameStreet, otherStreet, moderator, here } = await town();
    const id = await opened(moderator, [here.code]);
    const [mine, theirs] = [await join(me, id), await join(sameStreet, id)];
    const other = { ...usual.rules, threshold: 4, capacity: 9 };
    expect(await asViewer(me, (tx) => proposeRules(tx, id, other, usual.tiers, "Meer huizen nodig"))).toBeNull();
    expect(await asViewer(moderator, (tx) => proposeRules(tx, id, other, usual.tiers, "Meer huizen nodig"))).toBe(2);
    expect(await asViewer(moderator, (tx) => proposeRules(tx, id, other, usual.tiers, "Nog een keer"))).toBeNull();
    expect(await asViewer(me, (tx) => answerRules(tx, mine, 2, true))).toBe("agreed");
    expect(await asViewer(sameStreet, (tx) => answerRules(tx, theirs, 2, false))).toBe("refused");
    expect(await asViewer(otherStreet, (tx) => answerRules(tx, theirs, 2, true))).toBeNull();
    expect((await purchaseNow(id)).rulesVersion).toBe(1);
    expect(await step(sameStreet, theirs, "withdrawn")).toBe("stepped");
    expect((await purchaseNow(id)).rulesVersion).toBe(2);
    expect((await signUpNow(mine)).rulesVersion).toBe(2);
    expect(await asViewer(otherStreet, (tx) => signUp(tx, id, "owner", 1))).toEqual({ outcome: "rules", signUp: null });
    expect(await asViewer(moderator, (tx) => proposeRules(tx, id, usual.rules, usual.tiers, "Toch minder huizen"))).toBe(3);
    expect(await asViewer(me, (tx) => dropRules(tx, id))).toBe(false);
    expect(await asViewer(moderator, (tx) => dropRules(tx, id))).toBe(true);
    expect(await asViewer(me, (tx) => answerRules(tx, mine, 3, true))).toBeNull();
  });

  it("go from interest to a review, with a row for each step, and are kept on the home", async () => {
    const { me, housemate, sameStreet, stranger, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code], { checks: [{ question: "Ligt het dak in de zon?", kind: "yes_no" }] });
    const mine = await join(me, id);
    expect(await asViewer(me, (tx) => signUp(tx, id, "owner", 1))).toEqual({ outcome: "again", signUp: mine });
    expect(await asViewer(housemate, (tx) => signUp(tx, id, "owner", 1))).toEqual({ outcome: "again", signUp: mine });
    expect(await asViewer(me, (tx) => answerChecks(tx, mine, {}))).toBe("missing");
    const [check] = await asViewer(me, (tx) => tx.select({ id: purchaseCheck.id }).from(purchaseCheck).where(eq(purchaseCheck.purchaseId, id)));
    expect(await asViewer(housemate, (tx) => answerChecks(tx, mine, { [check!.id]: "ja" }))).toBe("closed");
    expect(await asViewer(me, (tx) => answerChecks(tx, mine, { [check!.id]: "ja" }))).toBe("answered");
    expect(await asViewer(moderator, (tx) => planCheckVisit(tx, mine, inDays(3)))).toBe(true);
    expect(await step(me, mine, "suitable")).toBe("not_yours");
    expect(await step(elsewhere, mine, "suitable")).toBeNull();
    expect(await step(moderator, mine, "suitable")).toBe("stepped");
    expect(await asViewer(elsewhere, (tx) => makeOffer(tx, mine, offered))).toBeNull();
    expect(await asViewer(moderator, (tx) => makeOffer(tx, mine, offered))).toBe(1);
    expect(await asViewer(moderator, (tx) => makeOffer(tx, mine, { ...offered, priceCents: 440_000 }))).toBe(2);
    expect(await order(me, mine)).toBe("changed");
    expect(await order(me, mine, { offerVersion: 2, adult: false })).toBe("minor");
    expect(await order(housemate, mine, { offerVersion: 2 })).toBeNull();
    expect(await order(me, mine, { offerVersion: 2 })).toBe("ordered");
    expect(await order(me, mine, { offerVersion: 2 })).toBe("again");
    expect(await mails("purchase-ordered")).toContainEqual({ accountId: me.residentId, subjectId: mine });
    expect(await signUpNow(mine)).toMatchObject({ coolingOffFrom: inDays(0), offerVersion: 2, termsVersion: "1", homes: 1 });
    await ordered(moderator, sameStreet, id);
    expect(await purchaseNow(id)).toMatchObject({ orders: 2, mostOrders: 2, places: 2 });
    expect(await step(moderator, mine, "planned", { day: inDays(40) })).toBe("not_reached");
    await asWorker((tx) => passDay(tx, id, inDays(31)));
    expect(await purchaseNow(id)).toMatchObject({ state: "reached", orders: 2 });
    expect(await signUpNow(mine)).toMatchObject({ state: "confirmed" });
    expect(await step(me, mine, "withdrawn")).toBe("no_such_step");
    expect(await step(moderator, mine, "planned")).toBe("needs_day");
    expect(await step(moderator, mine, "planned", { day: inDays(40) })).toBe("stepped");
    expect(await step(me, mine, "delivered")).toBe("stepped");
    expect(await step(me, mine, "complaint", { words: "Een paneel doet het niet" })).toBe("stepped");
    expect(await step(moderator, mine, "delivered")).toBe("stepped");
    expect(await asViewer(me, (tx) => reviewPurchase(tx, mine, 4, "Netjes gedaan"))).toBe("stepped");
    // The day on which time confirmed it is still to come, by the clock of this test.
    expect((await stepsOf(mine)).map(({ toState, mover }) => `${mover} ${toState}`)).toEqual([
      "resident interest", "resident suitability", "moderator suitable", "moderator offered", "resident ordered", "moderator planned", "resident delivered", "resident complaint", "moderator delivered",
      "resident reviewed", "time confirmed",
    ]);
    expect(await asViewer(stranger, (tx) => tx.select().from(purchaseSignUp))).toEqual([]);
    expect((await asViewer(sameStreet, (tx) => tx.select({ id: purchaseSignUp.id }).from(purchaseSignUp))).map(({ id: each }) => each)).not.toContain(mine);
    expect((await asViewer(moderator, (tx) => tx.select({ id: purchaseSignUp.id }).from(purchaseSignUp))).length).toBe(2);
    expect(await asViewer(moderator, (tx) => stopPurchase(tx, id, "finished", "other", null))).toBe(false);
  });

  it("are cancelled below the threshold, once prolonged before if their rules say so", async () => {
    const { me, sameStreet, moderator, here } = await town();
    const id = await opened(moderator, [here.code], { rules: { below: "prolong", prolongUntil: inDays(60), threshold: 5 } });
    const mine = await ordered(moderator, me, id);
    const theirs = await join(sameStreet, id);
    await asWorker((tx) => passDay(tx, id, inDays(30)));
    expect(await purchaseNow(id)).toMatchObject({ state: "open", prolongedAt: null });
    for (const days of [31, 32]) await asWorker((tx) => passDay(tx, id, inDays(days)));
    expect((await purchaseNow(id)).prolongedAt).not.toBeNull();
    expect((await toldOf(id)).filter((each) => each === "purchase-prolonged")).toHaveLength(1);
    expect((await signUpNow(mine)).state).toBe("confirmed");
    await asWorker((tx) => passDay(tx, id, inDays(61)));
    expect(await purchaseNow(id)).toMatchObject({ state: "cancelled", orders: 0, mostOrders: 1, places: 0 });
    for (const each of [mine, theirs]) expect(await signUpNow(each)).toMatchObject({ state: "lapsed", reason: "below_threshold", mover: "time" });
    expect(await asViewer(me, (tx) => signUp(tx, id, "owner", 1))).toEqual({ outcome: "closed", signUp: null });
  });

  it("end for everybody when the supplier fails, with the reason", async () => {
    const { me, sameStreet, moderator, here } = await town();
    const id = await opened(moderator, [here.code]);
    const [mine, theirs] = [await ordered(moderator, me, id), await join(sameStreet, id)];
    expect(await asViewer(me, (tx) => stopPurchase(tx, id, "supplier_failed", "bankrupt", null))).toBe(false);
    expect(await asViewer(moderator, (tx) => stopPurchase(tx, id, "supplier_failed", "bankrupt", "De leverancier is failliet."))).toBe(true);
    expect(await purchaseNow(id)).toMatchObject({ state: "supplier_failed", orders: 0 });
    expect(await signUpNow(mine)).toMatchObject({ state: "supplier_failed", reason: "bankrupt" });
    expect(await signUpNow(theirs)).toMatchObject({ state: "lapsed", reason: "closed" });
  });

  it("pause when the other adult of the home objects, and keep the place", async () => {
    const { me, housemate, sameStreet, moderator, here } = await town();
    const id = await opened(moderator, [here.code], { rules: { capacity: 2 } });
    const mine = await ordered(moderator, me, id);
    expect(await toldOf(id)).toContain("purchase-ordered-at-home");
    expect(await step(sameStreet, mine, "paused")).toBeNull();
    expect(await step(me, mine, "paused")).toBe("not_yours");
    expect(await step(housemate, mine, "paused", { words: "Ik wil dit niet" })).toBe("stepped");
    expect(await purchaseNow(id)).toMatchObject({ orders: 0, places: 1 });
    expect(await step(me, mine, "ordered")).toBe("not_yours");
    expect(await step(housemate, mine, "ordered")).toBe("stepped");
    expect(await purchaseNow(id)).toMatchObject({ orders: 1, places: 1 });
    expect(await step(housemate, mine, "paused")).toBe("stepped");
    expect(await step(housemate, mine, "withdrawn")).toBe("stepped");
    expect(await mails("purchase-withdrawn")).toContainEqual({ accountId: housemate.residentId, subjectId: mine });
  });

  it("are taken back while the cooling-off runs, with a mail, and the place goes to who waits longest", async () => {
    const { me, sameStreet, otherStreet, flatmate, moderator, here } = await town();
    const id = await opened(moderator, [here.code], { rules: { threshold: 1, capacity: 1 } });
    const mine = await ordered(moderator, me, id);
    const waiting = [];
    for (const who of [otherStreet, sameStreet]) {
      const each = await withOffer(moderator, who, id);
      expect(await order(who, each)).toBe("waiting");
      waiting.push(each);
    }
    expect(await step(me, mine, "withdrawn", { reason: "changed_mind" })).toBe("stepped");
    expect(await mails("purchase-withdrawn")).toContainEqual({ accountId: me.residentId, subjectId: mine });
    expect(await signUpNow(waiting[0]!)).toMatchObject({ state: "offered", heldUntil: inDays(7), mover: "time" });
    expect(await purchaseNow(id)).toMatchObject({ orders: 0, places: 1 });
    const late = await withOffer(moderator, flatmate, id);
    expect(await order(flatmate, late), "the place is held").toBe("waiting");
    await asWorker((tx) => passDay(tx, id, inDays(8)));
    expect(await signUpNow(waiting[1]!)).toMatchObject({ state: "offered" });
    expect(await order(otherStreet, waiting[0]!)).toBe("waiting");
    expect(await order(sameStreet, waiting[1]!)).toBe("ordered");
    expect(await purchaseNow(id)).toMatchObject({ orders: 1, places: 1 });
  });

  it("cannot be taken back when the cooling-off is over; with a delivered thing it begins with the delivery", async () => {
    const { me, moderator, here } = await town();
    const id = await opened(moderator, [here.code], { rules: { threshold: 1, coolingOffFrom: "delivery" } });
    const mine = await ordered(moderator, me, id);
    expect(await signUpNow(mine)).toMatchObject({ coolingOffFrom: null, coolingOffUntil: null });
    await asWorker((tx) => passDay(tx, id, inDays(31)));
    expect(await step(moderator, mine, "planned", { day: inDays(40) })).toBe("stepped");
    expect(await step(moderator, mine, "delivered", { day: inDays(-40) })).toBe("stepped");
    expect(await signUpNow(mine)).toMatchObject({ coolingOffFrom: inDays(-40), deliveredOn: inDays(-40) });
    expect(await step(me, mine, "withdrawn")).toBe("cooling_off_over");
    await expect(asWorker((tx) => tx.update(purchaseSignUp).set({ state: "withdrawn", mover: "resident", movedAt: new Date() }).where(eq(purchaseSignUp.id, mine)))).rejects.toThrow();
  });

  it("let a home order once, whoever lives in it, and an owners' association once for its building, on a decision", async () => {
    const { me, flatmate, moderator, here } = await town();
    const id = await opened(moderator, [here.code]);
    await ordered(moderator, me, id);
    const home = { id: me.dwellingId!, neighbourhoodCode: here.code, streetId: me.streetId!, buildingId: me.buildingId!, postcode: "1000XX", houseNumber: 1 };
    const lodger = await resident(await household(home));
    const second = await withOffer(moderator, lodger, id);
    expect(await order(lodger, second)).toBe("taken");
    const building = await withOffer(moderator, flatmate, id, "association");
    expect(await order(flatmate, building)).toBe("no_decision");
    const decision = { on: inDays(-10), votesFor: 8, votesOf: 12, document: "Notulen van de ledenvergadering, punt 4" };
    expect(await order(flatmate, building, { decision }), "a home in it has an order of its own").toBe("taken");
    const tenant = await withOffer(moderator, await resident(await household(await dwelling(here.code))), id, "tenant");
    expect((await signUpNow(tenant)).party).toBe("tenant");
    const other = await opened(moderator, [here.code]);
    const whole = await withOffer(moderator, flatmate, other, "association");
    expect(await order(flatmate, whole, { decision })).toBe("ordered");
    expect(await purchaseNow(other)).toMatchObject({ orders: 12, places: 12 });
    const own = await withOffer(moderator, me, other);
    expect(await order(me, own)).toBe("taken");
  });

  it("give the supplier who said yes, the fields of the rules, and each of them a receipt; a withdrawal stops the next", async () => {
    const { me, sameStreet, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code]);
    const [mine, theirs] = [await withOffer(moderator, me, id), await withOffer(moderator, sameStreet, id)];
    await asViewer(me, async (tx) => {
      await tx.insert(purchaseContact).values({ signUpId: mine, joinedIn: here.code, householdId: me.householdId, name: "M. Voorbeeld", email: "m@voorbeeld.example", phone: "0612345678" });
      await tx.insert(consent).values({ neighbourhoodCode: here.code, householdId: me.householdId, residentId: me.residentId, purpose: "purchase_supplier", fieldGroup: "supplier", subjectId: mine, textVersion: "1", textShown: "Ja", locale: "nl" });
    });
    const file = (who: typeof moderator) => asViewer(who, (tx) => tx.select({ reference: sql<string>`reference`, name: sql`name`, email: sql`email`, phone: sql`phone` }).from(sql`viewer.export_purchase(${id}::uuid, 'csv')`));
    for (const who of [me, elsewhere]) expect(await file(who)).toEqual([]);
    expect(await file(moderator)).toEqual([{ reference: (await signUpNow(mine)).reference, name: "M. Voorbeeld", email: "m@voorbeeld.example", phone: null }]);
    expect(await asViewer(me, (tx) => tx.select({ signUpId: purchaseReceipt.signUpId, fields: purchaseReceipt.fields }).from(purchaseReceipt))).toEqual([{ signUpId: mine, fields: ["name", "email", "address"] }]);
    expect(await asViewer(sameStreet, (tx) => tx.select().from(purchaseReceipt))).toEqual([]);
    await asViewer(me, (tx) => tx.update(consent).set({ withdrawnAt: sql`now()`, withdrawnBy: me.residentId }).where(and(eq(consent.subjectId, mine), eq(consent.purpose, "purchase_supplier"))));
    expect(await file(moderator)).toEqual([]);
    expect((await signUpNow(theirs)).state).toBe("offered");
  });

  it("count nobody who left, keep an order for who stays, and of who is erased no more than the order", async () => {
    const { me, housemate, sameStreet, moderator, here } = await town();
    const id = await opened(moderator, [here.code]);
    const [mine, theirs] = [await ordered(moderator, me, id), await withOffer(moderator, sameStreet, id)];
    const leave = (who: typeof me) => asWorker((tx) => tx.update(membership).set({ endedAt: sql`now()` }).where(eq(membership.residentId, who.residentId)));
    await leave(me);
    await leave(sameStreet);
    expect(await signUpNow(mine)).toMatchObject({ state: "ordered", residentId: housemate.residentId });
    expect(await signUpNow(theirs)).toMatchObject({ state: "declined", reason: "moved" });
    await asWorker((tx) => erasePurchasesOf(tx, { residentId: me.residentId }));
    await asWorker((tx) => erasePurchasesOf(tx, { householdId: sameStreet.householdId }));
    await asWorker((tx) => erasePurchasesOf(tx, { householdId: me.householdId }));
    expect(await signUpNow(theirs)).toBeUndefined();
    expect(await signUpNow(mine)).toMatchObject({ householdId: null, dwellingId: null, residentId: null, state: "ordered", offerVersion: 1 });
    expect(await purchaseNow(id)).toMatchObject({ orders: 1, places: 1 });
    expect((await stepsOf(mine)).every(({ actorId, householdId }) => actorId !== me.residentId && householdId === null)).toBe(true);
    await asWorker((tx) => passDay(tx, id, inDays(31)));
    expect(await asWorker((tx) => forgetPurchases(tx, inDays(31)))).toBe(0);
  });

  it("forget who took part after the last day of their rules, and keep their figures", async () => {
    const { me, moderator, here } = await town();
    const id = await opened(moderator, [here.code], { rules: { threshold: 1, keepUntil: inDays(31) } });
    const mine = await ordered(moderator, me, id);
    await asWorker((tx) => passDay(tx, id, inDays(31)));
    expect(await asWorker((tx) => forgetPurchases(tx, inDays(31)))).toBe(0);
    expect(await asWorker((tx) => forgetPurchases(tx, inDays(32)))).toBe(1);
    expect(await signUpNow(mine)).toBeUndefined();
    expect(await purchaseNow(id)).toMatchObject({ state: "reached", orders: 1, mostOrders: 1 });
  });
});
