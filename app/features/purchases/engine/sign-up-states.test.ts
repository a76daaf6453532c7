import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeStates, exits, signUpStates, type SignUpMover as Mover, type SignUpState } from "../../../../db/schema/purchase-choices.ts";
import { arrows, counts, orderStates, stepFor } from "./sign-up-states.ts";

const movers: readonly Mover[] = ["resident", "housemate", "moderator", "time"];
const after = (from: SignUpState) => arrows.filter((arrow) => arrow.from === from).map(({ to }) => to);

describe("a sign-up for a purchase", () => {
  it("makes the steps of the table and no other, whoever asks", () => {
    let allowed = 0;
    for (const from of signUpStates) {
      for (const to of signUpStates) {
        const known = arrows.filter((arrow) => arrow.from === from && arrow.to === to);
        expect(known.length, `${from} → ${to} stands there once at most`).toBeLessThan(2);
        for (const by of movers) {
          const way = known[0];
          const step = stepFor(from, to, { by, reason: "because", coolingOff: way?.coolingOff !== "over" });
          if (!way) expect(step).toBe("no_such_step");
          else if (!way.by.includes(by)) expect(step).toBe("not_yours");
          else {
            expect(step).toEqual(way);
            allowed++;
          }
        }
      }
    }
    expect(allowed).toBe(arrows.reduce((sum, { by }) => sum + by.length, 0));
  });

  it("can always end, and never comes back from an end", () => {
    for (const state of exits) expect(after(state), state).toEqual([]);
    for (const state of activeStates) {
      const reached = new Set<SignUpState>([state]);
      for (const each of reached) for (const to of after(each)) reached.add(to);
      expect([...reached].some((each) => (exits as readonly string[]).includes(each) || each === "reviewed"), state).toBe(true);
    }
  });

  it("is left by its resident without a reason until there is an order, and after that while the cooling-off runs", () => {
    for (const from of ["interest", "suitability", "suitable", "waiting"] as const) expect(stepFor(from, "withdrawn", { by: "resident", coolingOff: false })).toMatchObject({ to: "withdrawn" });
    for (const from of ["ordered", "planned", "delivered", "complaint", "reviewed"] as const) {
      expect(stepFor(from, "withdrawn", { by: "resident", coolingOff: true })).toMatchObject({ to: "withdrawn" });
      expect(stepFor(from, "withdrawn", { by: "resident", coolingOff: false })).toBe("cooling_off_over");
    }
    expect(stepFor("confirmed", "withdrawn", { by: "resident", coolingOff: false })).toBe("no_such_step");
  });

  it("is confirmed by time only, and not while it can be taken back", () => {
    expect(stepFor("ordered", "confirmed", { by: "time", coolingOff: true })).toBe("cooling_off_runs");
    expect(stepFor("ordered", "confirmed", { by: "time", coolingOff: false })).toMatchObject({ to: "confirmed" });
    expect(stepFor("ordered", "confirmed", { by: "moderator", coolingOff: false })).toBe("not_yours");
  });

  it("needs a reason where somebody else ends it", () => {
    for (const arrow of arrows) {
      const endedByOthers = ["unsuitable", "lapsed", "supplier_failed"].includes(arrow.to);
      expect(arrow.reasoned ?? false, `${arrow.from} → ${arrow.to}`).toBe(endedByOthers);
      if (arrow.reasoned) expect(stepFor(arrow.from, arrow.to, { by: arrow.by[0]!, coolingOff: true })).toBe("needs_reason");
    }
  });

  it("is never ordered but by its resident, or by the other adult who ends the pause", () => {
    expect(arrows.filter(({ to }) => to === "ordered").map(({ from, by }) => [from, by])).toEqual([["offered", ["resident"]], ["paused", ["housemate"]]]);
  });

  it("counts from its order on, also when it is delivered, and not while another adult objects", () => {
    const anyWalk = fc.array(fc.nat(), { maxLength: 30 });
    fc.assert(
      fc.property(anyWalk, (choices) => {
        let state: SignUpState = "interest";
        let wasOrdered = false;
        for (const choice of choices) {
          const ways = after(state);
          if (ways.length === 0) break;
          state = ways[choice % ways.length]!;
          wasOrdered ||= state === "ordered";
          if (counts(state)) expect(wasOrdered, state).toBe(true);
          if (wasOrdered && !(exits as readonly string[]).includes(state)) expect(orderStates as readonly string[]).toContain(state);
        }
      }),
    );
    expect(signUpStates.filter(counts)).toEqual(["ordered", "confirmed", "planned", "delivered", "complaint", "reviewed"]);
  });
});
