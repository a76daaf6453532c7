import type { IndicatorName } from "./indicators.ts";

/** The columns of StatLine in which a figure stands, by year of the table; `of` where it is counted, and is a share of another one here. */
type StatlineFigure = { columns: readonly string[]; of?: IndicatorName };

/**
 * The key figures of the country in the StatLine tables "Kerncijfers wijken en buurten", by our own name. Columns end in a
 * number that changes with every table (Koopwoningen_40 in 2022, Koopwoningen_47 in 2024), so names are compared without
 * it. StatLine counts people by age and households by kind where the GeoPackage gives shares.
 * Use per kind of home is not read: its columns have the same names for gas as for electricity, and only their number tells
 * which is which. Nor are "gebouwd in de afgelopen tien jaar" (2024) and what is never kept of any area.
 *
 * Names and units are those of the tables of 2022, 2023 and 2024, such as https://opendata.cbs.nl/ODataApi/odata/85984NED/DataProperties
 * and https://www.cbs.nl/nl-nl/cijfers/detail/85618NED. What a table of another year calls otherwise is left out, and the summary of its
 * import says which figures it lacks.
 */
export const statlineFigures = {
  inhabitants: { columns: ["AantalInwoners"] },
  age0To14: { columns: ["k_0Tot15Jaar"], of: "inhabitants" },
  age15To24: { columns: ["k_15Tot25Jaar"], of: "inhabitants" },
  age25To44: { columns: ["k_25Tot45Jaar"], of: "inhabitants" },
  age45To64: { columns: ["k_45Tot65Jaar"], of: "inhabitants" },
  age65AndOver: { columns: ["k_65JaarOfOuder"], of: "inhabitants" },
  households: { columns: ["HuishoudensTotaal"] },
  onePersonHouseholds: { columns: ["Eenpersoonshuishoudens"], of: "households" },
  householdsWithoutChildren: { columns: ["HuishoudensZonderKinderen"], of: "households" },
  householdsWithChildren: { columns: ["HuishoudensMetKinderen"], of: "households" },
  householdSize: { columns: ["GemiddeldeHuishoudensgrootte"] },
  dwellings: { columns: ["Woningvoorraad"] },
  singleFamily: { columns: ["PercentageEengezinswoning"] },
  multiFamily: { columns: ["PercentageMeergezinswoning"] },
  ownerOccupied: { columns: ["Koopwoningen"] },
  rented: { columns: ["HuurwoningenTotaal"] },
  rentedFromCorporation: { columns: ["InBezitWoningcorporatie"] },
  rentedFromOthers: { columns: ["InBezitOverigeVerhuurders"] },
  ownershipUnknown: { columns: ["EigendomOnbekend"] },
  builtBefore2000: { columns: ["BouwjaarVoor2000"] },
  builtFrom2000: { columns: ["BouwjaarVanaf2000"] },
  gas: { columns: ["GemiddeldAardgasverbruikTotaal", "GemiddeldAardgasverbruik"] },
  electricity: { columns: ["GemiddeldElektriciteitsverbruikTotaal", "GemiddeldeElektriciteitsleveringTotaal", "GemiddeldeElektriciteitslevering"] },
  districtHeating: { columns: ["PercentageWoningenMetStadsverwarming"] },
  urbanity: { columns: ["MateVanStedelijkheid"] },
  addressDensity: { columns: ["Omgevingsadressendichtheid"] },
  populationDensity: { columns: ["Bevolkingsdichtheid"] },
  area: { columns: ["OppervlakteTotaal"] },
  landArea: { columns: ["OppervlakteLand"] },
  waterArea: { columns: ["OppervlakteWater"] },
} as const satisfies Partial<Record<IndicatorName, StatlineFigure>>;

export type StatlineName = keyof typeof statlineFigures;

/**
 * Each table is of one year, and does not say so. Of those of 2016 to 2023 the page at https://www.cbs.nl/nl-nl/cijfers/detail/ has the year
 * in its title; for 2024 and 2025 we go by others who read them. The summary of an import says the year, and `--year` that differs is refused.
 */
export const statlineTables: Readonly<Record<string, number>> = {
  "83487NED": 2016,
  "83765NED": 2017,
  "84286NED": 2018,
  "84583NED": 2019,
  "84799NED": 2020,
  "85039NED": 2021,
  "85318NED": 2022,
  "85618NED": 2023,
  "85984NED": 2024,
  "86165NED": 2025,
};

/** The name of a column without its number. */
export const withoutNumber = (column: string): string => column.replace(/_\d+$/, "");
