import type { InventoryLine } from "./inventory-line.ts";

const register = (what: string): InventoryLine => ({ personal: false, what: `${what}, from a public register` });

/** What the registers say of places, and how neighbourhoods are divided. */
export const inventoryOfPlaces = {
  municipality: register("Municipalities by code and name"),
  neighbourhood: register("Neighbourhoods with their boundaries"),
  street: register("Streets by name"),
  streetInNeighbourhood: register("How many homes a street has in a neighbourhood"),
  building: register("Buildings with shape, year and kind"),
  dwelling: register("Homes with position, area and kind"),
  dwellingBuilding: register("Which homes are in which buildings"),
  address: register("Addresses"),
  energyLabel: register("Energy labels of homes"),
  baseMap: register("Streets, water and green under the map"),
  areaFigure: { personal: false, what: "Key figures of neighbourhoods, districts, municipalities and the country by year, from CBS; nothing of income, the worth of homes or origin" },
  gridUse: { personal: false, what: "Averages of electricity and gas over ten or more connections, per range of postcodes, as network operators publish them" },
  neighbourhoodSuccessor: { personal: false, what: "In which new neighbourhoods the homes of an old one lie" },
  importRun: { personal: false, what: "Which files were imported, when, with which counts" },
  neighbourhoodSuccession: {
    personal: true,
    what: "What becomes of a neighbourhood that CBS divides anew, and which moderator decided it with which reason",
    whose: "a moderator",
    purpose: "taking households along to another neighbourhood, never silently",
    kept: "for good; when the moderator is erased a random id stays",
    inOwnExport: true,
  },
} satisfies Record<string, InventoryLine>;
