import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exits, signUpStates } from "../../../../db/schema/purchase-choices.ts";
import { coolingOffEnds, isCoolingOff } from "./cooling-off.ts";
import { nextTier, type PriceTier, priceOf, tierOf, tierProblem } from "./price-tiers.ts";
import { nextWorkingDay, publicHolidays } from "./public-holidays.ts";
import { barOf, endingOn, lastDay, type PurchaseRules, whatIfSupplierFails, whatIfWithdrawn } from "./purchase-outcome.ts";

describe("public holidays", () => {
  it("are those that the courts list for 2022, but for the days that a decree adds", () => {
    expect([...publicHolidays(2022)].sort()).toEqual(["2022-01-01", "2022-04-15", "2022-04-18", "2022-04-27", "2022-05-05", "2022-05-26", "2022-06-06", "2022-12-25", "2022-12-26"]);
  });

  it("know King's Day on the day before when it would be a Sunday", () => {
    expect([...publicHolidays(2025)].filter((day) => day.startsWith("2025-04"))).toEqual(["2025-04-18", "2025-04-21", "2025-04-26"]);
  });

  it("move a term to the next day that is none, over several in a row", () => {
    expect(nextWorkingDay("2022-04-15")).toBe("2022-04-19");
    expect(nextWorkingDay("2026-12-25")).toBe("2026-12-28");
    expect(nextWorkingDay("2026-12-31")).toBe("2026-12-31");
  });
});

describe("the cooling-off", () => {
  it("counts fourteen days from the day after, also over the change to winter time", () => {
    expect(coolingOffEnds("2026-11-02")).toBe("2026-11-16");
    expect(coolingOffEnds("2026-10-19"), "the clock goes back on the 25th").toBe("2026-11-02");
    expect(coolingOffEnds("2026-03-23"), "and forward on the 29th; then Easter Monday").toBe("2026-04-07");
  });

  it("ends on a working day", () => {
    expect(coolingOffEnds("2026-11-07"), "a Saturday").toBe("2026-11-23");
    expect(coolingOffEnds("2026-12-11"), "Christmas and a weekend").toBe("2026-12-28");
  });

  it("runs through its last day, and has no end while what it starts with has not happened", () => {
    expect([isCoolingOff("2026-11-02", "2026-11-16"), isCoolingOff("2026-11-02", "2026-11-17")]).toEqual([true, false]);
    expect([coolingOffEnds(null), isCoolingOff(null, "2099-01-01")]).toEqual([null, true]);
  });
});

const tiers: readonly PriceTier[] = [
  { fromOrders: 1, cents: 240_000 },
  { fromOrders: 20, cents: 215_000 },
  { fromOrders: 40, cents: 199_950 },
];
const rules: PurchaseRules = { threshold: 20, capacity: 45, deadline: "2026-10-25", below: { kind: "prolong", until: "2026-12-01" }, tiers, withdrawal: "price_follows" };

const anyTiers = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 2, max: 200 }), { maxLength: 5 }), fc.integer({ min: 100_000, max: 900_000 }), fc.integer({ min: 1, max: 15_000 }))
  .map(([steps, cents, less]) => [1, ...steps.sort((a, b) => a - b)].map((fromOrders, index) => ({ fromOrders, cents: cents - index * less })));

describe("the price of a purchase", () => {
  it("is that of the tier which the orders reach", () => {
    expect([0, 1, 19, 20, 39, 40, 400].map((orders) => tierOf(tiers, orders).cents)).toEqual([240_000, 240_000, 240_000, 215_000, 215_000, 199_950, 199_950]);
    expect(nextTier(tiers, 0)).toEqual({ fromOrders: 20, cents: 215_000, needs: 20 });
    expect(nextTier(tiers, 33)).toEqual({ fromOrders: 40, cents: 199_950, needs: 7 });
    expect(nextTier(tiers, 40)).toBeNull();
  });

  it("never rises with an order more, and stays whole cents", () => {
    fc.assert(
      fc.property(anyTiers, fc.nat(250), fc.nat(250), fc.constantFrom("price_stays" as const, "price_follows" as const), (any, orders, gone, effect) => {
        expect(tierProblem(any)).toBeNull();
        const before = priceOf(any, effect, { orders, mostOrders: orders });
        expect(Number.isSafeInteger(before)).toBe(true);
        expect(priceOf(any, effect, { orders: orders + 1, mostOrders: orders + 1 })).toBeLessThanOrEqual(before);
        const left = Math.max(0, orders - gone);
        const afterwards = priceOf(any, effect, { orders: left, mostOrders: orders });
        if (effect === "price_stays") expect(afterwards).toBe(before);
        else expect(afterwards).toBe(tierOf(any, left).cents);
      }),
    );
  });

  it("is told to who makes the concept when its tiers make no sense", () => {
    expect(tierProblem([])).toBe("none");
    expect(tierProblem([{ fromOrders: 5, cents: 1 }])).toBe("none");
    expect(tierProblem([tiers[0]!, { fromOrders: 1, cents: 1 }])).toBe("not_rising");
    expect(tierProblem([tiers[0]!, { fromOrders: 9, cents: 240_000 }])).toBe("not_falling");
    expect(tierProblem([{ fromOrders: 1, cents: 0.5 }])).toBe("not_whole");
  });
});

describe("how a purchase ends", () => {
  it("is open through its last day, and then what its rules say", () => {
    expect(endingOn(rules, "2026-10-25", 0)).toBe("open");
    expect(endingOn(rules, "2026-10-26", 20)).toBe("reached");
    expect(endingOn(rules, "2026-10-26", 19)).toBe("prolonged");
    expect(lastDay(rules, "prolonged")).toBe("2026-12-01");
    expect(endingOn(rules, "2026-12-01", 20)).toBe("reached");
    expect(endingOn(rules, "2026-12-02", 19)).toBe("cancelled");
    expect(endingOn({ ...rules, below: { kind: "cancel" } }, "2026-10-26", 19)).toBe("cancelled");
  });

  it("is shown in a bar that adds up", () => {
    expect(barOf(rules, 18)).toEqual({ orders: 18, threshold: 20, capacity: 45, missing: 2, places: 27, next: { fromOrders: 20, cents: 215_000, needs: 2 } });
    fc.assert(
      fc.property(fc.nat(60), (orders) => {
        const bar = barOf(rules, orders);
        expect(bar.missing === 0).toBe(orders >= rules.threshold);
        expect(bar.places).toBe(Math.max(0, 45 - orders));
      }),
    );
  });

  it("can be tried before anybody commits, and is never told too well", () => {
    expect(whatIfWithdrawn(rules, 24, 20)).toEqual({ orders: 19, reached: false, cents: 240_000 });
    expect(whatIfWithdrawn({ ...rules, withdrawal: "price_stays" }, 24, 20)).toEqual({ orders: 19, reached: false, cents: 215_000 });
    expect(whatIfWithdrawn(rules, 45, 0)).toEqual({ orders: 45, reached: true, cents: 199_950 });
    expect(() => whatIfWithdrawn(rules, 45, 101)).toThrow(RangeError);
  });
});

describe("when the supplier fails", () => {
  it("orders that were not delivered end, with what was on its way; what was delivered stays, and who left before counts nowhere", () => {
    const counts = signUpStates.map((state, index) => ({ state, count: 2 ** index }));
    const of = (...states: (typeof signUpStates)[number][]) => counts.filter(({ state }) => states.includes(state)).reduce((total, { count }) => total + count, 0);
    const fails = whatIfSupplierFails(counts);
    expect(fails).toEqual({
      orders: of("ordered", "paused", "confirmed", "planned", "complaint"),
      others: of("interest", "suitability", "suitable", "offered", "waiting"),
      delivered: of("delivered", "reviewed"),
    });
    expect(fails.orders + fails.others + fails.delivered + of(...exits), "each state is counted once").toBe(2 ** signUpStates.length - 1);
  });

  it("nothing comes of a purchase in which nobody is", () => {
    expect(whatIfSupplierFails([])).toEqual({ orders: 0, others: 0, delivered: 0 });
  });
});
