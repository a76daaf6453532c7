import { expect, test } from "vitest";
import { byThing, loadedLines } from "./editions.ts";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const loaded = (kind: string, scope: string, sourceDate: string | null, day = 1) => ({ kind, scope, sourceDate, importedAt: at(day) });

test("puts years of the same thing together, the latest first, and keeps publishers apart", () => {
  const all = [loaded("grid", "Stedin 2021", null), loaded("grid", "Enduris 2019", null), loaded("grid", "Stedin 2025", null), loaded("cbs", "CBS 2021", null), loaded("bag", "GM0457", "2021-10-15")];
  expect(byThing(all).map((editions) => editions.map(({ scope }) => scope))).toEqual([["Stedin 2025", "Stedin 2021"], ["Enduris 2019"], ["CBS 2021"], ["GM0457"]]);
});

test("says the years of figures per publisher, and when the last file was read", () => {
  expect(loadedLines([loaded("grid", "Stedin 2025", "2025-01-01", 3), loaded("grid", "Stedin 2021", "2021-01-01", 9)], true)).toEqual([
    { scope: "Stedin", years: ["2021", "2025"], from: "2021-01-01", to: "2025-01-01", importedAt: at(9) },
  ]);
});

test("says the oldest and the newest day of registers of several municipalities", () => {
  expect(loadedLines([loaded("bag", "GM0457", "2021-10-15"), loaded("bag", "GM0221", "2020-09-15")], false)).toEqual([
    { scope: null, years: [], from: "2020-09-15", to: "2021-10-15", importedAt: at(1) },
  ]);
  expect(loadedLines([], false)).toEqual([]);
});
