import type { CommonSummary } from "../import-summary.ts";
import type { FigureCounts } from "./cbs-summary.ts";
import type { StatlineName } from "./statline-columns.ts";

/** `sourceDate` is when the file was downloaded, where its name tells; `read` counts rows. */
export type StatlineSummary = CommonSummary & {
  kind: "statline";
  year: number;
  country: FigureCounts;
  /** How many columns became figures, and of which figures the table has none. */
  columns: { kept: number; absent: StatlineName[] };
  seconds: number;
  peakMemoryMb: number;
};

/** The summary as lines for a person. */
export function statlineLines({ file, year, sourceDate, read, country, columns, seconds, peakMemoryMb }: StatlineSummary): string[] {
  return [
    `${file}: Kerncijfers wijken en buurten ${year} of StatLine${sourceDate ? `, downloaded on ${sourceDate}` : ""}`,
    `  ${read} rows read, that of the country kept: ${country.inserted} inserted, ${country.changed} changed, ${country.unchanged} unchanged`,
    `  columns: ${columns.kept} kept as figures${columns.absent.length ? `; not in this table: ${columns.absent.join(", ")}` : ""}`,
    `  in ${seconds} s, at most ${peakMemoryMb} MB of memory`,
  ];
}
