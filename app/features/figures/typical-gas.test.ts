import { expect, test } from "vitest";
import { heatingLines } from "./heating-lines.ts";
import { type HomeWithLabel, typicalGas } from "./typical-gas.ts";

const terraced: HomeWithLabel = { dwellingType: "terraced", builtYear: 1970, areaM2: 110, label: { energyClass: "C", expired: false } };
const said = (home: Partial<HomeWithLabel>) => {
  const { range, lines, leftOut } = typicalGas({ ...terraced, ...home });
  return { range: range && [range.low, range.high], classes: lines.map((line) => line.class), leftOut: leftOut.map(({ trait, why }) => `${trait} ${why}`) };
};

test("the range goes from the lowest to the highest line of the classes of the home, and both ends are lines of the file", () => {
  expect(said({})).toEqual({ range: [928, 1297], classes: ["tussenwoning", "1965 t/m 1974", "C", "100 tot 150"], leftOut: [] });
  for (const dwellingType of ["flat", "terraced", "end_terrace", "semi_detached", "detached"] as const) {
    for (const areaM2 of [30, 60, 99, 100, 249]) {
      const { range, lines } = typicalGas({ ...terraced, dwellingType, areaM2 });
      for (const end of [range!.low, range!.high]) expect(lines.some((line) => line.value === end && heatingLines.includes(line))).toBe(true);
    }
  }
});

test("what is not known of a home, or has no line, is left out and named", () => {
  expect(said({ dwellingType: "unknown", label: null }).leftOut).toEqual(["type unknown", "label unknown"]);
  expect(said({ dwellingType: "other", builtYear: 1935, areaM2: 500 })).toEqual({ range: null, classes: ["C"], leftOut: ["type noLine", "period noLine", "area noLine"] });
  expect(said({ label: { energyClass: "C", expired: true } }).leftOut).toEqual(["label expired"]);
  expect(said({ label: { energyClass: "A++", expired: false } }).leftOut).toEqual(["label noLine"]);
  expect(said({ builtYear: null, areaM2: null, label: null, dwellingType: null })).toEqual({ range: null, classes: [], leftOut: ["type unknown", "period unknown", "label unknown", "area unknown"] });
});

test("a year or an area on the edge of two classes is in one of them", () => {
  const edge = (home: Partial<HomeWithLabel>) => said(home).classes;
  expect(edge({ builtYear: 1929 })).toContain("Tot en met 1929");
  expect(said({ builtYear: 1930 }).leftOut).toEqual(["period noLine"]);
  expect(edge({ builtYear: 1974 })).toContain("1965 t/m 1974");
  expect(edge({ builtYear: 1975 })).toContain("1975 t/m 1991");
  expect(said({ builtYear: 2021 }).leftOut).toEqual(["period noLine"]);
  expect(edge({ areaM2: 49 })).toContain("tot 50");
  expect(edge({ areaM2: 50 })).toContain("50 tot 75");
});

test("a flat has the lines of low and high blocks, for we don't know how many storeys its block has", () => {
  expect(said({ dwellingType: "flat", builtYear: null, areaM2: null, label: null })).toMatchObject({ range: [776, 805], classes: ["appartement (t/m 4 etages)", "appartement (v/a 5 etages)"] });
});
