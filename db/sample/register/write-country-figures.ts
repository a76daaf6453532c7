import { type StatlineName, statlineFigures } from "../../../app/features/neighbourhood/import/cbs/statline-columns.ts";
import { type FIGURE_YEARS, ofCountry, usedIn } from "./write-area-figures.ts";

export const countryFileName = (year: number) => `voorbeeld-statline-${year}.csv`;

const HOUSEHOLDS = 800_000;

/**
 * Key figures of a country around the sample in one year, as a table of StatLine: one row, counts where StatLine counts, a
 * number after the name of each column, codes with spaces behind them.
 */
export function writeCountryFigures(year: (typeof FIGURE_YEARS)[number]): string {
  const inhabitants = Math.round(HOUSEHOLDS * ofCountry.householdSize!);
  const wholes = { inhabitants, households: HOUSEHOLDS };
  const columns: [column: string, value: string][] = [["ID", "0"], ["WijkenEnBuurten", "NL00      "], ["Gemeentenaam_1", "Nederland           "], ["SoortRegio_2", "Land      "], ["Codering_3", "NL00      "]];
  for (const [name, figure] of Object.entries(statlineFigures)) {
    const whole = "of" in figure ? wholes[figure.of] : undefined;
    const share = ofCountry[name as StatlineName];
    const used = share !== undefined && (name === "gas" || name === "electricity") ? usedIn(year, share) : share;
    const value = name in wholes ? wholes[name as keyof typeof wholes] : whole && share !== undefined ? Math.round((whole * share) / 100) : used;
    columns.push([`${figure.columns[0]}_${columns.length}`, value === undefined ? "" : String(value)]);
  }
  return [columns.map(([column]) => column), columns.map(([, value]) => value)].map((fields) => `${fields.map((field) => `"${field}"`).join(";")}\r\n`).join("");
}
