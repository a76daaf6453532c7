import fc from "fast-check";
import { expect, it } from "vitest";
import { measureKinds } from "../measures/catalogue.ts";
import { coarsen, fewest, type SharedItem } from "./coarsen.ts";

const item = (change: Partial<SharedItem>): SharedItem => ({ place: "b1", dwellingId: "d1", homesInBuilding: 1, what: "done", kind: "solar_panels", mayAsk: false, mayVisit: false, ...change });
const inFlat = (dwellingId: string, change: Partial<SharedItem> = {}) => item({ place: "flat", dwellingId, homesInBuilding: 40, ...change });

it("shows a house kind by kind", () => {
  const shared = coarsen([item({}), item({ kind: "glazing", what: "planned" }), item({ kind: "induction", what: "wish" }), item({ mayAsk: true })]);
  expect(shared.get("b1")).toEqual({ flat: false, done: ["solar_panels"], planned: ["glazing"], wishes: ["induction"], mayAsk: true, mayVisit: false });
});

it("says nothing of a block of flats until three homes share", () => {
  expect(coarsen([inFlat("d1"), inFlat("d2"), inFlat("d2", { kind: "glazing" })])).toEqual(new Map());
  expect(coarsen([inFlat("d1"), inFlat("d2"), inFlat("d3")]).get("flat")).toEqual({ flat: true, homes: 3, measures: [["solar_panels", 3]], wishes: [] });
});

it("leaves out kinds that fewer than three homes in a block share", () => {
  const shared = coarsen([inFlat("d1"), inFlat("d2"), inFlat("d3"), inFlat("d4", { kind: "glazing" }), inFlat("d1", { kind: "induction", what: "wish" })]);
  expect(shared.get("flat")).toEqual({ flat: true, homes: 4, measures: [["solar_panels", 3]], wishes: [] });
});

it("treats a building as a block as soon as two homes in it share, whatever the register says", () => {
  expect(coarsen([item({}), item({ dwellingId: "d2" })])).toEqual(new Map());
});

it("never shows a count below three, a home or an order in a block, whoever shares what", () => {
  const any = fc.record({
    dwellingId: fc.integer({ min: 1, max: 8 }).map((n) => `secret-${n}`),
    what: fc.constantFrom("done", "planned", "wish"),
    kind: fc.constantFrom(...measureKinds),
    mayAsk: fc.boolean(),
    mayVisit: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (items) => {
      const here = items.map((one) => inFlat(one.dwellingId, one as Partial<SharedItem>));
      const [shared] = coarsen(here).values();
      expect([...coarsen([...here].reverse()).values()]).toEqual(shared ? [shared] : []);
      if (!shared) return;
      if (!shared.flat) throw new Error("a block was shown as a house");
      expect(Math.min(shared.homes, ...[...shared.measures, ...shared.wishes].map(([, homes]) => homes))).toBeGreaterThanOrEqual(fewest);
      expect(JSON.stringify(shared)).not.toContain("secret");
    }),
    { numRuns: 300, seed: 1 },
  );
});
