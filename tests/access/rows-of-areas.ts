import { sql } from "drizzle-orm";
import { elsewhere, here } from "../support/town.ts";
import { known, moderatorHere, now } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

/** Figures of areas, and a neighbourhood that is divided anew. */
export const rowsOfAreas: { areaFigure: TableRows<"areaFigure">; neighbourhoodSuccession: TableRows<"neighbourhoodSuccession">; neighbourhoodSuccessor: TableRows<"neighbourhoodSuccessor"> } = {
  areaFigure: {
    rows: { here: { code: here, year: 2024, level: "neighbourhood", name: "Hier", municipalityCode: "GM9901", figures: { inhabitants: 900 }, unknown: { gas: "-99997" }, source: "test" }, country: { code: "NL00", year: 2024, level: "country", name: "Nederland", figures: { inhabitants: 17_000_000 }, unknown: {}, source: "test" } },
    fresh: () => ({ code: here, year: 2025, level: "neighbourhood", name: "Hier", municipalityCode: "GM9901", figures: {}, unknown: {}, source: "test" }),
  },
  neighbourhoodSuccession: {
    rows: {
      open: { id: known.succession, neighbourhoodCode: here, year: 2024, basis: "homes", source: "test" },
      refused: { neighbourhoodCode: here, year: 2023, basis: "homes", source: "test", decision: "refused", decidedAt: now, decidedBy: moderatorHere.residentId, reason: "Wij blijven bij elkaar." },
    },
    fresh: () => ({ neighbourhoodCode: elsewhere, year: 2024, basis: "area", source: "test" }),
    change: (by) => ({ decision: "confirmed", decidedAt: sql`now()` as never, decidedBy: by.residentId, reason: "Zo kent iedereen de buurt." }),
  },
  neighbourhoodSuccessor: {
    rows: { there: { successionId: known.succession, neighbourhoodCode: here, successorCode: "BU99010003", successorName: "Nog niet", homes: 40, share: 0.8 } },
    fresh: () => ({ successionId: known.succession, neighbourhoodCode: here, successorCode: elsewhere, successorName: "Elders", homes: 10, share: 0.2 }),
  },
};
