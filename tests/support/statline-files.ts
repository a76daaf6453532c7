import { writeFile } from "node:fs/promises";

/** Rows of a table by column, as text; columns of the first row are those of the file. */
export type StatlineRow = Record<string, string>;
export type StatlineLook = {
  /** "CSV zonder statistische symbolen" leaves empty what "CSV met statistische symbolen" writes as a full stop. */
  symbols?: boolean;
  quotes?: boolean;
  /** The mark of UTF-8 at the beginning. */
  mark?: boolean;
};

const about = (code: string, name: string, kind: string): StatlineRow => ({ ID: "0", WijkenEnBuurten: code.padEnd(10), Gemeentenaam_1: name.padEnd(40), SoortRegio_2: kind.padEnd(10), Codering_3: code.padEnd(10), IndelingswijzigingGemeenteWijkBuurt_4: "." });
const people = { AantalInwoners_5: "17000000", Mannen_6: "8400000", Vrouwen_7: "8600000", k_0Tot15Jaar_8: "2550000", k_15Tot25Jaar_9: "2040000", k_25Tot45Jaar_10: "4250000", k_45Tot65Jaar_11: "4760000", k_65JaarOfOuder_12: "3400000" };
const at = (first: number, ...cells: [name: string, value: string][]): StatlineRow => Object.fromEntries(cells.map(([name, value], index) => [`${name}_${first + index}`, value]));
const households: [string, string][] = [["HuishoudensTotaal", "8000000"], ["Eenpersoonshuishoudens", "3120000"], ["HuishoudensZonderKinderen", "2320000"], ["HuishoudensMetKinderen", "2560000"], ["GemiddeldeHuishoudensgrootte", "2.1"], ["Bevolkingsdichtheid", "520"], ["Woningvoorraad", "8100000"]];
const kinds: [string, string][] = [["Appartement", "."], ["Tussenwoning", "."], ["Hoekwoning", "."], ["TweeOnderEenKapWoning", "."], ["VrijstaandeWoning", "."], ["Huurwoning", "."], ["EigenWoning", "."]];
const ownership: [string, string][] = [["Koopwoningen", "57"], ["HuurwoningenTotaal", "42"], ["InBezitWoningcorporatie", "29"], ["InBezitOverigeVerhuurders", "13"], ["EigendomOnbekend", "1"]];
const space: [string, string][] = [["OppervlakteTotaal", "4154000"], ["OppervlakteLand", "3367000"], ["OppervlakteWater", "787000"]];

/** A row of the table of 2022 (85318NED), with the numbers that its columns have. */
export const row2022 = (code = "NL00", name = "Nederland", kind = "Land", more: StatlineRow = {}): StatlineRow => ({
  ...about(code, name, kind), ...people, ...at(28, ...households),
  ...at(35, ["GemiddeldeWOZWaardeVanWoningen", "315"], ["PercentageEengezinswoning", "64"], ["PercentageMeergezinswoning", "36"], ["PercentageBewoond", "95"], ["PercentageOnbewoond", "5"], ...ownership, ["BouwjaarVoor2000", "80"], ["BouwjaarVanaf2000", "20"]),
  ...at(47, ["GemiddeldElektriciteitsverbruikTotaal", "2550"], ...kinds, ["GemiddeldAardgasverbruikTotaal", "920"]), ...at(56, ...kinds), ...at(63, ["PercentageWoningenMetStadsverwarming", "6.4"]),
  ...at(72, ["GemiddeldInkomenPerInwoner", "32.4"]), ...at(111, ...space), ...at(116, ["MateVanStedelijkheid", "2"], ["Omgevingsadressendichtheid", "2010"]),
  ...more,
});

/** A row of the table of 2023 (85618NED): some columns have other names. */
export const row2023 = (): StatlineRow => ({
  ...about("NL00", "Nederland", "Land"), ...people, ...at(29, ...households),
  ...at(36, ["GemiddeldeWOZWaardeVanWoningen", "369"], ["PercentageEengezinswoning", "63"], ["PercentageMeergezinswoning", "37"], ["PercentageBewoond", "95"], ["PercentageOnbewoond", "5"], ...ownership, ["BouwjaarVoor2000", "79"], ["BouwjaarVanaf2000", "21"]),
  ...at(48, ["GemiddeldeElektriciteitsleveringTotaal", "2480"], ...kinds, ["GemiddeldAardgasverbruikTotaal", "860"]), ...at(64, ["PercentageWoningenMetStadsverwarming", "6.6"]), ...at(120, ...space), ...at(125, ["MateVanStedelijkheid", "2"], ["Omgevingsadressendichtheid", "2040"]),
});

/** A row of the table of 2024 (85984NED): use without kinds of homes, and no building period. */
export const row2024 = (more: StatlineRow = {}): StatlineRow => ({
  ...about("NL00", "Nederland", "Land"), ...people, ...at(29, ...households),
  ...at(39, ["GemiddeldeWOZWaardeVanWoningen", "379"], ["PercentageEengezinswoning", "63"]), ...at(45, ["PercentageMeergezinswoning", "37"]), ...at(47, ...ownership.slice(0, 4)),
  ...at(51, ["BouwjaarMeerDanTienJaarGeleden", "92"], ["BouwjaarAfgelopenTienJaar", "8"], ["GemiddeldeElektriciteitslevering", "2400"]), ...at(55, ["GemiddeldAardgasverbruik", "820"], ["PercentageWoningenMetStadsverwarming", "7"]), ...at(115, ...space),
  ...at(120, ["MateVanStedelijkheid", "2"], ["Omgevingsadressendichtheid", "2070"]),
  ...more,
});

/** Writes a table as StatLine gives it: semicolons, texts padded with spaces, lines that end in CR and LF. */
export async function writeStatline(file: string, rows: StatlineRow[], { symbols = false, quotes = true, mark = false }: StatlineLook = {}): Promise<string> {
  const columns = Object.keys(rows[0]!);
  const written = (value: string) => (!symbols && value.trim() === "." ? "" : symbols && value === "." ? "       ." : value);
  const line = (values: string[]) => `${values.map((value) => (quotes ? `"${value.replaceAll('"', '""')}"` : value)).join(";")}\r\n`;
  await writeFile(file, `${mark ? "\uFEFF" : ""}${line(columns)}${rows.map((row) => line(columns.map((column) => written(row[column] ?? "")))).join("")}`);
  return file;
}
