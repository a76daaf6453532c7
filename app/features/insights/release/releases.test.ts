import { describe, expect, it } from "vitest";
import { seededBytes } from "../../../../tests/attack/figures/seeded-bytes.ts";
import { district, facts, neighbourhood, release, row, rows, secret, sixTables } from "../../../../tests/attack/figures/town.ts";
import { type Book, emptyBook, type Quarter, quarterOf, type Refusal } from "./book.ts";
import { cancelPreparation } from "./cancel-preparation.ts";
import { prepareDistrict } from "./prepare-district.ts";
import { prepareNeighbourhood } from "./prepare-neighbourhood.server.ts";
import { publishRelease } from "./publish-release.ts";
import { readRelease } from "./read-release.ts";
import { systemRandomBytes } from "./random-bytes.server.ts";
import { FEWEST, FEWEST_FOR_NUMBERS, releaseForm } from "./release-form.ts";

const answers = facts("reach/letter", "involvement/join_in", "measures/glazing");
const sources = (seed = "releases") => ({ random: seededBytes(seed), secret });
const quarter: Quarter = "2026-Q4";
const spent = (book: Book) => Object.values(book.ledger);

function prepare(book: Book, all = rows("a", 150, answers), area: { neighbourhood?: string; quarter?: Quarter; by?: string } = {}, seed?: string) {
  return prepareNeighbourhood(book, { neighbourhood, district, quarter, dwellings: 400, rows: all, by: "one", tables: sixTables, ...area }, sources(seed));
}

function made<Result extends object>(result: Result): Exclude<Result, Refusal> {
  if ("refused" in result) throw new Error(`Refused: ${String(result.refused)}`);
  return result as Exclude<Result, Refusal>;
}

describe("a release", () => {
  it("is prepared by one, published by another as it was shown, read by everybody, and numbered", () => {
    const { book, preparation } = made(prepare(emptyBook));
    expect(preparation).toMatchObject({ state: "prepared", sheet: { form: "numbers", quarter, dwellings: 400 } });
    expect(readRelease(book, neighbourhood, quarter)).toBeNull();
    expect(publishRelease(book, neighbourhood, quarter, "one")).toEqual({ refused: "two_people" });
    const published = made(publishRelease(book, neighbourhood, quarter, "two"));
    expect(readRelease(published.book, neighbourhood, quarter)).toEqual(preparation.sheet);
    expect(published.release.number).toBe(1);
    expect(publishRelease(published.book, neighbourhood, quarter, "two")).toEqual({ refused: "state" });
    expect(cancelPreparation(published.book, neighbourhood, quarter, "two")).toEqual({ refused: "state" });
    const next = made(publishRelease(made(prepare(published.book, undefined, { quarter: "2027-Q1" })).book, neighbourhood, "2027-Q1", "two"));
    expect(next.release.number).toBe(2);
    expect(next.book.log.map(({ what, by }) => `${what} by ${by}`)).toEqual(["prepared by one", "published by two", "prepared by one", "published by two"]);
  });

  it("is prepared once in a quarter, cancelled or not, and spends its budget all the same", () => {
    const { book } = made(prepare(emptyBook));
    expect(prepare(book)).toEqual({ refused: "once" });
    const cancelled = made(cancelPreparation(book, neighbourhood, quarter, "one")).book;
    expect(prepare(cancelled)).toEqual({ refused: "once" });
    expect(publishRelease(cancelled, neighbourhood, quarter, "two")).toEqual({ refused: "state" });
    expect(cancelPreparation(cancelled, neighbourhood, quarter, "one")).toEqual({ refused: "state" });
    expect(new Set(spent(cancelled))).toEqual(new Set([7]));
    expect(JSON.stringify(cancelled)).not.toContain("about");
    expect(cancelled.log.map(({ what }) => what)).toEqual(["prepared", "cancelled"]);
  });

  it("has each dwelling four times a year at most, by whatever neighbourhood it came", () => {
    let book = emptyBook;
    for (const area of [neighbourhood, "BU03630102"])
      for (const one of ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"] as const) book = release(book, rows("a", 150, answers, { neighbourhood: area }), sources(area + one), { quarter: one, area }).book;
    expect(new Set(spent(book))).toEqual(new Set([28]));
    // Nobody is left to be counted: what is said is of noise only.
    expect(book.preparations["BU03630102 2026-Q1"]?.waiting?.counts.participants).toBe(0);
    book = made(prepare(book, rows("a", 150, answers), { quarter: "2027-Q1" })).book;
    expect(spent(book).filter((units) => units === 7)).toHaveLength(150);
  });

  it("has no count, no dwelling and no secret in it once it is there", () => {
    const { book } = release(emptyBook, [...rows("dwelling-", 137, answers), row("dwelling-odd", facts("wishes/heat_network"))], sources());
    const stored = JSON.stringify(book);
    expect(stored).not.toContain("dwelling-");
    expect(JSON.stringify(book.preparations)).not.toMatch(/13[78]|participants/);
    expect(stored).not.toContain(secret.toString());
    expect(stored).not.toContain(secret.toString("hex"));
  });

  it("leaves what it was given as it was", () => {
    const freeze = (value: unknown): void => {
      if (value === null || typeof value !== "object" || Object.isFrozen(value)) return;
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    };
    const { book } = made(prepare(emptyBook));
    freeze(book);
    const cancelled = made(cancelPreparation(book, neighbourhood, quarter, "one")).book;
    freeze(cancelled);
    made(prepare(cancelled, undefined, { quarter: "2027-Q1" }));
    made(publishRelease(book, neighbourhood, quarter, "two"));
  });

  it("refuses a row of another area, and a quarter that is none", () => {
    expect(["2026-01-01", "2026-03-31", "2026-11-22", "2026-12-31"].map((day) => quarterOf(day))).toEqual(["2026-Q1", "2026-Q1", "2026-Q4", "2026-Q4"]);
    expect(() => quarterOf("22-11-2026")).toThrow(RangeError);
    expect(() => prepare(emptyBook, [row("a", answers, { neighbourhood: "BU0" })])).toThrow(RangeError);
    expect(() => prepare(emptyBook, [], { quarter: "2026-Q5" as Quarter })).toThrow(RangeError);
  });

  it("draws other noise every time, and for every cell", () => {
    const random = systemRandomBytes();
    const input = { neighbourhood, district, quarter, dwellings: 400, rows: rows("a", 200, answers), by: "one", tables: sixTables };
    const said = Array.from({ length: 40 }, () => {
      const { tables } = made(prepareNeighbourhood(emptyBook, input, { random, secret })).preparation.sheet!;
      return tables.flatMap(({ cells }) => cells.flatMap(({ shown }) => (shown.kind === "about" && shown.value > 100 ? [shown.value] : [])));
    });
    expect(said.every((values) => values.length === 3)).toBe(true);
    // All the same in 40 draws: fewer than once in 10^10 runs.
    for (const cell of [0, 1, 2]) expect(new Set(said.map((values) => values[cell])).size).toBeGreaterThan(1);
    expect(said.some((values) => new Set(values).size > 1)).toBe(true);
  });
});

describe("how much is said", () => {
  it("is decided on the noised number taking part", () => {
    expect([-3, 29, 30, 99, 100].map(releaseForm)).toEqual(["too_few", "too_few", "yes_no", "yes_no", "numbers"]);
    // At the boundary it goes both ways.
    for (const count of [FEWEST, FEWEST_FOR_NUMBERS]) {
      const forms = Array.from({ length: 60 }, (_, index) => made(prepare(emptyBook, rows("a", count, []), {}, `boundary ${index}`)).preparation.sheet?.form ?? "too_few");
      expect(new Set(forms).size).toBe(2);
    }
  });

  it("is yes and no only under a hundred, and of purchases always", () => {
    const kinds = (count: number) => {
      const { sheet } = release(emptyBook, rows("a", count, answers), sources("kinds"));
      return sheet!.tables.map(({ table, cells }) => `${table} ${[...new Set(cells.map(({ shown }) => (shown.kind === "at_least_20" ? "yes_no" : "numbers")))].join()}`);
    };
    expect(kinds(60)).toEqual(["reach", "involvement", "measures", "wishes", "conversion", "purchases"].map((table) => `${table} yes_no`));
    expect(kinds(200)).toEqual([...["reach", "involvement", "measures", "wishes", "conversion"].map((table) => `${table} numbers`), "purchases yes_no"]);
  });
});

describe("a district", () => {
  const small = (book: Book, area: string, count: number, one: Quarter = quarter) => made(prepare(book, rows(`${area}-`, count, answers, { neighbourhood: area }), { neighbourhood: area, quarter: one }, area)).book;
  const areas = ["BU03630111", "BU03630112", "BU03630113", "BU03630114"];

  it("has the neighbourhoods that were too small, together, without spending more, and forgets what waited", () => {
    let book = areas.reduce((before, area) => small(before, area, 15), made(prepare(emptyBook)).book);
    const before = book.ledger;
    expect(areas.map((area) => book.preparations[`${area} ${quarter}`]?.state)).toEqual(areas.map(() => "waiting"));
    const prepared = made(prepareDistrict(book, { district, quarter, by: "one", tables: sixTables }, seededBytes("district")));
    expect(prepared.preparation.sheet).toMatchObject({ area: district, neighbourhoods: areas, dwellings: 1600, form: "yes_no" });
    const said = prepared.preparation.sheet!.tables.find(({ table }) => table === "measures")!.cells.find(({ cell }) => cell === "glazing");
    expect(said!.shown).toEqual({ kind: "at_least_20", answer: "yes" });
    book = made(publishRelease(prepared.book, district, quarter, "two")).book;
    expect(book.ledger).toEqual(before);
    expect(JSON.stringify(book)).not.toContain("participants");
    expect(prepareDistrict(book, { district, quarter, by: "one", tables: sixTables }, seededBytes("again"))).toEqual({ refused: "once" });
  });

  it("says nothing of itself when too few take part in all of them", () => {
    const { preparation, book } = made(prepareDistrict(small(emptyBook, areas[0]!, 8), { district, quarter, by: "one", tables: sixTables }, seededBytes("few")));
    expect(preparation).toMatchObject({ state: "too_few", sheet: null });
    expect(publishRelease(book, district, quarter, "two")).toEqual({ refused: "state" });
  });

  it("is not there without a neighbourhood that waits, nor waited for when it was", () => {
    const large = made(prepare(emptyBook)).book;
    expect(prepareDistrict(large, { district, quarter, by: "one", tables: sixTables }, seededBytes("none"))).toEqual({ refused: "state" });
    const cancelled = made(cancelPreparation(small(emptyBook, areas[0]!, 8), areas[0]!, quarter, "one")).book;
    expect(prepareDistrict(cancelled, { district, quarter, by: "one", tables: sixTables }, seededBytes("none"))).toEqual({ refused: "state" });
    const done = made(prepareDistrict(small(emptyBook, areas[0]!, 8), { district, quarter, by: "one", tables: sixTables }, seededBytes("few"))).book;
    expect(small(done, areas[1]!, 8).preparations[`${areas[1]} ${quarter}`]).toMatchObject({ state: "passed", waiting: null });
  });
});
