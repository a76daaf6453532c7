import { canSpend, type Ledger } from "../budget.ts";
import { allCells, chooseCells } from "./choose-cells.server.ts";
import { ledgerLine } from "./dwelling-key.server.ts";
import type { Fact, FrozenRow } from "./frozen-row.ts";
import { cellName, type Table } from "./tables.ts";

/** Exact counts: what the noise is for. Nothing but the drawing of noise may look at them. */
export type ExactCounts = {
  /** Dwellings of which a household takes part. */
  readonly participants: number;
  /** By `cellName`, every cell of every table. */
  readonly cells: Readonly<Record<string, number>>;
};

/**
 * Counts dwellings per cell. A dwelling that spent its year's budget is left out, silently: to say that somebody was, or to
 * stop the release for it, would tell who took part before.
 * @param keys rows of the ledger by dwelling, where they were made before; made here where not
 * @returns the counts, and the rows of the ledger to be charged
 * @throws RangeError for a cell that no table has
 */
export function countCells(rows: readonly FrozenRow[], tables: readonly Table[], year: string, ledger: Ledger, secret: Uint8Array, keys?: ReadonlyMap<string, string>): { counts: ExactCounts; charged: string[] } {
  const cells: Record<string, number> = {};
  for (const table of tables) for (const cell of table.cells) cells[cellName(table.key, cell)] = 0;
  const dwellings = new Map<string, readonly Fact[]>();
  for (const { dwelling, facts } of rows) {
    const others = dwellings.get(dwelling);
    dwellings.set(dwelling, others ? [...others, ...facts] : facts);
  }
  // Facts that many dwellings share are looked at once.
  const known = new Map<readonly Fact[], readonly string[] | null>();
  const whole = (facts: readonly Fact[]) => {
    const unknown = facts.find(({ table, cell }) => !Object.hasOwn(cells, cellName(table, cell)));
    if (unknown) throw new RangeError(`No table has the cell ${cellName(unknown.table, unknown.cell)}.`);
    const fitting = allCells(facts);
    known.set(facts, fitting);
    return fitting;
  };
  const charged: string[] = [];
  for (const [dwelling, facts] of dwellings) {
    const fitting = known.has(facts) ? known.get(facts)! : whole(facts);
    const key = keys?.get(dwelling) ?? ledgerLine(secret, dwelling, year).key;
    if (!canSpend(ledger[key] ?? 0)) continue;
    charged.push(key);
    for (const name of fitting ?? chooseCells(secret, dwelling, facts)) cells[name]! += 1;
  }
  return { counts: { participants: charged.length, cells }, charged };
}
