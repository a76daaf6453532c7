import { describe, expect, it } from "vitest";
import { type Book, emptyBook } from "../../../app/features/insights/release/book.ts";
import { cancelPreparation } from "../../../app/features/insights/release/cancel-preparation.ts";
import { prepareDistrict } from "../../../app/features/insights/release/prepare-district.ts";
import { prepareNeighbourhood } from "../../../app/features/insights/release/prepare-neighbourhood.server.ts";
import { publishRelease } from "../../../app/features/insights/release/publish-release.ts";
import type { RandomBytes } from "../../../app/features/insights/release/random-bytes.server.ts";
import { readRelease } from "../../../app/features/insights/release/read-release.ts";
import { clopperPearson, type Game, holds, most } from "./advantage.ts";
import { acrossReleases, beforeAndAfter, erasedBetween, fourFakes, fourReleases, leaveAndRejoin, linkage, oneCell, others, sixCells, together } from "./attacks.ts";
import { likelier, say, worldOf } from "./attacker.ts";
import { dwellings, engine } from "./publishers.ts";
import { district, neighbourhood, release, row, rows, secret, sixTables } from "./town.ts";

/** What an attacker may learn of one answer, and of six together. */
const ONE = 0.245;
const SIX = 0.45;
const quarter = "2026-Q4";

/** Prepares, looks, adds four fakes, cancels and prepares again; then publishes. Only the first look says anything. */
const preparingTwice: Game = (did, random) => {
  const known = others(22, oneCell);
  const all = did ? [...known, row("the target's", oneCell)] : known;
  const input = { neighbourhood, district, quarter, dwellings, by: "one", tables: sixTables } as const;
  const first = prepareNeighbourhood(emptyBook, { ...input, rows: all }, { random, secret });
  if ("refused" in first) throw new Error("The first preparation was refused.");
  const again = (book: Book) => prepareNeighbourhood(book, { ...input, rows: [...all, ...rows("fake", 4, oneCell)] }, { random, secret });
  const cancelled = cancelPreparation(first.book, neighbourhood, quarter, "one");
  if ("refused" in cancelled) throw new Error("Cancelling was refused.");
  expect([again(first.book), again(cancelled.book)]).toEqual([{ refused: "once" }, { refused: "once" }]);
  return say(likelier(first.preparation.sheet, sixTables, worldOf([...known, row("the target's", oneCell)]), worldOf(known)), random);
};

/**
 * A large neighbourhood and four small ones, of which the target's is one; the district's figure and all that is below it are
 * seen. Together 25 did it besides the target: where yes begins, as fakes can arrange.
 */
const hierarchy: Game = (did, random) => {
  const small = ["BU03630111", "BU03630112", "BU03630113", "BU03630114"];
  const known = small.map((area, index) => [...rows(`${area} did`, index ? 6 : 7, oneCell, { neighbourhood: area }), ...rows(`${area} quiet`, 8, [], { neighbourhood: area })]);
  const target = row("the target's", oneCell, { neighbourhood: small[0]! });
  let { book } = release(emptyBook, others(22, oneCell), { random, secret }, { quarter, dwellings });
  for (const [index, area] of small.entries()) {
    const all = index === 0 && did ? [...known[0]!, target] : known[index]!;
    const made = release(book, all, { random, secret }, { quarter, dwellings: 200, area });
    book = made.book;
  }
  const prepared = prepareDistrict(book, { district, quarter, by: "one", tables: sixTables }, random);
  if ("refused" in prepared) throw new Error("The district was refused.");
  const everybody = known.flat();
  // How often the sum is under 30 or over 100 tells next to nothing of one more: the numbers are far from both.
  return say(likelier(prepared.preparation.sheet, sixTables, worldOf([...everybody, target]), worldOf(everybody), false), random);
};

/** Everything that was published is read a thousand times. */
const readingOften = (times: number): Game => (did, random: RandomBytes) => {
  const known = others(22, oneCell);
  const target = row("the target's", oneCell);
  const { book } = release(emptyBook, did ? [...known, target] : known, { random, secret }, { quarter, dwellings });
  const first = readRelease(book, neighbourhood, quarter);
  const asText = JSON.stringify(first);
  for (let time = 0; time < times; time += 1) if (readRelease(book, neighbourhood, quarter) !== first) throw new Error("It differs between readings.");
  if (JSON.stringify(readRelease(book, neighbourhood, quarter)) !== asText) throw new Error("It was changed by reading.");
  if (!("refused" in publishRelease(book, neighbourhood, quarter, "three"))) throw new Error("It could be published again.");
  return say(likelier(readRelease(book, neighbourhood, quarter), sixTables, worldOf([...known, target]), worldOf(known)), random);
};

describe("one answer", () => {
  holds("before and after one household", ONE, beforeAndAfter(engine));
  holds("four fakes at a boundary", ONE, fourFakes(engine, oneCell));
  holds("preparing twice, with fakes in between", ONE, preparingTwice);
  holds("differencing up the hierarchy", ONE, hierarchy);
  holds("differencing across releases", ONE, acrossReleases(engine));
  holds("reading a release 1,000 times", ONE, readingOften(1000));
  holds("linkage with public labels", ONE, linkage(engine));
  holds("erasure in between", ONE, erasedBetween(engine));
  holds("four fakes where a neighbourhood goes into its district", ONE, fourFakes(engine, [], 27));
  holds("four fakes where numbers begin", ONE, fourFakes(engine, [], 97));
  holds("a moderator and an official together", ONE, together(engine));
});

describe("six answers together", () => {
  holds("before and after one household, six cells", SIX, beforeAndAfter(engine, sixCells));
  holds("four fakes at a boundary, six cells", SIX, fourFakes(engine, sixCells));
});

describe("what adds up", () => {
  holds("six cells and whether there are numbers at all", most(7), fourFakes(engine, sixCells, 97), "seven answers: a hundredth household is seen in the form as well");
  holds("four releases, one cell", most(4), fourReleases(engine, oneCell), "four answers: a year of taking part");
  holds("four releases, six cells", most(24), fourReleases(engine, sixCells), "24 answers: a year of taking part with all that one can have in it");
  holds("leaving and joining again, 12 releases in a year", most(4), leaveAndRejoin(engine, 4), "four answers: the budget of the year is the dwelling's");
});

describe("the measure itself", () => {
  it("has the limits that the budget gives", () => {
    expect(most(1)).toBeCloseTo(Math.tanh(1 / 4), 12);
    expect(most(1)).toBeLessThan(ONE);
    expect(most(6)).toBeLessThan(SIX);
    expect([6, 7, 4, 24].map((answers) => most(answers).toFixed(3))).toEqual(["0.441", "0.505", "0.360", "0.772"]);
  });

  it("has the interval of Clopper and Pearson", () => {
    // Their own formula at the edges: (α/2)^(1/n), and 1 less that.
    expect(clopperPearson(10, 10, 0.05)[0]).toBeCloseTo(0.025 ** (1 / 10), 9);
    expect(clopperPearson(0, 10, 0.05)[1]).toBeCloseTo(1 - 0.025 ** (1 / 10), 9);
    // Five of ten, as in tables of the binomial: 0.1871 to 0.8129.
    expect(clopperPearson(5, 10, 0.05).map((bound) => bound.toFixed(4))).toEqual(["0.1871", "0.8129"]);
  });
});
