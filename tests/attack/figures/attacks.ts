import type { Quarter } from "../../../app/features/insights/release/book.ts";
import type { Sheet } from "../../../app/features/insights/release/draw-sheet.ts";
import type { Fact, FrozenRow } from "../../../app/features/insights/release/frozen-row.ts";
import type { Game } from "./advantage.ts";
import { bestFakes, say, shownChance, worldOf } from "./attacker.ts";
import { dwellings, type Publishing } from "./publishers.ts";
import { facts, row, rows } from "./town.ts";

// The attacks, on any way of publishing. What the attacker doesn't know is one household's answer.

export const quarters: readonly Quarter[] = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
export const oneCell = facts("measures/glazing");
export const sixCells = facts("reach/letter", "involvement/join_in", "measures/glazing", "wishes/green_roof", "conversion/done", "purchases/joined");
const targetDwelling = "the target's";

/** Others: so many with these answers (three more of purchases, which has another boundary), and enough that answer nothing. */
export function others(withAnswers: number, own: readonly Fact[], all = 140): FrozenRow[] {
  const three = rows("buyer", 3, own.filter(({ table }) => table === "purchases"));
  return [...rows("neighbour", withAnswers, own), ...three, ...rows("quiet", all - withAnswers - 3, [])];
}

function fakes(count: number, own: readonly Fact[]): FrozenRow[] {
  return rows("fake", count, own);
}

/** Everybody's rows if the target did it, and if not; joining or not is seen by nobody. */
function withTarget(known: readonly FrozenRow[], did: boolean, own: readonly Fact[], otherwise: readonly Fact[] | null = null): FrozenRow[] {
  if (did) return [...known, row(targetDwelling, own)];
  return otherwise ? [...known, row(targetDwelling, otherwise)] : [...known];
}

/** A household joins between two releases or it doesn't, while nobody else changes anything and the attacker knows everybody else. */
export function beforeAndAfter(publishing: Publishing, own: readonly Fact[] = oneCell): Game {
  const known = others(22, own);
  return (did, random) => {
    const publisher = publishing(random);
    publisher.release(known, "2026-Q3");
    const after = publisher.release(withTarget(known, did, own), "2026-Q4");
    return say(publisher.weigh(after, worldOf(withTarget(known, true, own)), worldOf(known)), random);
  };
}

/** As many of four fake households as bring the counts to where one more tells most. @param all how many others there are, besides two fakes */
export function fourFakes(publishing: Publishing, own: readonly Fact[], all = 140): Game {
  const known = [...others(20, own, all), ...fakes(bestFakes(20, dwellings), own)];
  return (did, random) => {
    const publisher = publishing(random);
    const sheet = publisher.release(withTarget(known, did, own), "2026-Q4");
    return say(publisher.weigh(sheet, worldOf(withTarget(known, true, own)), worldOf(known)), random);
  };
}

/** A moderator knows who joined and when, an official what all the others say: only which of two answers the target gave, they don't. */
export function together(publishing: Publishing): Game {
  const [yes, no] = [facts("involvement/join_in"), facts("involvement/not_now")];
  const known = [...rows("keen", 22, yes), ...rows("not", 22, no), ...rows("quiet", 100, [])];
  return (did, random) => {
    const publisher = publishing(random);
    const sheet = publisher.release(withTarget(known, did, yes, no), "2026-Q4");
    return say(publisher.weigh(sheet, worldOf(withTarget(known, true, yes)), worldOf(withTarget(known, false, yes, no))), random);
  };
}

/** The target takes part in every release of a year; the attacker adds them all up. */
export function fourReleases(publishing: Publishing, own: readonly Fact[]): Game {
  const known = others(22, own);
  return (did, random) => {
    const publisher = publishing(random);
    const [one, other] = [worldOf(withTarget(known, true, own)), worldOf(known)];
    return say(quarters.reduce((sum, quarter) => sum + publisher.weigh(publisher.release(withTarget(known, did, own), quarter), one, other), 0), random);
  };
}

/** The target was in one release and is erased before the next, or was never there. */
export function erasedBetween(publishing: Publishing): Game {
  const known = others(22, oneCell);
  return (did, random) => {
    const publisher = publishing(random);
    const [one, other] = [worldOf(withTarget(known, true, oneCell)), worldOf(known)];
    const before = publisher.weigh(publisher.release(withTarget(known, did, oneCell), "2026-Q3"), one, other);
    return say(before + publisher.weigh(publisher.release(known, "2026-Q4"), other, other), random);
  };
}

/** The target leaves after every release and joins again: as another household, and under other codes of the neighbourhood. @param told how many releases say anything of the target: the attacker knows the budget */
export function leaveAndRejoin(publishing: Publishing, told: number): Game {
  const areas = ["BU03630101", "BU03630102", "BU03630103"];
  // With 60 taking part there is yes and no only, of which the boundary is between 25 and 26.
  const everybody = areas.map((area) => others(25, oneCell, 60).map((one) => ({ ...one, neighbourhood: area, dwelling: `${area} ${one.dwelling}` })));
  const [one, other] = [worldOf([...everybody[0]!, row(targetDwelling, oneCell)]), worldOf(everybody[0]!)];
  return (did, random) => {
    const publisher = publishing(random);
    let [sum, seen] = [0, 0];
    for (const quarter of quarters)
      for (const [index, area] of areas.entries()) {
        // Twice: the household that left may still be there beside the one that it became.
        const target = [1, 2].map(() => row(targetDwelling, oneCell, { neighbourhood: area }));
        const sheet = publisher.release(did ? [...everybody[index]!, ...target] : everybody[index]!, quarter, area);
        if ((seen += 1) <= told) sum += publisher.weigh(sheet, one, other);
      }
    return say(sum, random);
  };
}

/** The attacker knows only that nobody else changed: two releases are subtracted, over all counts that there may have been. */
export function acrossReleases(publishing: Publishing): Game {
  const change = (did: boolean) => withTarget(others(32, oneCell), did, facts("measures/glazing*"));
  return (did, random) => {
    const publisher = publishing(random);
    const first = cellOf(publisher.release(others(32, oneCell), "2026-Q3"), "measures", "glazing");
    const second = cellOf(publisher.release(change(did), "2026-Q4"), "measures", "glazing");
    const over = (more: number) => {
      let sum = 0;
      for (let count = 0; count <= 100; count += 1) sum += shownChance(first, count, "numbers", dwellings) * shownChance(second, count + more, "numbers", dwellings);
      return sum;
    };
    return say(Math.log(over(1) / over(0)), random);
  };
}

/** From energy labels, which are public, it can be told how likely each of 60 homes has a heat pump; of the target it is 50 %. */
export function linkage(publishing: Publishing): Game {
  const labels = [{ homes: 15, percent: 90 }, { homes: 20, percent: 40 }, { homes: 25, percent: 5 }];
  const pump = facts("measures/heat_pump_hybrid");
  let believed = [1];
  for (const { homes, percent } of labels)
    for (let home = 0; home < homes; home += 1) believed = [...believed, 0].map((chance, count) => (chance * (100 - percent) + (believed[count - 1] ?? 0) * percent) / 100);
  return (did, random) => {
    const known = labels.flatMap(({ homes, percent }, label) => Array.from({ length: homes }, (_, home) => row(`home ${label} ${home}`, random(2).reduce((sum, byte) => sum * 256 + byte, 0) * 100 < percent * 65_536 ? pump : [])));
    const all = withTarget([...known, ...rows("quiet", 80, [])], did, pump, []);
    const shown = cellOf(publishing(random).release(all, "2026-Q4"), "measures", "heat_pump_hybrid");
    const over = (more: number) => believed.reduce((sum, chance, count) => sum + chance * shownChance(shown, count + more, "numbers", dwellings), 0);
    return say(Math.log(over(1) / over(0)), random);
  };
}

/** The target's answer, from a preparation that is done as often as it is allowed. */
export function preparingOften(publishing: Publishing, times: number): Game {
  const known = others(22, oneCell, 40);
  return (did, random) => {
    const publisher = publishing(random);
    const [one, other] = [worldOf(withTarget(known, true, oneCell)), worldOf(known)];
    let sum = 0;
    for (let time = 0; time < times; time += 1) sum += publisher.weigh(publisher.release(withTarget(known, did, oneCell), "2026-Q4"), one, other);
    return say(sum, random);
  };
}

/** What a cell says. */
export function cellOf(sheet: Sheet | null, table: string, cell: string): Sheet["tables"][number]["cells"][number]["shown"] {
  const found = sheet?.tables.find((one) => one.table === table)?.cells.find((one) => one.cell === cell);
  if (!found) throw new Error(`There is no cell ${table}/${cell}.`);
  return found.shown;
}
