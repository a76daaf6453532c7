import type { WorkerTx } from "../../../../db/viewer.server.ts";
import { type Quarter, yearOf } from "../release/book.ts";
import { ledgerKey } from "../release/dwelling-key.server.ts";
import type { FrozenRow } from "../release/frozen-row.ts";
import { topicsOf } from "../release/turns.ts";
import { answerTag, budgetRows } from "./budget-rows.server.ts";
import { countedOfPlaces, frozenAnswers } from "./frozen-answers.server.ts";

/** What a neighbourhood has to be counted, as it is now. */
export type Frozen = {
  rows: FrozenRow[];
  /** The rows of the ledger of its homes. */
  keys: string[];
  ledger: Record<string, number>;
  /** What the involvement of its homes is, by the row of the ledger. */
  answers: Map<string, string>;
  besides: Record<string, number>;
  /** Homes in the BAG. */
  dwellings: number;
};

/** Reads everything that a release of these neighbourhoods counts. The only place where answers and homes are together. */
export async function freezeNeighbourhoods(tx: WorkerTx, codes: readonly string[], quarter: Quarter, secret: Uint8Array): Promise<Map<string, Frozen>> {
  const [topics, year] = [topicsOf(quarter), yearOf(quarter)];
  const [answers, places] = [await frozenAnswers(tx, codes, topics), await countedOfPlaces(tx, codes, topics)];
  // Involvement is asked once a year: what it was is in the row of this year, or of the year before.
  const remembers = topics.includes("involvement");
  const keys = new Map(answers.map(({ dwelling }) => [dwelling, ledgerKey(secret, dwelling, year)]));
  const before = new Map(remembers ? [...keys.keys()].map((dwelling) => [dwelling, ledgerKey(secret, dwelling, String(Number(year) - 1))]) : []);
  const known = await budgetRows(tx, [...keys.values(), ...before.values()]);
  const frozen = new Map<string, Frozen>(
    codes.map((code) => [code, { rows: [], keys: [], ledger: {}, answers: new Map(), besides: { "conversion/approached": places.get(code)!.invited }, dwellings: places.get(code)!.homes }]),
  );
  for (const { neighbourhood, dwelling, cells } of answers) {
    const [one, key] = [frozen.get(neighbourhood)!, keys.get(dwelling)!];
    const facts = cells.map((name) => {
      const [table, cell] = name.split("/") as [string, string];
      if (table !== "involvement") return { table, cell, changed: false };
      const last = known.answers.get(key) ?? known.answers.get(before.get(dwelling)!);
      const now = answerTag(secret, dwelling, cell);
      one.answers.set(key, now);
      return { table, cell, changed: last !== undefined && last !== now };
    });
    one.rows.push({ dwelling, neighbourhood, district: `WK${neighbourhood.slice(2, 8)}`, facts });
    one.keys.push(key);
    if (known.ledger[key] !== undefined) one.ledger[key] = known.ledger[key];
  }
  return frozen;
}
