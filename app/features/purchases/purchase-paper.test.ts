import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { assist, contactOfStreet, dayBefore } from "../../../tests/support/helping.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { dwelling, resident } from "../../../tests/support/people.ts";
import { inDays, join, moderating, offered, opened, order, purchaseNow, signUpNow, step, usual } from "../../../tests/support/purchases.ts";
import { paperResident } from "../../../db/schema/assisted.ts";
import { household } from "../../../db/schema/people.ts";
import { purchaseCheck } from "../../../db/schema/purchases.ts";
import { purchaseContact, purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { stopEverything } from "../assisted/take-back.server.ts";
import { makeOffer, planCheckVisit, proposeRules } from "./manage.server.ts";
import { keepContactOnPaper, leaveOnPaper, type OnPaper, orderOnPaper, paperSignUps, signUpOnPaper } from "./paper.server.ts";
import { answerChecks, answerRules, signUp } from "./sign-up.server.ts";

const form: OnPaper = { party: "owner", rules: 1, signedOn: dayBefore(2), name: "M. Voorbeeld", phone: "0201234567" };
const signed = { offerVersion: 1, adult: true, termsVersion: "1", signedOn: dayBefore(0) };

describe.each(databaseKinds)("taking part in a purchase on paper on %s", (kind) => {
  testDatabase(kind);

  async function town() {
    const all = await neighbours();
    const moderator = moderating(crypto.randomUUID(), all.here.code);
    const id = await opened(moderator, [all.here.code], { checks: [{ question: "Ligt het dak in de zon?", kind: "yes_no" }], rules: { threshold: 1, capacity: 1 } });
    const helper = contactOfStreet(all.sameStreet);
    const home = await dwelling(all.here.code, { streetId: all.sameStreet.streetId, buildingId: all.me.buildingId! });
    const session = await assist(helper, { dwellingId: home.id });
    return { ...all, moderator, id, helper, home, session, helped: session.onBehalf };
  }

  it("is entered in the session of who is helped, with the day of the signature; nobody else can say so", async () => {
    const { me, helper, moderator, helped, id } = await town();
    expect(await asViewer(me, (tx) => signUpOnPaper(tx, id, form)), "without a session").toBeNull();
    expect(await asViewer(helped, (tx) => signUp(tx, id, "owner", 1)), "without a signature").toBeNull();
    for (const day of [dayBefore(31), inDays(1)]) expect((await asViewer(helped, (tx) => signUpOnPaper(tx, id, { ...form, signedOn: day })))!.outcome).toBe("date");
    const made = (await asViewer(helped, (tx) => signUpOnPaper(tx, id, form)))!;
    expect(made.outcome).toBe("signed_up");
    expect(await signUpNow(made.signUp!)).toMatchObject({ paperSignedOn: form.signedOn, residentId: helped.residentId, state: "interest" });
    expect(await asWorker((tx) => tx.select({ name: purchaseContact.name, phone: purchaseContact.phone }).from(purchaseContact).where(eq(purchaseContact.signUpId, made.signUp!)))).toEqual([{ name: form.name, phone: form.phone }]);
    expect((await asViewer(helped, (tx) => signUpOnPaper(tx, id, form)))!.outcome).toBe("again");
    const [check] = await asWorker((tx) => tx.select({ id: purchaseCheck.id }).from(purchaseCheck).where(eq(purchaseCheck.purchaseId, id)));
    expect(await asViewer(helped, (tx) => answerChecks(tx, made.signUp!, { [check!.id]: "ja" }))).toBe("answered");
    expect(await asViewer(helped, (tx) => paperSignUps(tx))).toMatchObject([{ id: made.signUp, state: "suitability", paperSignedOn: form.signedOn, offer: null }]);
    expect(await asViewer(helped, (tx) => tx.select({ id: purchaseSignUp.id }).from(purchaseSignUp)), "the rows themselves are read by no helper").toEqual([]);
    expect(await asViewer(helper, (tx) => paperSignUps(tx))).toEqual([]);
    expect(await asViewer(moderator, (tx) => paperSignUps(tx))).toEqual([]);
  });

  it("orders by a form that was signed for it, without a mail; takes a place as every order, and can be taken back", async () => {
    const { me, helped, moderator, id, session } = await town();
    const theirs = (await asViewer(helped, (tx) => signUpOnPaper(tx, id, form)))!.signUp!;
    const mine = await join(me, id);
    for (const each of [theirs, mine]) {
      await step(moderator, each, "suitability");
      await step(moderator, each, "suitable");
      await asViewer(moderator, (tx) => makeOffer(tx, each, offered));
    }
    expect(await order(me, theirs), "another's").toBeNull();
    expect(await asViewer(me, (tx) => orderOnPaper(tx, mine, signed)), "not on paper").toBeNull();
    expect(await asViewer(helped, (tx) => orderOnPaper(tx, mine, signed)), "only of who is helped").toBeNull();
    expect(await order(helped, theirs), "without a signature").toBeNull();
    expect(await asViewer(helped, (tx) => orderOnPaper(tx, theirs, { ...signed, signedOn: dayBefore(40) }))).toBe("date");
    expect(await asViewer(helped, (tx) => orderOnPaper(tx, theirs, { ...signed, adult: false }))).toBe("minor");
    expect(await asViewer(helped, (tx) => orderOnPaper(tx, theirs, signed))).toBe("ordered");
    expect(await asWorker((tx) => tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.subjectId, theirs))), "there is no mailbox").toEqual([]);
    expect(await signUpNow(theirs)).toMatchObject({ state: "ordered", orderSignedOn: signed.signedOn, adult: true });
    expect(await order(me, mine), "the one place is taken").toBe("waiting");
    expect(await purchaseNow(id)).toMatchObject({ orders: 1, places: 1 });
    expect(await asViewer(me, (tx) => leaveOnPaper(tx, mine, signed.signedOn)), "not on paper").toBeNull();
    expect(await asViewer(helped, (tx) => leaveOnPaper(tx, mine, signed.signedOn))).toBeNull();
    for (const day of [null, dayBefore(1), inDays(1)]) expect(await asViewer(session.onBehalf, (tx) => leaveOnPaper(tx, theirs, day)), "by no form that was signed since").toBe("date");
    expect(await asViewer(session.onBehalf, (tx) => leaveOnPaper(tx, theirs, signed.signedOn))).toBe("left");
    expect(await signUpNow(theirs)).toMatchObject({ state: "withdrawn", leftSignedOn: signed.signedOn });
    expect(await purchaseNow(id)).toMatchObject({ orders: 0, places: 1 });
    expect((await signUpNow(mine)).heldUntil, "the place goes to who waited").not.toBeNull();
    expect(await asViewer(helped, (tx) => leaveOnPaper(tx, theirs, signed.signedOn)), "once").toBe("over");
  });

  it("goes on without a photo, which a visit takes the place of; who has an account gives one", async () => {
    const { me, helped, moderator, here } = await town();
    const id = await opened(moderator, [here.code], { checks: [{ question: "Ligt het dak in de zon?", kind: "yes_no" }, { question: "Een foto van je dak", kind: "photo" }] });
    const [check] = await asWorker((tx) => tx.select({ id: purchaseCheck.id }).from(purchaseCheck).where(and(eq(purchaseCheck.purchaseId, id), eq(purchaseCheck.kind, "yes_no"))));
    const [theirs, mine] = [(await asViewer(helped, (tx) => signUpOnPaper(tx, id, form)))!.signUp!, await join(me, id)];
    expect(await asViewer(me, (tx) => answerChecks(tx, mine, { [check!.id]: "ja" }))).toBe("missing");
    expect(await asViewer(helped, (tx) => answerChecks(tx, theirs, {})), "what can be answered is asked").toBe("missing");
    expect(await asViewer(helped, (tx) => answerChecks(tx, theirs, { [check!.id]: "ja" }))).toBe("answered");
    expect(await asViewer(moderator, (tx) => planCheckVisit(tx, theirs, inDays(5)))).toBe(true);
    expect(await asViewer(helped, (tx) => paperSignUps(tx))).toMatchObject([{ state: "suitability", visitOn: inDays(5), answers: { [check!.id]: "ja" } }]);
  });

  it("lets the supplier have what was signed for, until they say no; in their session only", async () => {
    const { me, helped, moderator, id } = await town();
    const [theirs, mine] = [(await asViewer(helped, (tx) => signUpOnPaper(tx, id, { ...form, name: null, phone: null })))!.signUp!, await join(me, id)];
    const contact = { name: "M. Voorbeeld", email: null, phone: "0201234567" };
    const kept = () => asWorker((tx) => tx.select({ name: purchaseContact.name, phone: purchaseContact.phone }).from(purchaseContact).where(eq(purchaseContact.signUpId, theirs)));
    for (const [who, which] of [[me, mine], [me, theirs], [moderator, theirs], [helped, mine]] as const) expect(await asViewer(who, (tx) => keepContactOnPaper(tx, which, dayBefore(0), contact))).toBeNull();
    for (const day of [null, dayBefore(31), inDays(1)]) expect(await asViewer(helped, (tx) => keepContactOnPaper(tx, theirs, day, contact))).toBe("date");
    expect(await asViewer(helped, (tx) => keepContactOnPaper(tx, theirs, dayBefore(0), contact))).toBe("shared");
    expect(await asViewer(helped, (tx) => keepContactOnPaper(tx, theirs, dayBefore(0), { ...contact, phone: "0207654321" }))).toBe("shared");
    expect(await kept()).toEqual([{ name: "M. Voorbeeld", phone: "0207654321" }]);
    expect(await asViewer(helped, (tx) => paperSignUps(tx))).toMatchObject([{ contact: { phone: "0207654321" } }]);
    expect(await asViewer(helped, (tx) => keepContactOnPaper(tx, theirs, null, null))).toBe("stopped");
    expect(await kept()).toEqual([]);
  });

  it("says yes or no to other rules as everybody does", async () => {
    const { helped, moderator, id } = await town();
    const theirs = (await asViewer(helped, (tx) => signUpOnPaper(tx, id, form)))!.signUp!;
    expect(await asViewer(moderator, (tx) => proposeRules(tx, id, { ...usual.rules, threshold: 4 }, usual.tiers, "Meer huizen nodig"))).toBe(2);
    expect(await asViewer(helped, (tx) => answerRules(tx, theirs, 2, true))).toBe("adopted");
  });

  it("goes to the account that takes it over, and ends with who stops with everything", async () => {
    const { helped, id, home } = await town();
    const theirs = (await asViewer(helped, (tx) => signUpOnPaper(tx, id, form)))!.signUp!;
    await stopEverything({ onBehalf: helped });
    expect(await signUpNow(theirs)).toMatchObject({ state: "withdrawn", mover: "resident" });
    const taken = await town();
    const other = (await asViewer(taken.helped, (tx) => signUpOnPaper(tx, taken.id, form)))!.signUp!;
    const [row] = await asWorker((tx) => tx.select().from(household).where(eq(household.id, taken.helped.householdId)));
    const account = await resident({ ...row!, dwelling: taken.home } as never);
    await asWorker((tx) => tx.update(paperResident).set({ takenOverAt: sql`now()`, takenOverBy: account.residentId }).where(eq(paperResident.id, taken.helped.residentId)));
    expect((await signUpNow(other)).residentId).toBe(account.residentId);
    expect(home.id).not.toBe(taken.home.id);
  });
});
