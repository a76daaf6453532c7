import type { CommonSummary } from "../import-summary.ts";
import type { LeftOut } from "./read-label.ts";

/** What an import of energy labels did. Counts of rows and homes only: no address, no identification. */
export type LabelsSummary = CommonSummary & {
  kind: "ep-online";
  /** yyyy-mm-dd: when the file was published. */
  sourceDate: string;
  layout: "v4" | "v2 or v3";
  /** Rows that are not the label of a home here, by reason; those without a row are absent. */
  leftOut: { reason: LeftOut; count: number }[];
  /** Homes with a label, by how they were found. */
  foundBy: { id: number; address: number };
  inserted: number;
  changed: number;
  unchanged: number;
  removed: number;
  megabytes: number;
  seconds: number;
  rowsPerSecond: number;
  peakMemoryMb: number;
};

/** The summary as lines for a person. */
export function labelLines(summary: LabelsSummary): string[] {
  const { file, layout, sourceDate, read, kept, foundBy, inserted, changed, unchanged, removed } = summary;
  return [
    `${file}: energy labels of EP-Online (${layout}) on ${sourceDate}`,
    `  ${read} read, of ${kept} homes here (${foundBy.id} by identification, ${foundBy.address} by address): ${inserted} inserted, ${changed} changed, ${unchanged} unchanged, ${removed} removed`,
    ...summary.leftOut.map(({ reason, count }) => `    ${count} left out: ${reason}`),
    `  ${summary.megabytes} MB in ${summary.seconds} s, ${summary.rowsPerSecond} rows/s, at most ${summary.peakMemoryMb} MB of memory`,
  ];
}
