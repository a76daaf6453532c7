import { MOST_CELLS } from "../budget.ts";
import { cellOrder } from "./dwelling-key.server.ts";
import type { Fact } from "./frozen-row.ts";
import { cellName } from "./tables.ts";

type Weighed = { name: string; fact: Fact; weight: 1 | 2 };

function weighed(facts: readonly Fact[]): Weighed[] {
  const weights = new Map<string, Weighed>();
  for (const fact of facts) {
    const name = cellName(fact.table, fact.cell);
    weights.set(name, { name, fact, weight: fact.changed || weights.get(name)?.weight === 2 ? 2 : 1 });
  }
  return [...weights.values()];
}

/** The cells of facts where there is room for all, which hangs on no dwelling; null where not. */
export function allCells(facts: readonly Fact[]): string[] | null {
  const all = weighed(facts);
  return all.reduce((sum, { weight }) => sum + weight, 0) <= MOST_CELLS ? all.map(({ name }) => name) : null;
}

/**
 * The cells in which a dwelling counts: all of its facts, or those that fit in six, in an order that only the secret knows.
 * A changed answer takes the room of two. What a dwelling gets hangs on its own facts and on nobody else's.
 * @param facts of every household at the dwelling; the same cell twice is one
 * @returns names of cells, see `cellName`
 */
export function chooseCells(secret: Uint8Array, dwelling: string, facts: readonly Fact[]): string[] {
  const fitting = allCells(facts);
  if (fitting) return fitting;
  const ordered = weighed(facts)
    .map((cell) => ({ ...cell, order: cellOrder(secret, dwelling, cell.fact.table, cell.fact.cell) }))
    .sort((one, other) => (one.order < other.order ? -1 : 1));
  const chosen: string[] = [];
  let room = MOST_CELLS;
  for (const { name, weight } of ordered) {
    if (weight > room) continue;
    chosen.push(name);
    room -= weight;
  }
  return chosen;
}
