import { MOST_CELLS } from "../budget.ts";
import { cellOrder } from "./dwelling-key.server.ts";
import type { Fact } from "./frozen-row.ts";
import { cellName } from "./tables.ts";

/**
 * The cells in which a dwelling counts: all of its facts, or those that fit in six, in an order that only the secret knows.
 * A changed answer takes the room of two. What a dwelling gets hangs on its own facts and on nobody else's.
 * @param facts of every household at the dwelling; the same cell twice is one
 * @returns names of cells, see `cellName`
 */
export function chooseCells(secret: Uint8Array, dwelling: string, facts: readonly Fact[]): string[] {
  const weights = new Map<string, { fact: Fact; weight: 1 | 2 }>();
  for (const fact of facts) {
    const name = cellName(fact.table, fact.cell);
    weights.set(name, { fact, weight: fact.changed || weights.get(name)?.weight === 2 ? 2 : 1 });
  }
  const all = [...weights].map(([name, { fact, weight }]) => ({ name, fact, weight }));
  if (all.reduce((sum, { weight }) => sum + weight, 0) <= MOST_CELLS) return all.map(({ name }) => name);
  const ordered = all
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
