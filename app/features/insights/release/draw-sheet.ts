import { EPSILON } from "../budget.ts";
import type { ExactCounts } from "./count-cells.server.ts";
import { discreteLaplace } from "./discrete-laplace.ts";
import type { RandomBytes } from "./random-bytes.server.ts";
import { type Shown, showNumber, showYesNo } from "./show-cell.ts";
import { cellName, type Table } from "./tables.ts";

/** What everybody may see of an area: no count, exact or noised, is in it. */
export type Sheet = {
  readonly area: string;
  /** The neighbourhoods that it is about; of a district those that were too small by themselves. */
  readonly neighbourhoods: readonly string[];
  readonly quarter: string;
  readonly form: "numbers" | "yes_no";
  /** Dwellings in the BAG. */
  readonly dwellings: number;
  readonly tables: readonly { readonly table: string; readonly cells: readonly { readonly cell: string; readonly shown: Shown }[] }[];
};

/** A count with fresh noise: the only thing that is done with an exact count. */
export function noised(count: number, random: RandomBytes): number {
  return count + discreteLaplace(EPSILON, random);
}

/** Draws the noise of every cell, once, and forgets the noised counts. */
export function drawSheet(about: Omit<Sheet, "tables">, tables: readonly Table[], counts: ExactCounts, random: RandomBytes): Sheet {
  return {
    ...about,
    tables: tables.map(({ key, cells, yesNo }) => ({
      table: key,
      cells: cells.map((cell) => {
        const count = noised(counts.cells[cellName(key, cell)]!, random);
        return { cell, shown: yesNo || about.form === "yes_no" ? showYesNo(count) : showNumber(count, about.dwellings) };
      }),
    })),
  };
}
