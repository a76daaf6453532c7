import type { InventoryLine } from "./inventory-line.ts";

/** What a household keeps about its own home, what earlier residents left of it, and that somebody leaves it. */
export const inventoryOfHomes = {
  homeCorrection: {
    personal: true,
    what: "What a household says of its own home where a register is wrong: kind, year, area, energy class",
    whose: "a household",
    purpose: "reckoning and comparing with the home as it is, for that household only",
    kept: "until the household takes it back or ends",
    inOwnExport: true,
  },
  putAside: {
    personal: true,
    what: "Which kinds of measures a household does not want to be suggested",
    whose: "a household",
    purpose: "not suggesting them again",
    kept: "until the household takes it back or ends",
    inOwnExport: true,
  },
  leftFact: {
    personal: true,
    what: "What earlier residents left with a home: a kind of measure and a year, of nobody in particular",
    whose: "who lives in that home now",
    purpose: "sparing them to find out what is there; nothing says who left it",
    kept: "until somebody who lives there takes it over or removes it; 24 months at most",
    inOwnExport: true,
  },
  plannedMove: {
    personal: true,
    what: "On which day somebody moves, and when they said so",
    whose: "who moves",
    purpose: "ending their membership in the night after that day",
    kept: "until they have moved or call it off",
    inOwnExport: true,
  },
} as const satisfies Record<string, InventoryLine>;
