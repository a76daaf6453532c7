import type { Sheet } from "../../../app/features/insights/release/draw-sheet.ts";
import type { FrozenRow } from "../../../app/features/insights/release/frozen-row.ts";
import type { RandomBytes } from "../../../app/features/insights/release/random-bytes.server.ts";
import { type ReleaseForm, releaseForm } from "../../../app/features/insights/release/release-form.ts";
import { type Shown, showNumber, showYesNo } from "../../../app/features/insights/release/show-cell.ts";
import { cellName, type Table } from "../../../app/features/insights/release/tables.ts";

// What the strongest attacker does: knows how figures are made and everybody else's answers, and takes what is likeliest.

/** The chance of noise at ε = 1/2, and of the sum of several. Beyond 80 there is less than 1e-17. */
export function noiseChances(draws = 1): Map<number, number> {
  const one = new Map<number, number>();
  for (let noise = -80; noise <= 80; noise += 1) one.set(noise, Math.tanh(1 / 4) * Math.exp(-Math.abs(noise) / 2));
  let sum = new Map([[0, 1]]);
  for (let draw = 0; draw < draws; draw += 1) {
    const next = new Map<number, number>();
    for (const [total, chance] of sum) for (const [noise, more] of one) next.set(total + noise, (next.get(total + noise) ?? 0) + chance * more);
    sum = next;
  }
  return sum;
}

const noise = noiseChances();
const known = new Map<string, Map<string, number>>();

/** The chance of everything that can be shown of a count. */
export function shownChances(count: number, form: "numbers" | "yes_no", dwellings: number): Map<string, number> {
  const key = `${count} ${form} ${dwellings}`;
  const found = known.get(key);
  if (found) return found;
  const chances = new Map<string, number>();
  for (const [drawn, chance] of noise) {
    const shown = JSON.stringify(form === "numbers" ? showNumber(count + drawn, dwellings) : showYesNo(count + drawn));
    chances.set(shown, (chances.get(shown) ?? 0) + chance);
  }
  known.set(key, chances);
  return chances;
}

export function shownChance(shown: Shown, count: number, form: "numbers" | "yes_no", dwellings: number): number {
  return shownChances(count, form, dwellings).get(JSON.stringify(shown)) ?? 0;
}

/** What the attacker believes the exact counts to be, if the household did it or if it didn't. */
export type World = { participants: number; cells: Record<string, number> };

/** The counts of these households, as anybody would count them who knew their answers. */
export function worldOf(rows: readonly FrozenRow[]): World {
  const seen = new Set(rows.flatMap(({ dwelling, facts }) => facts.map(({ table, cell }) => `${dwelling}|${cellName(table, cell)}`)));
  const cells: Record<string, number> = {};
  for (const one of seen) {
    const name = one.slice(one.indexOf("|") + 1);
    cells[name] = (cells[name] ?? 0) + 1;
  }
  return { participants: new Set(rows.map(({ dwelling }) => dwelling)).size, cells };
}

function formChance(form: ReleaseForm, participants: number, draws: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [drawn, chance] of draws) if (releaseForm(participants + drawn) === form) sum += chance;
  return sum;
}

const forms = new Map<string, number>();
function formRatio(form: ReleaseForm, did: World, not: World): number {
  const key = `${form} ${did.participants} ${not.participants}`;
  if (!forms.has(key)) forms.set(key, did.participants === not.participants ? 0 : Math.log(formChance(form, did.participants, noise) / formChance(form, not.participants, noise)));
  return forms.get(key)!;
}

/** How much likelier a release is if the household did it: the logarithm, over its form and all its cells. */
export function likelier(sheet: Sheet | null, tables: readonly Table[], did: World, not: World, readForm = true): number {
  let ratio = readForm ? formRatio(sheet?.form ?? "too_few", did, not) : 0;
  for (const { table, cells } of sheet?.tables ?? [])
    for (const { cell, shown } of cells) {
      const name = cellName(table, cell);
      const [one, other] = [did.cells[name] ?? 0, not.cells[name] ?? 0];
      if (one === other) continue;
      const form = tables.find(({ key }) => key === table)?.yesNo ? "yes_no" : sheet!.form;
      ratio += Math.log(shownChance(shown, one, form, sheet!.dwellings) / shownChance(shown, other, form, sheet!.dwellings));
    }
  return ratio;
}

/** What the attacker says: what is likelier, and a coin where neither is. */
export function say(ratio: number, random: RandomBytes): boolean {
  return Math.abs(ratio) < 1e-9 ? (random(1)[0]! & 1) === 1 : ratio > 0;
}

/** How many of four fake households bring a count where one more tells most. */
export function bestFakes(count: number, dwellings: number): number {
  const tells = [0, 1, 2, 3, 4].map((fakes) => {
    const [not, did] = [shownChances(count + fakes, "numbers", dwellings), shownChances(count + fakes + 1, "numbers", dwellings)];
    return [...new Set([...not.keys(), ...did.keys()])].reduce((sum, shown) => sum + Math.abs((did.get(shown) ?? 0) - (not.get(shown) ?? 0)) / 2, 0);
  });
  return tells.indexOf(Math.max(...tells));
}
