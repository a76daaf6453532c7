import { expect, test } from "vitest";
import { serverT } from "../../i18n/words.server.ts";
import { parseForm } from "../../http/parse-form.server.ts";
import { measureKinds } from "../measures/catalogue.ts";
import { gasPrice, measureLines } from "./measure-lines.ts";
import { meaningOf } from "./measure-meaning.ts";
import { ownNumbers } from "./own-numbers.schema.server.ts";

const asPrinted = { gasM3: null, price: gasPrice.value };

test("every figure that is shown of a type of home is that of its line", () => {
  for (const { dwellingType } of measureLines) {
    const line = (subject: string) => measureLines.find((each) => each.dwellingType === dwellingType && each.subject === subject)!.value;
    expect(meaningOf("cavity_insulation", dwellingType, asPrinted)).toMatchObject({
      saving: { low: 0, high: line("saving") },
      cost: { low: line("cost"), high: line("cost") },
      subsidy: { low: line("subsidy"), high: line("subsidy") },
      wall: { low: line("wall"), high: line("wall") },
      typeKnown: true,
      capped: false,
    });
  }
});

test("what is saved is never more than what is used, and what it is worth is gas times the own price", () => {
  const terraced = (gasM3: number | null, price: number) => {
    const { saving, euros, capped } = meaningOf("cavity_insulation", "terraced", { gasM3, price })!;
    return [saving.low, saving.high, euros.low, euros.high, capped];
  };
  expect(terraced(null, 1.45)).toEqual([0, 180, 0, 261, false]);
  expect(terraced(100, 1.15)).toEqual([0, 100, 0, 115, true]);
  expect(terraced(180, 1.45)).toEqual([0, 180, 0, 261, false]);
  expect(terraced(0, 1.45)).toEqual([0, 0, 0, 0, true]);
  expect(terraced(3, 1.45), "euros are rounded down").toEqual([0, 3, 0, 4, true]);
});

test("a home of unknown type gets the lowest and the highest of all types", () => {
  for (const type of [null, "unknown"] as const) {
    expect(meaningOf("cavity_insulation", type, asPrinted)).toMatchObject({ saving: { low: 0, high: 600 }, cost: { low: 1100, high: 3500 }, subsidy: { low: 310, high: 1000 }, typeKnown: false });
  }
});

test("nothing is said where there is no line: of flats, and of every other measure", () => {
  for (const type of ["flat", "other"] as const) expect(meaningOf("cavity_insulation", type, asPrinted)).toBeNull();
  expect(measureKinds.filter((kind) => meaningOf(kind, "terraced", asPrinted))).toEqual(["cavity_insulation"]);
});

test("own numbers are read as they are written in Dutch, and what is none is said beside its field", () => {
  const read = (query: string) => {
    const form = parseForm(ownNumbers(serverT("nl", "figures")), new URLSearchParams(query));
    return form.ok ? [form.value.gas, form.value.prijs] : Object.keys(form.errors);
  };
  expect(read("")).toEqual([null, null]);
  expect(read("gas=&prijs=")).toEqual([null, null]);
  expect(read("gas=1.200&prijs=1,38")).toEqual([1200, 1.38]);
  expect(read("gas=1200&prijs=1.38")).toEqual([1200, 1.38]);
  expect(read("gas=veel&prijs=0")).toEqual(["gas", "prijs"]);
  expect(read("gas=-1&prijs=11")).toEqual(["gas", "prijs"]);
  expect(read("gas=1&gas=2&prijs=1&prijs=2")).toEqual(["gas", "prijs"]);
});
