import type { GridSummary } from "./import-grid.server.ts";

/** What came of a file of small connections, as lines for a person. */
export function gridLines(summary: GridSummary): string[] {
  const { file, operator, year, read, kept, leftOut, ranges, inserted, changed, unchanged, removed, matched, seconds, rowsPerSecond, peakMemoryMb } = summary;
  return [
    `${file}: small connections of ${operator} on 1 January ${year}`,
    `  ${read} rows read, ${kept} kept: ${ranges.electricity} ranges of electricity and ${ranges.gas} of gas: ${inserted} inserted, ${changed} changed, ${unchanged} unchanged, ${removed} removed`,
    ...leftOut.map(({ reason, count, examples }) => `    ${count} left out: ${reason} (${(examples ?? []).join(", ")})`),
    `  ${matched.homes} of the ${matched.of} homes in the register have a figure of it`,
    `  ${seconds} s, ${rowsPerSecond} rows/s, at most ${peakMemoryMb} MB of memory`,
  ];
}
