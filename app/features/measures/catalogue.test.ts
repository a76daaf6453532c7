import { describe, expect, it } from "vitest";
import { en } from "../../i18n/en.ts";
import { nl } from "../../i18n/nl.ts";
import { catalogue, fitsHome, isMeasureKind, kindsInGroup, measureGroups, measureKinds } from "./catalogue.ts";

describe("the catalogue of measures", () => {
  it("has one symbol of its own per kind", () => {
    const symbols = measureKinds.map((kind) => catalogue[kind].icon);
    expect(new Set(symbols).size).toBe(symbols.length);
  });

  it("has a name and an explanation for each kind, in each language", () => {
    for (const words of [nl, en]) {
      expect(Object.keys(words.catalogue.kinds)).toEqual(measureKinds);
      expect(Object.keys(words.explanations)).toEqual(measureKinds);
      expect(Object.keys(words.catalogue.groups)).toEqual(Object.keys(measureGroups));
    }
  });

  it("puts each kind in one group", () => {
    const grouped = (Object.keys(measureGroups) as (keyof typeof measureGroups)[]).flatMap(kindsInGroup);
    expect(grouped.toSorted()).toEqual(measureKinds.toSorted());
  });

  it("suggests no ground heat pump for a flat", () => {
    expect(fitsHome("heat_pump_ground", "flat")).toBe(false);
    expect(fitsHome("induction", "flat")).toBe(true);
    expect(fitsHome("roof_insulation", null)).toBe(true);
  });

  it("knows its own keys and nothing else", () => {
    expect(isMeasureKind("solar_panels")).toBe(true);
    expect(isMeasureKind("toString")).toBe(false);
  });
});
