import { describe } from "vitest";
import { bites, type Game, most } from "./advantage.ts";
import { beforeAndAfter, cellOf, erasedBetween, fourFakes, leaveAndRejoin, oneCell, others, preparingOften, sixCells, together } from "./attacks.ts";
import { worldOf } from "./attacker.ts";
import { asOftenAsYouLike, forgetful, keptNoise, thresholdAndRounding, unchangedWhenFew } from "./publishers.ts";
import { row, rows } from "./town.ts";

// The same attacks on what is usually done: that they succeed here is what makes their failing elsewhere say something.

const target = row("the target's", oneCell);

/** Four fakes join besides: with the target five households differ, and the release is drawn anew. */
const freshOrNot: Game = (did, random) => {
  const publisher = unchangedWhenFew(random);
  const known = others(22, sixCells);
  const before = publisher.release(known, "2026-Q3");
  const after = publisher.release([...known, ...rows("fake", 4, []), ...(did ? [target] : [])], "2026-Q4");
  return JSON.stringify(before?.tables) !== JSON.stringify(after?.tables);
};

/** Fakes, one after the other, show where rounding turns, before the target's answer and after it. */
const turningPoint: Game = (did, random) => {
  const publisher = keptNoise(random);
  const known = others(42, oneCell);
  const turn = (all: typeof known) => {
    const shown = [0, 1, 2, 3, 4, 5].map((fakes) => JSON.stringify(cellOf(publisher.release([...all, ...rows("fake", fakes, oneCell)], "2026-Q4"), "measures", "glazing")));
    return shown.findIndex((one) => one !== shown[0]);
  };
  const before = turn(known);
  return turn(did ? [...known, target] : known) !== before;
};

/** Two releases are laid side by side: nobody else changed. */
const subtracting: Game = (did, random) => {
  const publisher = thresholdAndRounding(random);
  const known = others(32, oneCell);
  const said = [known, did ? [...known, target] : known].map((all, index) => JSON.stringify(publisher.release(all, index ? "2026-Q4" : "2026-Q3")?.tables));
  return said[0] !== said[1];
};

/** The target's neighbourhood is too small to be shown, and is what is left of its district when the large one is subtracted. */
const district: Game = (did, random) => {
  const publisher = thresholdAndRounding(random);
  const known = [...others(22, oneCell), ...rows("small", 20, oneCell)];
  const sheet = publisher.release(did ? [...known, target] : known, "2026-Q4", "WK036301");
  return publisher.weigh(sheet, worldOf([...known, target]), worldOf(known)) > 0;
};

describe("threshold and rounding", () => {
  bites("before and after one household, on threshold and rounding", 0.9, beforeAndAfter(thresholdAndRounding));
  bites("four fakes at a boundary, on threshold and rounding", 0.9, fourFakes(thresholdAndRounding, oneCell));
  bites("differencing across releases, on threshold and rounding", 0.9, subtracting);
  bites("differencing up the hierarchy, on threshold and rounding", 0.9, district);
  bites("four fakes where a neighbourhood goes into its district, on threshold and rounding", 0.9, fourFakes(thresholdAndRounding, [], 27));
  bites("erasure in between, on threshold and rounding", 0.9, erasedBetween(thresholdAndRounding));
  bites("a moderator and an official together, on threshold and rounding", 0.9, together(thresholdAndRounding));
});

describe("unchanged when few changed", () => {
  bites("four fakes, on unchanged when few changed", 0.9, freshOrNot);
});

describe("preparing twice", () => {
  bites("preparing or asking 150 times with fresh noise", 0.9, preparingOften(asOftenAsYouLike, 150));
  bites("preparing with fakes under the same noise", 0.9, turningPoint);
});

describe("a ledger that forgets", () => {
  bites("leaving and joining again, 12 releases in a year, on a ledger of the household", most(4), leaveAndRejoin(forgetful, 12));
});
