import { describe, expect, it } from "vitest";
import { type Shown, showNumber, showYesNo } from "./show-cell.ts";

/** Exact chance of a noise at ε = 1/2, in floating point: for tests, never for noise. */
const chance = (noise: number) => Math.tanh(1 / 4) * Math.exp(-Math.abs(noise) / 2);

/** The chance that what is shown of a count is so, over all noise that matters (beyond 100 it is below 1e-21). */
function chanceThat(count: number, show: (noised: number) => Shown, is: (shown: Shown) => boolean): number {
  let sum = 0;
  for (let noise = -100; noise <= 100; noise += 1) if (is(show(count + noise))) sum += chance(noise);
  return sum;
}

const within = (count: number, margin: number) => (shown: Shown) => shown.kind === "about" && Math.abs(shown.value - count) <= margin;

describe("what everybody sees of a count", () => {
  it("is within 7 of the truth in 95 of 100 cells, noise and rounding together, whatever the count; within 6 it is not", () => {
    const chances = (margin: number) => [100, 101, 102, 103, 104].map((count) => chanceThat(count, (noised) => showNumber(noised, 400), within(count, margin)));
    const worst = Math.min(...chances(7));
    expect(worst).toBeGreaterThan(0.95);
    // As docs/figures.md has it.
    expect(worst.toFixed(4)).toBe("0.9648");
    expect(Math.max(...chances(7)).toFixed(4)).toBe("0.9772");
    expect(Math.min(...chances(6))).toBeLessThan(0.95);
  });

  it("is wrong about at least twenty in fewer than 2 of 100 cells, whatever the count", () => {
    for (let count = 0; count <= 60; count += 1) {
      const wrong = chanceThat(count, showYesNo, (shown) => shown.kind === "at_least_20" && shown.answer === (count >= 20 ? "no" : "yes"));
      expect(wrong).toBeLessThan(0.02);
    }
    // The margin is the smallest that does this.
    expect(chanceThat(19, showYesNo, (shown) => shown.kind === "at_least_20" && shown.answer === "yes")).toBeGreaterThan(0.018);
  });

  it("is rounded to five, with words below ten and nearly at all", () => {
    const said = (noised: number) => {
      const shown = showNumber(noised, 60);
      return shown.kind === "about" ? shown.value : shown.kind;
    };
    expect([-30, 0, 9, 10, 12, 13, 17, 18, 48, 50, 51, 60, 90].map(said)).toEqual(["few", "few", "few", 10, 10, 15, 15, 20, 50, 50, "nearly_all", "nearly_all", "nearly_all"]);
    expect([-9, 13, 14, 25, 26, 400].map((noised) => (showYesNo(noised) as { answer: string }).answer)).toEqual(["no", "no", "unknown", "unknown", "yes", "yes"]);
  });
});
