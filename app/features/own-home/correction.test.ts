import { expect, test } from "vitest";
import { parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { typicalGas } from "../figures/typical-gas.ts";
import { type Correction, corrected, correctedLabel, isCorrectable, onlyDifferences, saysNothing } from "./correction.ts";
import { correctionForm, newestYear } from "./correction.schema.server.ts";

const nothing: Correction = { dwellingType: null, builtYear: null, areaM2: null, energyClass: null };
const home = { dwellingType: "terraced" as const, builtYear: 1970, areaM2: 110, label: { energyClass: "C", expired: false } };
const read = (query: string) => {
  const form = parseForm(correctionForm(serverT("nl", "ownHome")), new URLSearchParams(query));
  return form.ok ? form.value : form.errors;
};

test("what the household says goes before the register, fact by fact", () => {
  expect(corrected(home, null)).toEqual(home);
  expect(corrected(home, { ...nothing, builtYear: 1931 })).toEqual({ ...home, builtYear: 1931 });
  expect(corrected({ ...home, dwellingType: null, areaM2: null }, { ...nothing, dwellingType: "flat", areaM2: 60 })).toMatchObject({ dwellingType: "flat", builtYear: 1970, areaM2: 60 });
});

test("the label of the household counts as valid, and none is told apart from one that nobody knows", () => {
  expect(correctedLabel(home.label, nothing)).toBe(home.label);
  expect(correctedLabel({ energyClass: "C", expired: true }, { ...nothing, energyClass: "C" })).toEqual({ energyClass: "C", expired: false });
  expect(correctedLabel(home.label, { ...nothing, energyClass: "none" })).toBe("none");
  const gas = (own: Correction | null) => typicalGas({ ...corrected(home, own), label: correctedLabel(home.label, own) });
  expect(gas(null).lines.map((line) => line.class)).toEqual(["tussenwoning", "1965 t/m 1974", "C", "100 tot 150"]);
  expect(gas({ dwellingType: "detached", builtYear: 1950, areaM2: 160, energyClass: "G" }).lines.map((line) => line.class)).toEqual(["Vrijstaand", "1946 t/m 1964", "G", "150 tot 250"]);
  expect(gas({ ...nothing, energyClass: "none" }).leftOut).toEqual([{ trait: "label", why: "none" }]);
});

test("the same as the register says is no correction; an expired class may be the same anew", () => {
  expect(saysNothing(onlyDifferences({ dwellingType: "terraced", builtYear: 1970, areaM2: 110, energyClass: "C" }, home))).toBe(true);
  expect(onlyDifferences({ dwellingType: "flat", builtYear: 1970, areaM2: 90, energyClass: "C" }, { ...home, label: { energyClass: "C", expired: true } })).toEqual({ dwellingType: "flat", builtYear: null, areaM2: 90, energyClass: "C" });
  expect(onlyDifferences({ ...nothing, energyClass: "none" }, { ...home, label: null }).energyClass, "that there is none is more than that none is known").toBe("none");
});

test("what is filled in is read as it is written in Dutch, and what cannot be is said beside its field", () => {
  expect(read("")).toEqual(nothing);
  expect(read("dwellingType=&builtYear=+&areaM2=&energyClass=")).toEqual(nothing);
  expect(read(`dwellingType=other&builtYear=${newestYear()}&areaM2=1.100&energyClass=A%2B%2B`)).toEqual({ dwellingType: "other", builtYear: newestYear(), areaM2: 1100, energyClass: "A++" });
  expect(read("builtYear=1000&areaM2=10")).toMatchObject({ builtYear: 1000, areaM2: 10 });
  expect(read("builtYear=999&areaM2=9&energyClass=H&dwellingType=unknown")).toEqual({
    dwellingType: "Kies een van de mogelijkheden.",
    builtYear: `Vul het bouwjaar in als een jaar van 1000 tot en met ${newestYear()}, zoals 1935.`,
    areaM2: "Vul de oppervlakte in als een heel getal van 10 tot en met 2000 m².",
    energyClass: "Kies een van de mogelijkheden.",
  });
  expect(Object.keys(read(`builtYear=${newestYear() + 1}&areaM2=2001`))).toEqual(["builtYear", "areaM2"]);
  expect(Object.keys(read("builtYear=rond+1930&areaM2=80,5"))).toEqual(["builtYear", "areaM2"]);
  expect(Object.keys(read("builtYear=1930&builtYear=1931"))).toEqual(["builtYear"]);
});

test("only facts of a home can be taken back", () => {
  expect(["builtYear", "householdId", null].map(isCorrectable)).toEqual([true, false, false]);
});
