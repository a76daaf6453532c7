import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededBytes } from "../../../../tests/attack/figures/seeded-bytes.ts";
import { bernoulliExp, type Ratio } from "./bernoulli-exp.ts";
import { discreteLaplace } from "./discrete-laplace.ts";
import { systemRandomBytes, type RandomBytes } from "./random-bytes.server.ts";
import { LARGEST_BOUND, uniformBelow } from "./uniform-below.ts";

/** Bytes that are given one after the other, and nothing after them. */
function exactly(...bytes: number[]): RandomBytes {
  return (count) => {
    if (bytes.length < count) throw new Error("There are no bytes left.");
    return Uint8Array.from(bytes.splice(0, count));
  };
}

/** χ² of what was drawn against what was to be expected, with all that is rarer than 10 in the run as one class. */
function chiSquared(seen: Map<number, number>, chance: (value: number) => number, runs: number): { statistic: number; degrees: number } {
  let statistic = 0;
  let classes = 0;
  let restSeen = runs;
  let restExpected = runs;
  for (let value = -200; value <= 200; value += 1) {
    const expected = chance(value) * runs;
    if (expected < 10) continue;
    const count = seen.get(value) ?? 0;
    statistic += (count - expected) ** 2 / expected;
    restSeen -= count;
    restExpected -= expected;
    classes += 1;
  }
  return { statistic: statistic + (restSeen - restExpected) ** 2 / restExpected, degrees: classes };
}

/** The value that χ² passes once in 10,000 (Wilson and Hilferty, 1931). */
function oneIn10000(degrees: number): number {
  return degrees * (1 - 2 / (9 * degrees) + 3.719 * Math.sqrt(2 / (9 * degrees))) ** 3;
}

function drawn(epsilon: Ratio, runs: number, random: RandomBytes): Map<number, number> {
  const seen = new Map<number, number>();
  for (let run = 0; run < runs; run += 1) {
    const value = discreteLaplace(epsilon, random);
    seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  return seen;
}

const exact = (epsilon: number) => (value: number) => (Math.tanh(epsilon / 2)) * Math.exp(-epsilon * Math.abs(value));

describe("a whole number below a bound", () => {
  it("is below it, whatever the bound and the bytes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST_BOUND }), fc.string(), (bound, seed) => {
        const value = uniformBelow(bound, seededBytes(seed));
        return Number.isInteger(value) && value >= 0 && value < bound;
      }),
    );
  });

  it("is the remainder of the bytes as one number, and a number beyond the last whole span is drawn again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: LARGEST_BOUND }), fc.uint8Array({ minLength: 8, maxLength: 8 }), (bound, bytes) => {
        let size = 0n;
        while (256n ** size < BigInt(bound)) size += 1n;
        const span = 256n ** size;
        const numbers = [bytes.slice(0, Number(size)), bytes.slice(Number(size), 2 * Number(size))].map((some) => some.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));
        const kept = numbers.find((number) => number < span - (span % BigInt(bound)));
        if (kept === undefined) return;
        expect(uniformBelow(bound, exactly(...bytes))).toBe(Number(kept % BigInt(bound)));
      }),
    );
    expect(uniformBelow(3, exactly(255, 255, 7))).toBe(1);
    expect(uniformBelow(2 ** 32, exactly(255, 255, 255, 255))).toBe(2 ** 32 - 1);
  });

  it("takes no bytes where there is no choice, and no bound that isn't one", () => {
    expect(uniformBelow(1, exactly())).toBe(0);
    for (const bound of [0, -1, 1.5, Number.NaN, Infinity, 2 ** 32 + 1]) expect(() => uniformBelow(bound, seededBytes("bound"))).toThrow(RangeError);
  });

  it("is refused when the source gives fewer bytes than it was asked for", () => {
    expect(() => uniformBelow(10, () => new Uint8Array(0))).toThrow(RangeError);
  });
});

describe("a chance of exp(−γ)", () => {
  it("is certain at 0, and never at all where γ is large", () => {
    const random = seededBytes("edges");
    for (const denominator of [1, 7, 2 ** 20]) for (let run = 0; run < 100; run += 1) expect(bernoulliExp({ numerator: 0, denominator }, random)).toBe(true);
    for (let run = 0; run < 100; run += 1) expect(bernoulliExp({ numerator: 2 ** 32, denominator: 1 }, random)).toBe(false);
  });

  it.each([
    [1, 2 ** 20],
    [1, 2],
    [1, 1],
    [3, 2],
    [2, 1],
    [7, 3],
  ])("comes out at %i/%i", (numerator, denominator) => {
    const random = seededBytes(`exp ${numerator}/${denominator}`);
    const runs = 20_000;
    let yes = 0;
    for (let run = 0; run < runs; run += 1) if (bernoulliExp({ numerator, denominator }, random)) yes += 1;
    const chance = Math.exp(-numerator / denominator);
    // Four standard deviations, and half a count.
    expect(Math.abs(yes - runs * chance)).toBeLessThanOrEqual(4 * Math.sqrt(runs * chance * (1 - chance)) + 0.5);
  });

  it("takes whole numbers only", () => {
    for (const [numerator, denominator] of [[-1, 2], [1, 0], [0.5, 1], [1, 2.5], [1, 2 ** 20 + 1], [2 ** 33, 1], [Number.NaN, 1]])
      expect(() => bernoulliExp({ numerator: numerator!, denominator: denominator! }, seededBytes("ratio"))).toThrow(RangeError);
  });
});

describe("discrete Laplace noise", () => {
  it.each([
    { numerator: 1, denominator: 2 },
    { numerator: 3, denominator: 2 },
    { numerator: 1, denominator: 5 },
    { numerator: 2, denominator: 3 },
  ])("is distributed as it should be at ε = $numerator/$denominator", (epsilon) => {
    const runs = 60_000;
    const { statistic, degrees } = chiSquared(drawn(epsilon, runs, seededBytes(`noise ${JSON.stringify(epsilon)}`)), exact(epsilon.numerator / epsilon.denominator), runs);
    expect(degrees).toBeGreaterThan(8);
    expect(statistic).toBeLessThan(oneIn10000(degrees));
  });

  it("would not pass with the two mistakes that are easily made, nor with ε a tenth off", () => {
    const runs = 60_000;
    const random = seededBytes("mistakes");
    const seen = drawn({ numerator: 1, denominator: 2 }, runs, random);
    const twoZeros = new Map([...seen].map(([value, count]) => [value, value === 0 ? count * 2 : count]));
    const shifted = new Map([...seen].map(([value, count]) => [value + 1, count]));
    for (const wrong of [twoZeros, shifted, drawn({ numerator: 11, denominator: 20 }, runs, random)]) {
      const { statistic, degrees } = chiSquared(wrong, exact(0.5), runs);
      expect(statistic).toBeGreaterThan(oneIn10000(degrees));
    }
  });

  it("is distributed so with the system's own bytes", () => {
    const runs = 20_000;
    const { statistic, degrees } = chiSquared(drawn({ numerator: 1, denominator: 2 }, runs, systemRandomBytes()), exact(0.5), runs);
    // Fails by chance once in a million runs (Wilson and Hilferty).
    expect(statistic).toBeLessThan(degrees * (1 - 2 / (9 * degrees) + 4.753 * Math.sqrt(2 / (9 * degrees))) ** 3);
  });

  it("is a whole number for any ε that is one, and none without", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.string(), (numerator, denominator, seed) => {
        const value = discreteLaplace({ numerator, denominator }, seededBytes(seed));
        return Number.isSafeInteger(value) && !Object.is(value, -0);
      }),
    );
    expect(() => discreteLaplace({ numerator: 0, denominator: 1 }, seededBytes("none"))).toThrow(RangeError);
  });

  it("has no function of floating point and no fraction in its source", async () => {
    for (const name of ["uniform-below.ts", "bernoulli-exp.ts", "discrete-laplace.ts"]) {
      const code = (await readFile(new URL(name, import.meta.url), "utf8")).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(code).not.toMatch(/Math\.|\d\.\d|parseFloat/);
      // The only divisions are those that come out.
      for (const [, dividend] of code.matchAll(/(\S+( - \S+( % \S+)?)?) \/ /g)) expect(dividend).toMatch(/^\((numerator - rest|steps - \(steps % numerator\))\)$/);
    }
  });
});
