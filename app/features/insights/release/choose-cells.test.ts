import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facts, row, secret, sixTables } from "../../../../tests/attack/figures/town.ts";
import { UNITS_PER_RELEASE, UNITS_PER_YEAR, type Ledger, spend } from "../budget.ts";
import { chooseCells } from "./choose-cells.server.ts";
import { countCells } from "./count-cells.server.ts";
import { ledgerLine } from "./dwelling-key.server.ts";
import { checkTables } from "./tables.ts";

const someFacts = fc.array(
  fc.constantFrom(...sixTables.flatMap(({ key, cells }) => cells.map((cell) => ({ table: key, cell })))).chain((fact) => fc.boolean().map((changed) => ({ ...fact, changed }))),
  { maxLength: 40 },
);
const many = facts("reach/letter", "involvement/join_in", "conversion/done", "purchases/joined", "measures/glazing", "measures/induction", "wishes/green_roof");

describe("the cells in which a dwelling counts", () => {
  it("weigh six at most, each once and one of its own, whatever it answered", () => {
    fc.assert(
      fc.property(someFacts, fc.string(), (own, dwelling) => {
        const chosen = chooseCells(secret, dwelling, own);
        const changed = new Set(own.filter(({ changed }) => changed).map(({ table, cell }) => `${table}/${cell}`));
        const names = new Set(own.map(({ table, cell }) => `${table}/${cell}`));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.every((name) => names.has(name))).toBe(true);
        expect(chosen.reduce((sum, name) => sum + (changed.has(name) ? 2 : 1), 0)).toBeLessThanOrEqual(6);
      }),
    );
  });

  it("are all of them where they fit, and then in any order of answering", () => {
    expect(chooseCells(secret, "a", many.slice(0, 6))).toHaveLength(6);
    expect(chooseCells(secret, "a", many)).toHaveLength(6);
    expect(new Set(chooseCells(secret, "a", many))).toEqual(new Set(chooseCells(secret, "a", [...many].reverse())));
  });

  it("are fewer with a changed answer, which counts as two", () => {
    expect(chooseCells(secret, "a", facts("reach/letter", "involvement/join_in*", "conversion/done*", "purchases/joined"))).toHaveLength(4);
    expect(chooseCells(secret, "a", facts("reach/letter*", "involvement/join_in*", "conversion/done*", "purchases/joined*"))).toHaveLength(3);
  });

  it("hang on the secret and the dwelling", () => {
    const left = (key: Uint8Array, dwelling: string) => many.map(({ table, cell }) => `${table}/${cell}`).find((name) => !chooseCells(key, dwelling, many).includes(name));
    const dwellings = Array.from({ length: 40 }, (_, index) => `dwelling ${index}`);
    expect(new Set(dwellings.map((dwelling) => left(secret, dwelling))).size).toBe(7);
    expect(dwellings.map((dwelling) => left(secret, dwelling))).not.toEqual(dwellings.map((dwelling) => left(Buffer.from("another"), dwelling)));
  });
});

describe("counting", () => {
  const count = (rows: ReturnType<typeof row>[], ledger: Ledger = {}) => countCells(rows, sixTables, "2026", ledger, secret);

  it("has every cell, and two households at one dwelling as one", () => {
    const { counts, charged } = count([row("a", many.slice(0, 4)), row("a", many.slice(2, 7)), row("b", facts("reach/letter"))]);
    expect(counts.participants).toBe(2);
    expect(charged).toHaveLength(2);
    expect(Object.keys(counts.cells)).toHaveLength(sixTables.flatMap(({ cells }) => cells).length);
    expect(Object.values(counts.cells).reduce((sum, cell) => sum + cell, 0)).toBe(6 + 1);
  });

  it("leaves out a dwelling without budget, and only that", () => {
    const ledger = { [ledgerLine(secret, "a", "2026").key]: UNITS_PER_YEAR - UNITS_PER_RELEASE + 1, [ledgerLine(secret, "b", "2026").key]: UNITS_PER_YEAR - UNITS_PER_RELEASE, [ledgerLine(secret, "c", "2025").key]: UNITS_PER_YEAR };
    const { counts, charged } = count(["a", "b", "c"].map((name) => row(name, facts("reach/letter"))), ledger);
    expect(counts).toMatchObject({ participants: 2, cells: { "reach/letter": 2 } });
    expect(charged).toEqual(["b", "c"].map((name) => ledgerLine(secret, name, "2026").key));
  });

  it("refuses a cell that no table has", () => {
    expect(() => count([row("a", facts("reach/pigeon"))])).toThrow(RangeError);
  });
});

describe("the ledger", () => {
  it("never passes the year's budget, whatever is asked of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 }), (asked) => {
        let ledger: Ledger = {};
        for (const key of asked) {
          try {
            ledger = spend(ledger, [key]);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        }
        for (const key of ["a", "b", "c"]) expect(ledger[key] ?? 0).toBe(7 * Math.min(4, asked.filter((one) => one === key).length));
      }),
    );
  });
});

describe("the tables", () => {
  it("are six, each cell once", () => {
    checkTables(sixTables);
    expect(sixTables).toHaveLength(6);
    expect(() => checkTables([...sixTables, { key: "more", cells: ["one"] }])).toThrow(RangeError);
    expect(() => checkTables([{ key: "twice", cells: ["one", "one"] }])).toThrow(RangeError);
  });
});
