import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { identify } from "../register/identify.ts";
import { buildTown } from "../town/build-town.ts";
import { stock } from "../words/stock.ts";
import { chooseHouseholds, homesOf, PARTICIPATION } from "./choose-households.ts";
import { chooseMeasures } from "./choose-measures.ts";
import { chooseHomeWishes, chooseNeighbourhoodWishes } from "./choose-wishes.ts";
import { withDemoContent } from "./demo-content.ts";
import { demoPeople } from "./demo-people.ts";

const now = new Date("2026-03-02T20:00:00Z");
const ids = identify(buildTown("lindewaard"));
const households = chooseHouseholds(ids, seededRandom("test"), now);
const dreams = chooseNeighbourhoodWishes(households, seededRandom("dreams"), now);
const byChance = chooseMeasures(households, seededRandom("measures"), now);
const wishes = [...chooseHomeWishes(households, byChance, seededRandom("wishes"), now), ...dreams.wishes];
const sample = withDemoContent(byChance, wishes, households, seededRandom("demo"), now);

test("190 and 140 households joined, and more than 120 of each are counted in published figures", () => {
  for (const [code, { joined }] of Object.entries(PARTICIPATION)) {
    const here = households.filter(({ neighbourhoodCode }) => neighbourhoodCode === code);
    expect(here.length).toBe(joined);
    expect(here.filter(({ counted }) => counted).length).toBeGreaterThanOrEqual(120);
  }
});

test("the home that the demo names for joining is there, and free", () => {
  const [, street, number, postcode] = /the free home (\S+) (\d+), (\d{4} [A-Z]{2})\./.exec(readFileSync("scripts/demo.mjs", "utf8"))!;
  const home = homesOf(ids).find(({ unit }) => unit.street === street && unit.number === Number(number) && unit.postcode === postcode!.replace(" ", ""));
  const taken = chooseHouseholds(ids, seededRandom("lindewaard").fork("households"), now).map(({ dwellingId }) => dwellingId);
  expect(home).toBeDefined();
  expect(taken).not.toContain(ids.unit(home!.unit));
});

test("every household lives at a home of its own and every e-mail address is somebody's alone", () => {
  expect(new Set(households.map(({ dwellingId }) => dwellingId)).size).toBe(households.length);
  const emails = households.flatMap(({ people }) => people.map(({ email }) => email));
  expect(new Set(emails).size).toBe(emails.length);
  for (const email of emails) expect(email).toMatch(/^[a-z]+(\.\d+)?@voorbeeld\.test$/);
  expect(households.length).toBeLessThan(homesOf(ids).length);
});

test("the demo's residents live in Hofkwartier, in different streets", () => {
  const at = (email: string) => households.find(({ people }) => people[0].email === email);
  const [resident, neighbour] = [at(demoPeople.resident.email), at(demoPeople.neighbour.email)];
  expect([resident?.neighbourhoodCode, neighbour?.neighbourhoodCode]).toEqual(["BU99010101", "BU99010101"]);
  expect(resident?.streetId).not.toBe(neighbour?.streetId);
  expect(resident?.building.kind).toBe("terrace");
  expect(resident?.audiences).toContain("street");
});

test("an item is shared with a street or building only where that has ten homes", () => {
  for (const { household, audience } of [...sample.measures, ...sample.wishes]) expect(household.audiences).toContain(audience);
  expect(households.some(({ audiences }) => !audiences.includes("street"))).toBe(true);
});

test("most is shared with the neighbourhood, a good part with nobody, some with a street or a building", () => {
  const share = (audience: string) => sample.measures.filter((measure) => measure.audience === audience).length / sample.measures.length;
  expect(share("neighbourhood")).toBeGreaterThan(0.5);
  expect(share("household")).toBeGreaterThan(0.15);
  expect(share("street")).toBeGreaterThan(0.05);
  expect(share("building")).toBeGreaterThan(0.01);
});

test("no neighbourhood reads the same words more than twice", () => {
  const uses = new Map<string, number>();
  for (const { household, experience, wouldDoDifferently } of sample.measures) {
    for (const text of [experience, wouldDoDifferently]) {
      if (text) uses.set(`${household.neighbourhoodCode} ${text}`, (uses.get(`${household.neighbourhoodCode} ${text}`) ?? 0) + 1);
    }
  }
  expect([...uses].filter(([, count]) => count > 2)).toEqual([]);
  expect(uses.size).toBeGreaterThan(250);
});

test("somebody who respects 'nu niet' is left alone", () => {
  for (const { household } of sample.measures) expect(household.people.every(({ involvement }) => involvement === "not_now")).toBe(false);
});

test("measures fit the home: no year before it was built, tenants decide about what is theirs", () => {
  for (const { household, year, doneBy, kind } of sample.measures) {
    if (year !== null) expect(year, `${kind} at ${household.unit.street}`).toBeGreaterThanOrEqual(household.building.year);
    if (household.tenant) expect(["self", "landlord", null]).toContain(doneBy);
  }
});

test("nobody shares anything before having joined, or in the future", () => {
  for (const { household, sharedAt } of [...sample.measures, ...sample.wishes]) {
    expect(sharedAt.getTime()).toBeGreaterThanOrEqual(household.joinedAt.getTime());
    expect(sharedAt.getTime()).toBeLessThanOrEqual(now.getTime());
  }
  for (const { wish, at } of dreams.joins) expect(at.getTime()).toBeGreaterThanOrEqual(wish.sharedAt.getTime());
});

test("the stock has a dozen ways to tell of the common measures, each a sentence and none twice", () => {
  for (const kind of ["solar_panels", "roof_insulation", "cavity_insulation", "floor_insulation", "glazing", "draught_proofing", "heat_pump_hybrid", "induction", "green_garden"] as const) {
    expect(stock[kind].experience.length, kind).toBeGreaterThanOrEqual(12);
  }
  const texts = Object.values(stock).flatMap(({ experience, differently }) => [...experience, ...differently].map(({ text }) => text));
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^['A-Z].{10,}[.!?]$/);
});

test("the same seed and moment choose the same households, measures and words", () => {
  const again = chooseMeasures(chooseHouseholds(ids, seededRandom("test"), now), seededRandom("measures"), now);
  expect(again.map(({ id, experience }) => [id, experience])).toEqual(byChance.map(({ id, experience }) => [id, experience]));
});
