import type { WorkerTx } from "../../../../db/viewer.server.ts";
import { type Quarter, yearOf } from "../release/book.ts";
import { type LedgerLine, ledgerLine } from "../release/dwelling-key.server.ts";
import type { Fact, FrozenRow } from "../release/frozen-row.ts";
import { figureTables } from "../release/tables.ts";
import { topicsOf } from "../release/turns.ts";
import { answersBefore } from "./budget-rows.server.ts";
import { countedOfPlaces, frozenAnswers } from "./frozen-answers.server.ts";

/** What a neighbourhood has to be counted, as it is now. */
export type Frozen = {
  rows: FrozenRow[];
  besides: Record<string, number>;
  /** Homes in the BAG. */
  dwellings: number;
};

/** All that is frozen together, by neighbourhood, with what the ledger has to know of its homes. */
export type FrozenTogether = {
  neighbourhoods: Map<string, Frozen>;
  /** The row of the ledger, by home. */
  keys: Map<string, string>;
  /** What the involvement of homes is, by the row of the ledger. */
  answers: Map<string, string>;
};

const involvements: readonly string[] = figureTables.involvement.cells;

/** Reads everything that a release of these neighbourhoods counts. The only place where answers and homes are together. */
export async function freezeNeighbourhoods(tx: WorkerTx, codes: readonly string[], quarter: Quarter, secret: Uint8Array): Promise<FrozenTogether> {
  const [topics, year] = [topicsOf(quarter), yearOf(quarter)];
  const [homes, places] = [await frozenAnswers(tx, codes, topics), await countedOfPlaces(tx, codes, topics)];
  const lines = new Map(homes.map(({ dwelling }) => [dwelling, ledgerLine(secret, dwelling, year)]));
  // Involvement is asked once a year: what it was is in the row of this year, or of the year before.
  const before = new Map(topics.includes("involvement") ? homes.map(({ dwelling }) => [dwelling, ledgerLine(secret, dwelling, String(Number(year) - 1))]) : []);
  const known = before.size > 0 ? await answersBefore(tx, [...lines.values(), ...before.values()].map(({ key }) => key)) : new Map<string, string>();
  const changed = (line: LedgerLine, answer: number) => known.has(line.key) && known.get(line.key) !== line.tag(answer);
  const answers = new Map<string, string>();
  const neighbourhoods = new Map<string, Frozen>(codes.map((code) => [code, { rows: [], besides: { "conversion/approached": places.get(code)!.invited }, dwellings: places.get(code)!.homes }]));
  // Most homes have the same as many others: what cells say is taken apart once.
  const told = new Map<string, { facts: Fact[]; involvement: number }>();
  for (const { neighbourhood, dwelling, cells } of homes) {
    const { facts, involvement } = told.get(cells) ?? factsOf(cells);
    if (!told.has(cells)) told.set(cells, { facts, involvement });
    let own = facts;
    if (involvement >= 0) {
      const line = lines.get(dwelling)!;
      answers.set(line.key, line.tag(involvement));
      if (changed(known.has(line.key) ? line : before.get(dwelling)!, involvement)) own = facts.map((fact) => (fact.table === "involvement" ? { ...fact, changed: true } : fact));
    }
    neighbourhoods.get(neighbourhood)!.rows.push({ dwelling, neighbourhood, district: `WK${neighbourhood.slice(2, 8)}`, facts: own });
  }
  return { neighbourhoods, keys: new Map([...lines].map(([dwelling, { key }]) => [dwelling, key])), answers };
}

/** @returns the involvement as its place among the answers, −1 without */
function factsOf(cells: string): { facts: Fact[]; involvement: number } {
  const facts = ["taking_part/homes", ...cells.split(" ").filter(Boolean)].map((name) => {
    const [table, cell] = name.split("/") as [string, string];
    return { table, cell, changed: false };
  });
  return { facts, involvement: involvements.indexOf(facts.find(({ table }) => table === "involvement")?.cell ?? "") };
}
