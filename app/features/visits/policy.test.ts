import { describe, expect, it } from "vitest";
import { deedsOf, namesHome, stateOf } from "./policy.ts";
import { walkingOrder } from "./walking-order.ts";

const now = new Date("2026-06-01T12:00:00Z");
const later = new Date("2026-06-02T12:00:00Z");
const earlier = new Date("2026-05-30T12:00:00Z");

describe("a text of who shows their street only", () => {
  const home = { streetName: "Lindekade", houseNumber: 12, postcode: "9901 AB" };
  it.each(["Kom naar Lindekade 12", "lindekade nr. 12, eerste etage", "Wij wonen op 9901AB", "9901 ab, naast de bakker", "Lindekade nummer 12a"])("names the home: %s", (text) => {
    expect(namesHome(text, home)).toBe(true);
  });
  it.each([null, "", "Om 12 uur staat de koffie klaar", "Lindekade 120 is niet van ons", "We wonen aan de Lindekade", "Kastanjelaan 12"])("does not: %s", (text) => {
    expect(namesHome(text, home)).toBe(false);
  });
});

describe("what the page of a request offers", () => {
  const answers = [null, "accepted", "declined", "lapsed"] as const;
  const times = { none: null, coming: later, begun: earlier } as const;
  const all = answers.flatMap((answer) =>
    (["host", "guest"] as const).flatMap((side) => Object.values(times).flatMap((startsAt) => [null, now].flatMap((cancelledAt) => [false, true].map((blocked) => ({ answer, side, startsAt, endsAt: startsAt && new Date(startsAt.getTime() + 3_600_000), cancelledAt, blocked }))))),
  );

  it("is answered by the host only, while it waits for a moment to come", () => {
    const may = all.filter((request) => deedsOf(request, now).answer);
    expect(may.every(({ side, answer, cancelledAt, startsAt, blocked }) => side === "host" && answer === null && !cancelledAt && startsAt !== earlier && !blocked)).toBe(true);
    expect(may).toHaveLength(2);
  });

  it("is called off before it begins: by both when agreed, by the guest while it waits", () => {
    const may = all.filter((request) => deedsOf(request, now).callOff);
    expect(may.every(({ side, answer, cancelledAt, startsAt }) => !cancelledAt && startsAt !== earlier && (answer === "accepted" || (answer === null && side === "guest")))).toBe(true);
    expect(may).toHaveLength(12);
  });

  it("is thanked for and noted from its beginning on, when it was agreed and went on", () => {
    for (const request of all) {
      const went = request.answer === "accepted" && !request.cancelledAt && request.startsAt === earlier;
      expect(deedsOf(request, now).thank).toBe(went && !request.blocked);
      expect(deedsOf(request, now).noShow).toBe(went && request.side === "host");
    }
  });

  it("has a calendar file once a moment was agreed, also to call it off", () => {
    for (const request of all) expect(deedsOf(request, now).calendar).toBe(request.answer === "accepted" && request.startsAt !== null);
  });

  it("stands in exactly one state", () => {
    expect(new Set(all.map((request) => stateOf(request, now)))).toEqual(new Set(["waiting", "accepted", "declined", "lapsed", "cancelled", "over"]));
  });
});

describe("a walk past some homes", () => {
  it("begins in the north and goes on to the nearest each time, past all of them once", () => {
    const at = (lat: number, lon: number) => ({ lat, lon });
    const [north, near, far, south] = [at(52.01, 5), at(52.009, 5.0001), at(52.008, 5.02), at(52.0, 5.021)];
    expect(walkingOrder([south, far, near, north])).toEqual([north, near, far, south]);
    expect(walkingOrder([])).toEqual([]);
  });
});
