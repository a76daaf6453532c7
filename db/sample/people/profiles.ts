import type { CostRange, DoneBy } from "../../schema/sharing.ts";
import type { Cluster } from "../town/town.ts";
import type { StockKind } from "../words/stock.ts";

type Weights<Choice> = readonly (readonly [Choice, number])[];

/** How a kind of measure usually comes about: from which year on, for how much (2010–2025 prices), by whom. */
export interface Profile {
  since: number;
  costs: Weights<CostRange>;
  doneBy: Weights<DoneBy>;
}

const company: Weights<DoneBy> = [["company", 10], ["previous_owner", 2]];
const either: Weights<DoneBy> = [["company", 5], ["self", 5], ["previous_owner", 2]];
const self: Weights<DoneBy> = [["self", 9], ["company", 1]];

export const profiles: Readonly<Record<StockKind, Profile>> = {
  roof_insulation: { since: 1996, costs: [["500_2000", 3], ["2000_5000", 5], ["5000_10000", 4], ["10000_20000", 1]], doneBy: either },
  cavity_insulation: { since: 2001, costs: [["500_2000", 6], ["2000_5000", 4]], doneBy: company },
  floor_insulation: { since: 2004, costs: [["500_2000", 4], ["2000_5000", 5]], doneBy: [["company", 8], ["self", 2], ["previous_owner", 1]] },
  facade_insulation: { since: 2009, costs: [["2000_5000", 4], ["5000_10000", 3], ["10000_20000", 2]], doneBy: [["company", 6], ["self", 3]] },
  glazing: { since: 2003, costs: [["2000_5000", 5], ["5000_10000", 4], ["10000_20000", 2]], doneBy: company },
  draught_proofing: { since: 2018, costs: [["none", 1], ["under_500", 9]], doneBy: self },
  insulated_door: { since: 2012, costs: [["2000_5000", 6], ["500_2000", 3]], doneBy: company },
  heat_pump_hybrid: { since: 2020, costs: [["2000_5000", 5], ["5000_10000", 5]], doneBy: [["company", 1]] },
  heat_pump_air: { since: 2018, costs: [["5000_10000", 2], ["10000_20000", 6]], doneBy: [["company", 1]] },
  heat_pump_ground: { since: 2016, costs: [["over_20000", 6], ["10000_20000", 1]], doneBy: [["company", 1]] },
  heat_network: { since: 2019, costs: [], doneBy: [["previous_owner", 1]] },
  solar_boiler: { since: 2006, costs: [["2000_5000", 5], ["5000_10000", 1]], doneBy: company },
  low_temperature_radiators: { since: 2020, costs: [["500_2000", 5], ["2000_5000", 4]], doneBy: either },
  underfloor_heating: { since: 2008, costs: [["2000_5000", 6], ["5000_10000", 2]], doneBy: company },
  heating_balance: { since: 2021, costs: [["none", 5], ["under_500", 5]], doneBy: [["self", 7], ["company", 3]] },
  solar_panels: { since: 2012, costs: [["2000_5000", 5], ["5000_10000", 5]], doneBy: [["company", 10], ["previous_owner", 2]] },
  home_battery: { since: 2022, costs: [["5000_10000", 5], ["2000_5000", 3]], doneBy: [["company", 1]] },
  charging_point: { since: 2018, costs: [["500_2000", 7], ["2000_5000", 2]], doneBy: [["company", 1]] },
  induction: { since: 2012, costs: [["500_2000", 6], ["2000_5000", 3]], doneBy: company },
  ventilation: { since: 2012, costs: [["500_2000", 6], ["2000_5000", 3]], doneBy: company },
  shower_heat_recovery: { since: 2017, costs: [["500_2000", 5], ["under_500", 2]], doneBy: [["company", 1]] },
  sun_shading: { since: 2010, costs: [["500_2000", 5], ["2000_5000", 3], ["under_500", 1]], doneBy: either },
  green_roof: { since: 2016, costs: [["under_500", 2], ["500_2000", 5]], doneBy: [["self", 6], ["company", 3]] },
  rain_barrel: { since: 2014, costs: [["under_500", 9], ["none", 2]], doneBy: self },
  green_garden: { since: 2015, costs: [["under_500", 6], ["500_2000", 3], ["none", 2]], doneBy: self },
};

/** The owner did not do it: the landlord, the association or the builder did, in that year. */
export interface Given {
  by: DoneBy;
  year: number;
}

export const givenIn: Readonly<Partial<Record<Cluster, Partial<Record<StockKind, Given>>>>> = {
  gildeflat: { glazing: { by: "landlord", year: 2010 }, ventilation: { by: "landlord", year: 2017 }, facade_insulation: { by: "landlord", year: 2017 } },
  spoorflat: {
    glazing: { by: "vve", year: 2013 }, ventilation: { by: "vve", year: 2018 }, roof_insulation: { by: "vve", year: 2018 },
    facade_insulation: { by: "vve", year: 2018 },
  },
  stationshof: { heat_network: { by: "previous_owner", year: 2019 }, ventilation: { by: "previous_owner", year: 2019 }, solar_panels: { by: "vve", year: 2021 }, charging_point: { by: "vve", year: 2022 } },
  recent: { heat_pump_air: { by: "previous_owner", year: 2019 }, underfloor_heating: { by: "previous_owner", year: 2019 }, ventilation: { by: "previous_owner", year: 2019 } },
};

type Chances = Readonly<Partial<Record<StockKind, number>>>;

const seventies: Chances = {
  solar_panels: 0.4, glazing: 0.36, roof_insulation: 0.3, cavity_insulation: 0.28, floor_insulation: 0.26, induction: 0.26, rain_barrel: 0.16,
  green_garden: 0.16, draught_proofing: 0.15, heat_pump_hybrid: 0.13, ventilation: 0.13, heating_balance: 0.11, sun_shading: 0.1,
  underfloor_heating: 0.07, low_temperature_radiators: 0.06, insulated_door: 0.07, green_roof: 0.06, charging_point: 0.05, home_battery: 0.04,
  solar_boiler: 0.04, facade_insulation: 0.04, heat_pump_air: 0.03, shower_heat_recovery: 0.03,
};

/** The chance that a household in a home of this age and kind has a measure to tell of. */
export const chances: Readonly<Partial<Record<Cluster, Chances>>> = {
  thirties: {
    glazing: 0.44, roof_insulation: 0.36, solar_panels: 0.26, draught_proofing: 0.25, floor_insulation: 0.24, induction: 0.24, green_garden: 0.2,
    rain_barrel: 0.17, insulated_door: 0.12, heat_pump_hybrid: 0.12, cavity_insulation: 0.1, heating_balance: 0.1, facade_insulation: 0.09,
    ventilation: 0.08, sun_shading: 0.07, low_temperature_radiators: 0.07, green_roof: 0.05, charging_point: 0.04, solar_boiler: 0.03,
    shower_heat_recovery: 0.03, underfloor_heating: 0.02, home_battery: 0.02,
  },
  fifties: {
    glazing: 0.4, roof_insulation: 0.34, cavity_insulation: 0.32, floor_insulation: 0.28, solar_panels: 0.28, draught_proofing: 0.22, induction: 0.2,
    rain_barrel: 0.18, green_garden: 0.17, heating_balance: 0.13, heat_pump_hybrid: 0.11, ventilation: 0.1, insulated_door: 0.09, sun_shading: 0.08,
    low_temperature_radiators: 0.05, green_roof: 0.04, facade_insulation: 0.03, solar_boiler: 0.02, home_battery: 0.02, charging_point: 0.02,
  },
  courtyards: seventies,
  seventies,
  eighties: { ...seventies, cavity_insulation: 0.1, roof_insulation: 0.18, solar_panels: 0.42, heat_pump_hybrid: 0.15, heat_pump_air: 0.04 },
  waterside: {
    solar_panels: 0.6, induction: 0.45, charging_point: 0.34, glazing: 0.34, floor_insulation: 0.24, roof_insulation: 0.22, underfloor_heating: 0.2,
    sun_shading: 0.2, green_garden: 0.2, ventilation: 0.18, heat_pump_air: 0.16, home_battery: 0.14, rain_barrel: 0.14, heat_pump_hybrid: 0.12,
    heat_pump_ground: 0.1, cavity_insulation: 0.1, solar_boiler: 0.07, shower_heat_recovery: 0.06,
  },
  nineties: {
    solar_panels: 0.6, induction: 0.4, charging_point: 0.3, sun_shading: 0.2, green_garden: 0.2, rain_barrel: 0.18, heat_pump_hybrid: 0.16, ventilation: 0.14,
    heat_pump_air: 0.12, home_battery: 0.1, underfloor_heating: 0.1, heating_balance: 0.1, heat_pump_ground: 0.05,
  },
  recent: {
    solar_panels: 0.85, heat_pump_air: 0.7, underfloor_heating: 0.45, induction: 0.6, ventilation: 0.35, rain_barrel: 0.3, green_garden: 0.3, charging_point: 0.25,
    sun_shading: 0.25, home_battery: 0.18,
  },
  gildeflat: {
    draught_proofing: 0.3, glazing: 0.28, induction: 0.16, ventilation: 0.16, green_garden: 0.14, heating_balance: 0.12, sun_shading: 0.06, solar_panels: 0.05,
    facade_insulation: 0.06,
  },
  spoorflat: {
    glazing: 0.34, induction: 0.24, sun_shading: 0.22, draught_proofing: 0.18, ventilation: 0.14, heating_balance: 0.12, green_garden: 0.1, roof_insulation: 0.07,
    facade_insulation: 0.07, solar_panels: 0.05, shower_heat_recovery: 0.04,
  },
  stationshof: {
    heat_network: 0.5, induction: 0.5, solar_panels: 0.3, sun_shading: 0.3, ventilation: 0.25, charging_point: 0.16, green_garden: 0.16, shower_heat_recovery: 0.1,
  },
  shops: { glazing: 0.3, draught_proofing: 0.3, induction: 0.3, ventilation: 0.1 },
};
