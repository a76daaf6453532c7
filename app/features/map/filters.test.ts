import { expect, it } from "vitest";
import { isFiltered, mapUrl, matches, readFilters, unfilteredUrl } from "./filters.ts";

const house = { flat: false, done: ["solar_panels"], planned: ["glazing"], wishes: ["induction"], mayAsk: false, mayVisit: false } as const;
const shared = { ...house, done: [...house.done], planned: [...house.planned], wishes: [...house.wishes] };
const facts = { streetId: "s1", dwellingType: "terraced" } as const;
const fits = (query: string, place = "b1", alike: string[] = []) => matches(place, facts, shared, readFilters(new URLSearchParams(query)), new Set(alike));

it("reads only what it knows from a URL", () => {
  expect(readFilters(new URLSearchParams("soort=solar_panels&soort=goud&soort=solar_panels&woning=flat&woning=unknown&wat=alles&zoals=buurman&straat=x'y"))).toEqual({
    kinds: ["solar_panels"], what: null, dwellingTypes: ["flat"], likeMine: false, streetId: null,
  });
  expect(isFiltered(readFilters(new URLSearchParams("huis=1&zoek=kade")))).toBe(false);
});

it("finds a home by what it did, planned or wishes", () => {
  expect(fits("")).toBe(true);
  expect(fits("soort=solar_panels")).toBe(true);
  expect(fits("soort=glazing&wat=maatregel")).toBe(true);
  expect(fits("soort=induction&wat=maatregel")).toBe(false);
  expect(fits("soort=induction&wat=wens")).toBe(true);
  expect(fits("soort=heat_network&soort=induction")).toBe(true);
  expect(fits("soort=heat_network")).toBe(false);
});

it("finds a home by public facts", () => {
  expect(fits("woning=terraced&straat=s1")).toBe(true);
  expect(fits("woning=detached")).toBe(false);
  expect(fits("straat=s2")).toBe(false);
  expect(fits("zoals=mijn-huis")).toBe(false);
  expect(fits("zoals=mijn-huis", "b1", ["b1"])).toBe(true);
});

it("keeps filters when a home is chosen, and the view when filters are taken away", () => {
  const query = new URLSearchParams("soort=glazing&soort=induction&weergave=lijst&huis=1");
  expect(mapUrl(query, { huis: "2" })).toBe("/kaart?soort=glazing&soort=induction&weergave=lijst&huis=2");
  expect(unfilteredUrl(query)).toBe("/kaart?weergave=lijst&huis=1");
});
