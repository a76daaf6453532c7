import { here, people } from "../support/town.ts";
import { household, own, sameStreet } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

/** What a household keeps about its own home, what earlier residents left of it, and that somebody leaves it. */
export const rowsOfHomes: { [Key in "homeCorrection" | "leftFact" | "plannedMove" | "putAside"]: TableRows<Key> } = {
  // Of another household: there is one row of each at most, so that of the own one can be tried.
  homeCorrection: { rows: { neighbour: { ...household(sameStreet), builtYear: 1931 } }, fresh: (by) => ({ ...household(by), areaM2: 88 }) },
  leftFact: { rows: { own: { neighbourhoodCode: here, dwellingId: own.dwellingId, kind: "roof_insulation", year: 1998 } }, fresh: (by) => ({ neighbourhoodCode: by.neighbourhoodCode, dwellingId: by.dwellingId, kind: "glazing" }) },
  plannedMove: { rows: { secondAdult: { residentId: people.secondAdult.residentId, movesOn: "2099-01-12" } }, fresh: (by) => ({ residentId: by.residentId, movesOn: "2099-01-12" }) },
  putAside: { rows: { own: { ...household(own), kind: "solar_panels" } }, fresh: (by) => ({ ...household(by), kind: "glazing" }) },
};
