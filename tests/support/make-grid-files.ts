import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A row as a publisher has it: the average is kWh or m³ a year, shares are percentages. */
export type PlainRow = { area: string; street: string; from: string; to: string; product: "ELK" | "GAS"; connections: number; use: number; delivery: number; smartMeter: number };

/** Made up: the postcodes are given to no home. */
export const plainRows: PlainRow[] = [
  { area: "", street: "Curaçaostraat", from: "9980XA", to: "9980XC", product: "ELK", connections: 25, use: 2589.79, delivery: 97.06, smartMeter: 88.24 },
  { area: "", street: "Curaçaostraat", from: "9980XA", to: "9980XC", product: "GAS", connections: 24, use: 1240.5, delivery: 100, smartMeter: 87.5 },
  { area: "", street: 'Molenweg "D K"', from: "9980XD", to: "9980XD", product: "ELK", connections: 131, use: 812.4, delivery: 64.12, smartMeter: 0 },
];

const names2025 = "NETBEHEERDER NETGEBIED STRAATNAAM POSTCODE_VAN POSTCODE_TOT WOONPLAATS LANDCODE PRODUCTSOORT VERBRUIKSSEGMENT AANSLUITINGEN_AANTAL LEVERINGSRICHTING_PERC FYSIEKE_STATUS_PERC SOORT_AANSLUITING_PERC SOORT_AANSLUITING SJA_GEMIDDELD SJA_LAAG_TARIEF_PERC SLIMME_METER_PERC".split(" ");
const names2019 = names2025.map((name) => name.replace("SJA_", "SJV_"));
const namesOfLiander = ["NETBEHEERDER", "NETGEBIED", "STRAATNAAM", "POSTCODE_VAN", "POSTCODE_TOT", "WOONPLAATS", "LANDCODE", "PRODUCTSOORT", "VERBRUIKSSEGMENT", "Aantal Aansluitingen", "%Leveringsrichting", "%Fysieke status", "%Soort aansluiting", "Soort aansluiting Naam", "SJV", "%SJV laag tarief", "%Slimme Meter"];

/** How a dialect writes text, shares (two decimals) and averages. */
type Style = { text(value: string): string; share(value: number): string; use(value: number): string };
const comma = (value: number) => value.toFixed(2).replace(".", ",");
const point = (value: number) => value.toFixed(2);
const thousands = (value: number) => comma(value).replace(/(\d)(?=(\d{3})+,)/g, "$1.");
const quoted = (value: string) => `"${value}"`;
const bare = (value: string) => value;

const common = (operator: string, style: Style) => (row: PlainRow) => [
  ...[operator, row.area, row.street, row.from, row.to, "VOORBEELD", "NL", row.product, "KVB"].map(style.text),
  String(row.connections), style.share(row.delivery), style.share(100), style.share(64.71), style.text("3x25"), style.use(row.use), style.share(70), style.share(row.smartMeter),
];
const table = (delimiter: string, names: string[] | null, fields: (row: PlainRow) => string[], end = "\n") => (rows: PlainRow[]) =>
  [...(names ? [names] : []), ...rows.map(fields)].map((line) => line.join(delimiter) + end).join("");
const spaced = (row: PlainRow): PlainRow => ({ ...row, from: row.from.replace(/(?=..$)/, " "), to: row.to.replace(/(?=..$)/, " ") });

const stedin = common("8716902000001", { text: quoted, share: comma, use: comma });
const enexis = common("Enexis B.V.", { text: bare, share: comma, use: comma });
const liander = common("Liander", { text: bare, share: comma, use: comma });

/** Ways in which network operators write their files, by the name of a file that is written so. */
export const gridDialects = {
  "stedin-kleinverbruikgegevens-2025.csv": table("\t", names2025, stedin),
  "stedin-kleinverbruikgegevens-2024.csv": table("\t", [...names2025.slice(0, 15), "STANDAARDDEVIATIE", ...names2025.slice(15), "SJI_GEMIDDELD"], (row) => [...stedin(row).slice(0, 15), "501,33", ...stedin(row).slice(15), "1820,10"], "\r\n"),
  "enduris-kleinverbruikgegevens-2019.csv": (rows) => `\uFEFF${table("\t", names2019, stedin)(rows)}`,
  "stedin-zeeland-2021.csv": (rows) => `\uFEFF${table(";", null, common("8716902000001", { text: (value) => `"""${value}"""`, share: comma, use: comma }))(rows)}`,
  "Enexis_kleinverbruiksgegevens_01012020.csv": (rows) => Buffer.from(table(";", names2019, enexis, "\r\n")(rows), "latin1"),
  "Enexis_kleinverbruiksgegevens_01012017.csv": (rows) => Buffer.from(table(";", names2019, common("Enexis B.V.", { text: bare, share: comma, use: thousands }))(rows.map(spaced)), "latin1"),
  "Liander_kleinverbruiksgegevens_01012018.txt": table("\t", [...namesOfLiander, "MEETVERANTWOORDELIJKE", "%Defintieve aansl (NRM)", "Gemiddeld aantal telwielen"], (row) => [...liander(row), "", comma(100), comma(1)]),
  "Liander_kleinverbruiksgegevens_01012010.csv": table(";", namesOfLiander, liander),
  "Liander_kleinverbruiksgegevens_2024.csv": table(";", names2019, liander, "\r\n"),
  "Liander verbruiksdata-kv-2025in.csv": (rows) =>
    table("\t", ["AANSLUITINGEN_AANTAL", "POSTCODE", "POSTCODE_EIND", "POSTCODE_AANTAL", "PRODUCTSOORT", "TYPE_AANSLUITING_MEEST_VOORKOMEND", "TOT_E", "SJA GEMIDDELD"], (row) => [
      String(row.connections), row.from, row.to, "3", row.product, "3x25", "0", comma(row.use),
    ])(rows).replace(/^.*$/gm, (line) => (line ? quoted(line) : line)),
  "stedin-uitvoer-2023.csv": table(",", names2019.map(quoted), common("STEDIN", { text: (value) => quoted(value.replaceAll('"', '""')), share: point, use: point })),
} satisfies Record<string, (rows: PlainRow[]) => string | Buffer>;

/** Writes a file under a name; its text, or rows as Stedin writes them today. */
export async function writeGridFile(folder: string, name: string, content: PlainRow[] | string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, Array.isArray(content) ? gridDialects["stedin-kleinverbruikgegevens-2025.csv"](content) : content);
  return file;
}
