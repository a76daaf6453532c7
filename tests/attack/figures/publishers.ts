import { type Book, emptyBook, type Quarter } from "../../../app/features/insights/release/book.ts";
import { noised, type Sheet } from "../../../app/features/insights/release/draw-sheet.ts";
import type { FrozenRow } from "../../../app/features/insights/release/frozen-row.ts";
import type { RandomBytes } from "../../../app/features/insights/release/random-bytes.server.ts";
import { showNumber } from "../../../app/features/insights/release/show-cell.ts";
import { cellName } from "../../../app/features/insights/release/tables.ts";
import { likelier, type World, worldOf } from "./attacker.ts";
import { district, neighbourhood, release, secret, sixTables } from "./town.ts";

/** A way of publishing, from an empty book on, and how its attacker weighs what comes of it. */
export type Publisher = {
  release(rows: readonly FrozenRow[], quarter: Quarter, area?: string): Sheet | null;
  /** Above 0 where "did" is likelier. */
  weigh(sheet: Sheet | null, did: World, not: World): number;
};
export type Publishing = (random: RandomBytes) => Publisher;

export const dwellings = 600;

/** The engine itself. */
export const engine: Publishing = (random) => {
  let book: Book = emptyBook;
  return {
    release(rows, quarter, area = neighbourhood) {
      const made = release(book, rows, { random, secret }, { quarter, dwellings, area, of: district });
      book = made.book;
      return made.sheet;
    },
    weigh: (sheet, did, not) => likelier(sheet, sixTables, did, not),
  };
};

/** The engine with a ledger that forgets: what a ledger per household, or per account, comes to when somebody joins again. */
export const forgetful: Publishing = (random) => ({
  release: (rows, quarter, area = neighbourhood) => release(emptyBook, rows, { random, secret }, { quarter, dwellings, area, of: district }).sheet,
  weigh: (sheet, did, not) => likelier(sheet, sixTables, did, not),
});

function sheetOf(world: World, quarter: string, area: string, count: (exact: number) => number, published = sixTables): Sheet | null {
  if (world.participants < 30) return null;
  const tables = published.map(({ key, cells }) => ({ table: key, cells: cells.map((cell) => ({ cell, shown: showNumber(count(world.cells[cellName(key, cell)] ?? 0), dwellings) })) }));
  return { area, neighbourhoods: [area], quarter, form: "numbers", dwellings, tables };
}

/** "At least ten, rounded to five": what is usual, and certain to whoever knows the others. */
export const thresholdAndRounding: Publishing = () => ({
  release: (rows, quarter, area = neighbourhood) => sheetOf(worldOf(rows), quarter, area, (exact) => exact),
  weigh(sheet, did, not) {
    const [one, other] = [did, not].map((world) => JSON.stringify(sheetOf(world, "", "", (exact) => exact)?.tables));
    const seen = JSON.stringify(sheet?.tables);
    return Number(seen === one) - Number(seen === other);
  },
});

/** Noise as ours, but a release stays as it was while fewer than five households differ, "because nothing changed". */
export const unchangedWhenFew: Publishing = (random) => {
  let last: { rows: readonly FrozenRow[]; sheet: Sheet | null } | null = null;
  return {
    release(rows, quarter, area = neighbourhood) {
      const before = new Set(last?.rows.map((row) => JSON.stringify(row)));
      const now = new Set(rows.map((row) => JSON.stringify(row)));
      const different = [...now].filter((row) => !before.has(row)).length + [...before].filter((row) => !now.has(row)).length;
      if (last && different < 5) return last.sheet;
      last = { rows, sheet: sheetOf(worldOf(rows), quarter, area, (exact) => noised(exact, random)) };
      return last.sheet;
    },
    weigh: (sheet, did, not) => likelier(sheet, sixTables, did, not),
  };
};

/** One table with noise as ours, but fresh whenever a release is prepared or asked for. */
export const asOftenAsYouLike: Publishing = (random) => ({
  release: (rows, quarter, area = neighbourhood) => sheetOf(worldOf(rows), quarter, area, (exact) => noised(exact, random), [{ key: "measures", cells: ["glazing"] }]),
  weigh: (sheet, did, not) => likelier(sheet, sixTables, did, not, false),
});

/** Noise as ours, kept for the quarter, over an input that is taken anew whenever a release is prepared. */
export const keptNoise: Publishing = (random) => {
  const kept = new Map<string, number>();
  return {
    release(rows, quarter, area = neighbourhood) {
      let cell = 0;
      return sheetOf(worldOf(rows), quarter, area, (exact) => {
        const key = `${quarter} ${(cell += 1)}`;
        if (!kept.has(key)) kept.set(key, noised(0, random));
        return exact + kept.get(key)!;
      });
    },
    weigh: (sheet, did, not) => likelier(sheet, sixTables, did, not),
  };
};
