import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { asResident } from "../../../tests/support/neighbours.ts";
import { dwelling, household, neighbourhood, resident, street } from "../../../tests/support/people.ts";
import { inDays, join, moderating, offered, opened, order, purchaseNow, step, withOffer } from "../../../tests/support/purchases.ts";
import { purchaseSignUp, purchaseSignUpEvent } from "../../../db/schema/purchase-sign-ups.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { passDay } from "./days-of-purchases.server.ts";
import { priceOf } from "./engine/price-tiers.ts";
import { arrows, counts, orderStates } from "./engine/sign-up-states.ts";
import { makeOffer } from "./manage.server.ts";

const runs = process.env.PROOF ? 200 : 6;

describe.each(databaseKinds)("purchases under pressure on %s", (kind) => {
  testDatabase(kind);

  async function place(count: number, adults = 1) {
    const here = await neighbourhood();
    const streetId = await street(here.code);
    const people = [];
    for (let index = 0; index < count; index++) {
      const home = await household(await dwelling(here.code, { streetId }));
      people.push(await Promise.all(Array.from({ length: adults }, async () => asResident(await resident(home)))));
    }
    return { here, people, moderator: moderating(crypto.randomUUID(), here.code) };
  }

  const signUps = (id: string) => asWorker((tx) => tx.select().from(purchaseSignUp).where(eq(purchaseSignUp.purchaseId, id)));

  it("gives exactly the places there are to fifty who order at the same moment, and a confirmation to each of these only", async () => {
    const { here, people, moderator } = await place(50);
    const id = await opened(moderator, [here.code], { rules: { threshold: 10, capacity: 20 } });
    const all = people.map(([one]) => one!);
    const joined = await Promise.all(all.map(async (who) => ({ who, signUp: await withOffer(moderator, who, id) })));
    const outcomes = await Promise.all(joined.map(({ who, signUp }) => order(who, signUp)));
    expect(outcomes.filter((each) => each === "ordered")).toHaveLength(20);
    expect(outcomes.filter((each) => each === "waiting")).toHaveLength(30);
    expect(await purchaseNow(id)).toMatchObject({ orders: 20, mostOrders: 20, places: 20 });
    const mailed = (await asWorker((tx) => tx.select({ id: outbox.subjectId }).from(outbox).where(eq(outbox.template, "purchase-ordered")))).map((row) => row.id).sort();
    expect(mailed).toEqual((await signUps(id)).filter(({ state }) => state === "ordered").map((row) => row.id).sort());
    // Five go at the same moment: five others are next, and no place is lost or given twice.
    const gone = joined.filter((_, index) => outcomes[index] === "ordered").slice(0, 5);
    await Promise.all(gone.map(({ who, signUp }) => step(who, signUp, "withdrawn")));
    expect(await purchaseNow(id)).toMatchObject({ orders: 15, mostOrders: 20, places: 20 });
    expect((await signUps(id)).filter(({ state, heldUntil }) => state === "offered" && heldUntil)).toHaveLength(5);
  }, 120_000);

  it("lets one order when two households of a home do at the same moment", async () => {
    const { here, moderator } = await place(0);
    const home = await dwelling(here.code);
    const id = await opened(moderator, [here.code]);
    const two = await Promise.all([0, 1].map(async () => asResident(await resident(await household(home)))));
    const ids = await Promise.all(two.map((who) => withOffer(moderator, who, id)));
    expect((await Promise.all(ids.map((each, index) => order(two[index]!, each)))).sort()).toEqual(["ordered", "taken"]);
  });

  type Deed = { home: number; deed: (typeof deeds)[number] };
  const deeds = ["join", "check", "suit", "unsuit", "offer", "order", "order", "decline", "withdraw", "object", "agree", "plan", "deliver", "complain", "review", "day"] as const;
  const anything = fc.array(fc.record({ home: fc.nat(3), deed: fc.constantFrom(...deeds) }) as fc.Arbitrary<Deed>, { minLength: 20, maxLength: 60 });

  it("holds its counts, its places, one order a home, its arrows and its prices, whatever happens in which order", async () => {
    const { here, people, moderator } = await place(4, 2);
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom("price_stays" as const, "price_follows" as const), fc.integer({ min: 1, max: 3 }), async (happened, withdrawal, threshold) => {
        const id = await opened(moderator, [here.code], { rules: { threshold, capacity: 3, withdrawal, below: "prolong", prolongUntil: inDays(60) } });
        const last = new Map<number, string>();
        let day = 0;
        let most = 0;
        for (const { home, deed } of happened) {
          const [one, other] = people[home]!;
          const mine = last.get(home);
          if (deed === "day") await asWorker((tx) => passDay(tx, id, inDays((day += 7))));
          else if (deed === "join") {
            if ((await purchaseNow(id)).state === "open") last.set(home, await join(one!, id));
          } else if (mine) {
            const by = { check: moderator, suit: moderator, unsuit: moderator, plan: moderator, object: other!, agree: other!, decline: one!, withdraw: one!, deliver: one!, complain: one!, review: one! };
            const to = { check: "suitability", suit: "suitable", unsuit: "unsuitable", plan: "planned", object: "paused", agree: "ordered", decline: "declined", withdraw: "withdrawn", deliver: "delivered", complain: "complaint", review: "reviewed" } as const;
            if (deed === "order") await order(one!, mine);
            else if (deed === "offer") await asViewer(moderator, (tx) => makeOffer(tx, mine, { ...offered, validUntil: inDays(25) }));
            else await step(by[deed], mine, to[deed], { reason: "other", day: deed === "plan" ? inDays(50) : null });
          }
          const now = await purchaseNow(id);
          const rows = await signUps(id);
          const stand = rows.filter(({ state }) => counts(state));
          most = Math.max(most, stand.length);
          expect([now.orders, now.mostOrders]).toEqual([stand.length, most]);
          expect(now.places).toBe(rows.filter(({ state, heldUntil }) => (orderStates as readonly string[]).includes(state) || (state === "offered" && heldUntil)).length);
          expect(now.places).toBeLessThanOrEqual(3);
          const ordering = rows.filter(({ state }) => (orderStates as readonly string[]).includes(state)).map(({ dwellingId }) => dwellingId);
          expect(new Set(ordering).size).toBe(ordering.length);
          const tiers = [{ fromOrders: 1, cents: 450_000 }, { fromOrders: 3, cents: 400_000 }];
          expect(priceOf(tiers, withdrawal, now)).toBe((withdrawal === "price_stays" ? most : stand.length) >= 3 ? 400_000 : 450_000);
          if (now.state === "open" && rows.some(({ state }) => state === "waiting")) expect(now.places).toBe(3);
        }
        const steps = await asWorker((tx) => tx.select({ from: purchaseSignUpEvent.fromState, to: purchaseSignUpEvent.toState, mover: purchaseSignUpEvent.mover }).from(purchaseSignUpEvent).innerJoin(purchaseSignUp, eq(purchaseSignUp.id, purchaseSignUpEvent.signUpId)).where(eq(purchaseSignUp.purchaseId, id)));
        for (const { from, to, mover } of steps) expect(from === null ? to === "interest" : arrows.some((arrow) => arrow.from === from && arrow.to === to && arrow.by.includes(mover)), `${from} → ${to} by ${mover}`).toBe(true);
      }),
      { numRuns: runs },
    );
  }, 300_000);
});
