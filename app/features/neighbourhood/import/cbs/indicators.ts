/** What a figure counts. "class" is a class from 1 to 5, "%" a share from 0 to 100, "m³" and "kWh" are per dwelling per year. */
export type IndicatorUnit = "number" | "%" | "m³" | "kWh" | "ha" | "per km²" | "class";
export type Indicator = { unit: IndicatorUnit; columns: readonly string[] };

/**
 * The key figures of CBS that are kept, by our own name. Columns are named as the GeoPackages up to 2022 do
 * (snake_case); those from 2023 on are the same names in camelCase, so names are compared without underscores and
 * capitals. Where a figure has more than one column, they are the names that it had in different years, and the first
 * one that has a value counts.
 *
 * Meaning and units: CBS, Toelichting Wijk- en Buurtkaart 2021, chapter 5 (beschrijving kerncijfers):
 * https://www.cbs.nl/nl-nl/longread/aanvullende-statistische-diensten/2021/toelichting-wijk-en-buurtkaart-2021
 * Electricity is what the grid delivered: StatLine calls the same figure "gemiddelde elektriciteitslevering".
 */
export const indicators = {
  inhabitants: { unit: "number", columns: ["aantal_inwoners"] },
  age0To14: { unit: "%", columns: ["percentage_personen_0_tot_15_jaar"] },
  age15To24: { unit: "%", columns: ["percentage_personen_15_tot_25_jaar"] },
  age25To44: { unit: "%", columns: ["percentage_personen_25_tot_45_jaar"] },
  age45To64: { unit: "%", columns: ["percentage_personen_45_tot_65_jaar"] },
  age65AndOver: { unit: "%", columns: ["percentage_personen_65_jaar_en_ouder"] },
  households: { unit: "number", columns: ["aantal_huishoudens"] },
  onePersonHouseholds: { unit: "%", columns: ["percentage_eenpersoonshuishoudens"] },
  householdsWithoutChildren: { unit: "%", columns: ["percentage_huishoudens_zonder_kinderen"] },
  householdsWithChildren: { unit: "%", columns: ["percentage_huishoudens_met_kinderen"] },
  householdSize: { unit: "number", columns: ["gemiddelde_huishoudsgrootte"] },
  dwellings: { unit: "number", columns: ["woningvoorraad"] },
  singleFamily: { unit: "%", columns: ["percentage_eengezinswoning"] },
  multiFamily: { unit: "%", columns: ["percentage_meergezinswoning"] },
  ownerOccupied: { unit: "%", columns: ["percentage_koopwoningen"] },
  rented: { unit: "%", columns: ["percentage_huurwoningen"] },
  rentedFromCorporation: { unit: "%", columns: ["perc_huurwoningen_in_bezit_woningcorporaties"] },
  rentedFromOthers: { unit: "%", columns: ["perc_huurwoningen_in_bezit_overige_verhuurders"] },
  ownershipUnknown: { unit: "%", columns: ["percentage_woningen_met_eigendom_onbekend"] },
  builtBefore2000: { unit: "%", columns: ["percentage_bouwjaarklasse_tot_2000"] },
  builtFrom2000: { unit: "%", columns: ["percentage_bouwjaarklasse_vanaf_2000"] },
  gas: { unit: "m³", columns: ["gemiddeld_gasverbruik_totaal", "gemiddeld_aardgasverbruik"] },
  gasFlat: { unit: "m³", columns: ["gemiddeld_gasverbruik_appartement"] },
  gasTerraced: { unit: "m³", columns: ["gemiddeld_gasverbruik_tussenwoning"] },
  gasEndOfTerrace: { unit: "m³", columns: ["gemiddeld_gasverbruik_hoekwoning"] },
  gasSemiDetached: { unit: "m³", columns: ["gemiddeld_gasverbruik_2_onder_1_kap_woning"] },
  gasDetached: { unit: "m³", columns: ["gemiddeld_gasverbruik_vrijstaande_woning"] },
  gasRented: { unit: "m³", columns: ["gemiddeld_gasverbruik_huurwoning"] },
  gasOwnerOccupied: { unit: "m³", columns: ["gemiddeld_gasverbruikkoopwoning"] },
  electricity: { unit: "kWh", columns: ["gemiddeld_elektriciteitsverbruik_totaal", "gemiddelde_elektriciteitslevering"] },
  electricityFlat: { unit: "kWh", columns: ["gemiddeld_elektriciteitsverbruik_appartement"] },
  electricityTerraced: { unit: "kWh", columns: ["gemiddeld_elektriciteitsverbruik_tussenwoning"] },
  electricityEndOfTerrace: { unit: "kWh", columns: ["gemiddeld_elektriciteitsverbruik_hoekwoning"] },
  electricitySemiDetached: { unit: "kWh", columns: ["gem_elektriciteitsverbruik_2_onder_1_kap_woning"] },
  electricityDetached: { unit: "kWh", columns: ["gem_elektriciteitsverbruik_vrijstaande_woning"] },
  electricityRented: { unit: "kWh", columns: ["gemiddeld_elektriciteitsverbruik_huurwoning"] },
  electricityOwnerOccupied: { unit: "kWh", columns: ["gemiddeld_elektriciteitsverbruikkoopwoning"] },
  districtHeating: { unit: "%", columns: ["percentage_woningen_met_stadsverwarming"] },
  urbanity: { unit: "class", columns: ["stedelijkheid_adressen_per_km2"] },
  addressDensity: { unit: "per km²", columns: ["omgevingsadressendichtheid"] },
  populationDensity: { unit: "per km²", columns: ["bevolkingsdichtheid_inwoners_per_km2"] },
  area: { unit: "ha", columns: ["oppervlakte_totaal_in_ha"] },
  landArea: { unit: "ha", columns: ["oppervlakte_land_in_ha"] },
  waterArea: { unit: "ha", columns: ["oppervlakte_water_in_ha"] },
} as const satisfies Record<string, Indicator>;

export type IndicatorName = keyof typeof indicators;

/** Columns that say which area it is, and nothing about it. */
const structural = [
  "fid", "id", "ogcfid", "gml_id", "objectid", "geom", "geometry", "buurtcode", "buurtnaam", "wijkcode", "wijknaam", "gemeentecode", "gemeentenaam",
  "water", "jaar", "jrstatcode", "jaarstatcode", "indelingswijziging_wijken_en_buurten", "meest_voorkomende_postcode",
  "dekkingspercentage", "shape_length", "shape_area",
];

/**
 * What is never kept, whatever CBS publishes: what people earn, own or live on, what a home is worth, where people come
 * from, and how they are married.
 */
const leftOut =
  /inkom|vermogen|koopkracht|sociaalminimum|uitkering|bijstand|woningwaarde|woz|herkomst|migratie|westers|marokko|antillen|suriname|turkije|buitenneder|nederland$|europa|gehuwd|gescheid|verweduwd/;

/** How names are compared: `aantal_inwoners` and `aantalInwoners` are the same. */
export const plainName = (column: string): string => column.toLowerCase().replaceAll("_", "");

const structuralNames = new Set(structural.map(plainName));
const kept = new Map<string, { name: IndicatorName; rank: number }>(
  Object.entries(indicators).flatMap(([name, { columns }]) => columns.map((column, rank) => [plainName(column), { name: name as IndicatorName, rank }] as const)),
);

/** What a layer has: the columns of each indicator in their order, and how many others there are of which sort. */
export type Columns = { figures: Map<IndicatorName, string[]>; leftOut: string[]; unknown: string[] };

export function sortColumns(columns: readonly string[]): Columns {
  const ranked = new Map<IndicatorName, { column: string; rank: number }[]>();
  const sorted: Columns = { figures: new Map(), leftOut: [], unknown: [] };
  for (const column of columns) {
    const plain = plainName(column);
    const known = kept.get(plain);
    if (known) ranked.set(known.name, [...(ranked.get(known.name) ?? []), { column, rank: known.rank }]);
    else if (structuralNames.has(plain)) continue;
    else (leftOut.test(plain) ? sorted.leftOut : sorted.unknown).push(column);
  }
  for (const [name, found] of ranked) sorted.figures.set(name, found.sort((a, b) => a.rank - b.rank).map(({ column }) => column));
  return sorted;
}
