import { expect, test } from "vitest";
import { catalogue, type MeasureKind } from "../measures/catalogue.ts";
import { firstStep, type Home, type Known, kindsOf, stages } from "./first-step.ts";

const terraced: Home = { dwellingType: "terraced", builtYear: 1965, label: { energyClass: "D", expired: false } };
const suggest = (home: Partial<Home> = {}, { has = [], aside = [], alike = null }: { has?: MeasureKind[]; aside?: MeasureKind[]; alike?: Known["alike"] } = {}) =>
  firstStep({ home: { ...terraced, ...home }, has: new Set(has), aside: new Set(aside), alike });
/** Every suggestion in its turn, as if each were done. */
function inTurn(home: Partial<Home> = {}, alike: Known["alike"] = null): MeasureKind[] {
  const has: MeasureKind[] = [];
  for (let step = suggest(home, { has, alike }); step; step = suggest(home, { has, alike })) has.push(step.kind);
  return has;
}

test("what keeps heat in goes before what makes it, in every home", () => {
  expect(inTurn()).toEqual(["draught_proofing", "roof_insulation", "cavity_insulation", "floor_insulation", "glazing", "ventilation", "heating_balance", "heat_pump_hybrid", "solar_panels"]);
  for (const dwellingType of ["flat", "terraced", "end_terrace", "semi_detached", "detached", "other", "unknown", null] as const) {
    for (const builtYear of [null, 1890, 1919, 1920, 1975, 1976, 2014, 2015]) {
      const order = inTurn({ dwellingType, builtYear, label: null }).map((kind) => stages.findIndex((stage) => (kindsOf[stage] as readonly MeasureKind[]).includes(kind)));
      expect(order.length).toBeGreaterThan(0);
      expect(order).toEqual(order.toSorted());
    }
  }
});

test("a flat gets no roof, no floor, no walls and no heat pump of its own", () => {
  expect(inTurn({ dwellingType: "flat" })).toEqual(["draught_proofing", "glazing", "ventilation", "heating_balance", "solar_panels"]);
});

test("a cavity is suggested where walls often have one, or where the year is unknown; older walls are insulated otherwise", () => {
  const walls = (builtYear: number | null) => inTurn({ builtYear, label: null }).filter((kind) => kind.startsWith("cavity") || kind.startsWith("facade"));
  expect([null, 1919, 1920, 1975, 1976].map(walls)).toEqual([["cavity_insulation"], ["facade_insulation"], ["cavity_insulation"], ["cavity_insulation"], []]);
  expect(inTurn({ builtYear: 1919, dwellingType: "flat" })).not.toContain("facade_insulation");
});

test("what is there, is planned or was put aside is skipped, and so is what it makes needless", () => {
  expect(suggest({}, { has: ["draught_proofing"] })).toMatchObject({ kind: "roof_insulation", stage: "insulate", has: ["draught_proofing"] });
  expect(suggest({}, { aside: ["draught_proofing"] })).toMatchObject({ kind: "roof_insulation", has: [] });
  expect(suggest({}, { has: ["draught_proofing", "roof_insulation", "facade_insulation"] })!.kind).toBe("floor_insulation");
  const before: MeasureKind[] = ["draught_proofing", "roof_insulation", "cavity_insulation", "floor_insulation", "glazing", "ventilation", "heating_balance"];
  for (const other of ["heat_pump_air", "heat_pump_ground", "heat_network"] as const) expect(suggest({}, { has: [...before, other] })!.kind).toBe("solar_panels");
  expect(suggest({}, { has: [...before, "heat_pump_air"], aside: ["solar_panels"] }), "then there is nothing to suggest").toBeNull();
});

test("a good label or a late year takes insulating for done, and says by which of the two", () => {
  const tight = { has: ["draught_proofing"] satisfies MeasureKind[] };
  expect(suggest({ label: { energyClass: "A++", expired: false } }, tight)).toMatchObject({ kind: "ventilation", label: "A++", year: null });
  expect(suggest({ label: { energyClass: "A", expired: true } }, tight), "an expired label says nothing").toMatchObject({ kind: "roof_insulation", label: null });
  expect(suggest({ label: "none", builtYear: 2015 }, tight)).toMatchObject({ kind: "ventilation", label: null, year: 2015 });
  expect(suggest({ label: null, builtYear: 2014 }, tight)).toMatchObject({ kind: "roof_insulation", year: null });
  expect(suggest({ label: { energyClass: "D", expired: false }, builtYear: 2015 }, tight)!.kind, "a label that counts says more than the year").toBe("roof_insulation");
});

test("within a stage goes first what most homes alike did, never before an earlier stage", () => {
  const alike = new Map([["glazing", 5], ["floor_insulation", 5], ["solar_panels", 40]]);
  expect(suggest({}, { alike })).toMatchObject({ kind: "draught_proofing", alike: 0 });
  expect(suggest({}, { alike, has: ["draught_proofing"] })).toMatchObject({ kind: "floor_insulation", alike: 5 });
  expect(suggest({}, { has: ["draught_proofing"] })!.alike, "homes that cannot be compared").toBeNull();
});

test("only kinds of the catalogue are suggested, each once", () => {
  const all = stages.flatMap((stage): readonly MeasureKind[] => kindsOf[stage]);
  expect(new Set(all).size).toBe(all.length);
  for (const kind of all) expect(catalogue[kind]).toBeDefined();
});
