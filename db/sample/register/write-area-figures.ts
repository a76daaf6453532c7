import type { Position } from "geojson";
import { type IndicatorName, indicators } from "../../../app/features/neighbourhood/import/cbs/indicators.ts";
import { rdToWgs84 } from "../../../app/features/neighbourhood/import/rd-to-wgs84.ts";
import { homesOf } from "../people/choose-households.ts";
import type { Point } from "../town/curve.ts";
import { type Identified, MUNICIPALITY } from "./identify.ts";

/** Who is named as the source of what is made up here. */
export const FIGURES_PUBLISHER = "Voorbeeldcijfers Lindewaard (verzonnen)";
export const FIGURE_YEARS = [2019, 2020, 2021, 2022, 2023] as const;
export const figuresFileName = (year: number) => `voorbeeld-wijkenbuurten-${year}.geojson`;

const DISTRICT = { code: "WK990101", name: "Lindewaard-Zuid" };
/** From this year on CBS writes its columns in camelCase. */
const CAMEL_CASE_FROM = 2023;
/** CBS's code for a figure that it does not give. */
const WITHHELD = -99997;

export type Figures = Partial<Record<IndicatorName, number>>;

/** Shares in %, gas in m³ and electricity in kWh per home in the last year; drawn up for the sample and true of no place. */
const plans: Record<string, Figures> = {
  BU99010101: {
    householdSize: 2.2, age0To14: 17, age15To24: 10, age25To44: 29, age45To64: 26, age65AndOver: 18, onePersonHouseholds: 33, householdsWithoutChildren: 30, householdsWithChildren: 37,
    ownerOccupied: 58, rentedFromCorporation: 33, rentedFromOthers: 8, ownershipUnknown: WITHHELD, gas: 1040, electricity: 2380,
  },
  BU99010102: {
    householdSize: 2, age0To14: 14, age15To24: 13, age25To44: 34, age45To64: 23, age65AndOver: 16, onePersonHouseholds: 42, householdsWithoutChildren: 28, householdsWithChildren: 30,
    ownerOccupied: 41, rentedFromCorporation: 47, rentedFromOthers: 11, ownershipUnknown: 1, gas: 910, electricity: 2190,
  },
  BU99010103: {
    householdSize: 2.5, age0To14: 21, age15To24: 11, age25To44: 27, age45To64: 28, age65AndOver: 13, onePersonHouseholds: 22, householdsWithoutChildren: 33, householdsWithChildren: 45,
    ownerOccupied: 79, rentedFromCorporation: 14, rentedFromOthers: 7, ownershipUnknown: 0, gas: 1290, electricity: 2860,
  },
};
const ofDistrict: Figures = {
  householdSize: 2.2, age0To14: 17, age15To24: 11, age25To44: 30, age45To64: 25, age65AndOver: 17, onePersonHouseholds: 34, householdsWithoutChildren: 30, householdsWithChildren: 36,
  ownerOccupied: 56, rentedFromCorporation: 34, rentedFromOthers: 9, ownershipUnknown: 1, gas: 1080, electricity: 2470,
};
const ofMunicipality: Figures = { ...ofDistrict, age65AndOver: 21, age25To44: 26, onePersonHouseholds: 38, householdsWithChildren: 32, ownerOccupied: 61, rentedFromCorporation: 28, rentedFromOthers: 10, gas: 1180, electricity: 2610 };
/** Of the country in the last year; made up like the rest, and of no country. */
export const ofCountry: Figures = {
  householdSize: 2.1, age0To14: 15, age15To24: 12, age25To44: 27, age45To64: 26, age65AndOver: 20, onePersonHouseholds: 40, householdsWithoutChildren: 28, householdsWithChildren: 32,
  ownerOccupied: 57, rentedFromCorporation: 29, rentedFromOthers: 13, ownershipUnknown: 1, gas: 990, electricity: 2540,
};
/** Nobody says why the gas of one year is not known; such gaps are in the files of CBS too. */
const gap = { code: "BU99010101", year: 2020, indicator: "gas" } as const;

/** How much more gas and electricity a home used in each year than in the last. */
const more: Record<(typeof FIGURE_YEARS)[number], number> = { 2019: 1.24, 2020: 1.19, 2021: 1.22, 2022: 1.06, 2023: 1 };

/**
 * Key figures of the sample municipality, its district and neighbourhoods in one year, as GeoJSON of CBS Wijken en Buurten:
 * WGS84, its column names of that year, its codes for what is withheld.
 */
export function writeAreaFigures(ids: Identified, year: (typeof FIGURE_YEARS)[number]): string {
  const { neighbourhoods } = ids.town;
  const homes = homesOf(ids);
  const dwellings = (code: string) => homes.filter(({ neighbourhood }) => neighbourhood.code === code).length;
  const all = neighbourhoods.reduce((sum, { code }) => sum + dwellings(code), 0);
  const everything = neighbourhoods.map(({ ring }) => ring);
  const municipality = { gemeentecode: MUNICIPALITY.code, gemeentenaam: MUNICIPALITY.name };
  const feature = (codes: object, code: string, figures: Figures, count: number, rings: readonly (readonly Point[])[]) => ({
    type: "Feature",
    properties: { ...codes, ...municipality, water: "NEE", jrstatcode: `${year}${code}`, ...cells(code, year, figures, count) },
    geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring.map(([x, y]): Position => rdToWgs84(x, y))]) },
  });
  const features = [
    feature({}, MUNICIPALITY.code, ofMunicipality, all * 12, everything),
    feature({ wijkcode: DISTRICT.code, wijknaam: DISTRICT.name }, DISTRICT.code, ofDistrict, all, everything),
    ...neighbourhoods.map(({ code, name, ring }) => feature({ buurtcode: code, buurtnaam: name, wijkcode: DISTRICT.code }, code, plans[code]!, dwellings(code), [ring])),
  ];
  return JSON.stringify({ type: "FeatureCollection", features });
}

function cells(code: string, year: (typeof FIGURE_YEARS)[number], plan: Figures, dwellings: number): Record<string, number> {
  const used = (value: number) => usedIn(year, value);
  const figures: Figures = {
    ...plan, dwellings, households: dwellings, inhabitants: Math.round((dwellings * plan.householdSize!) / 5) * 5, gas: used(plan.gas!), electricity: used(plan.electricity!),
  };
  if (code === gap.code && year === gap.year) figures[gap.indicator] = WITHHELD;
  return Object.fromEntries(Object.entries(figures).map(([indicator, value]) => [columnOf(indicator as IndicatorName, year), value]));
}

/** What a home used in a year that uses `value` in the last, in tens. */
export const usedIn = (year: (typeof FIGURE_YEARS)[number], value: number): number => Math.round((value * more[year]) / 10) * 10;

/** The name of a column in a year: newer files have newer names, in camelCase. */
function columnOf(indicator: IndicatorName, year: number): string {
  const { columns } = indicators[indicator];
  if (year < CAMEL_CASE_FROM) return columns[0];
  return columns.at(-1)!.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
