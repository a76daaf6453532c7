import { bagKinds } from "./bag-occurrence.ts";
import { cbsLines, stayLines } from "./cbs/cbs-report.ts";
import type { CbsSummary } from "./cbs/cbs-summary.ts";
import { statlineLines, type StatlineSummary } from "./cbs/statline-summary.ts";
import { labelLines, type LabelsSummary } from "./energy-labels/labels-summary.ts";
import { gridLines } from "./grid/grid-lines.ts";
import type { GridSummary } from "./grid/import-grid.server.ts";
import type { BagSummary, BoundariesSummary } from "./import-summary.ts";
import { statusLines } from "./status-lines.ts";
import type { ImportStatus } from "./status.server.ts";

export type ImportSummary = BagSummary | BoundariesSummary | CbsSummary | StatlineSummary | LabelsSummary | GridSummary;

/** The summary of an import, or of all that is loaded, as lines for a person. */
export function report(summary: ImportSummary | ImportStatus): string {
  return linesOf(summary).join("\n");
}

function linesOf(summary: ImportSummary | ImportStatus): string[] {
  switch (summary.kind) {
    case "bag":
      return bagLines(summary);
    case "boundaries":
      return boundaryLines(summary);
    case "cbs":
      return cbsLines(summary);
    case "statline":
      return statlineLines(summary);
    case "ep-online":
      return labelLines(summary);
    case "grid":
      return gridLines(summary);
    case "status":
      return statusLines(summary);
  }
}

function bagLines(summary: BagSummary): string[] {
  const lines = [`${summary.file}: BAG of ${summary.areas.join(", ")} on ${summary.sourceDate}`];
  for (const kind of bagKinds) {
    const { read, current, kept, skipped, inserted, changed, unchanged, ended } = summary.objects[kind];
    lines.push(`  ${kind.padEnd(8)} ${read} read, ${current} current, ${kept} kept: ${inserted} inserted, ${changed} changed, ${unchanged} unchanged, ${ended} ended`);
    for (const { reason, count, examples } of skipped) lines.push(`    ${count} left out: ${reason} (${examples.join(", ")})`);
  }
  const { buildings, dwellings } = summary.outsideBoundaries;
  lines.push(
    `  outside every boundary: ${buildings} buildings, ${dwellings} dwellings`,
    `  neighbourhoods with a changed map: ${summary.neighbourhoodsChanged.length}`,
    `  households in another street or building: ${summary.households.moved}; items shown to their household only from now on: ${summary.households.narrowed}`,
    `  ${summary.megabytes} MB in ${summary.seconds} s, ${summary.objectsPerSecond} objects/s, at most ${summary.peakMemoryMb} MB of memory`,
  );
  return lines;
}

function boundaryLines(summary: BoundariesSummary): string[] {
  const { file, year, municipalities, read, inserted, changed, unchanged, ended, stay, seconds } = summary;
  return [
    `${file}: boundaries of ${year} in ${municipalities.join(", ")}`,
    `  ${read} read: ${inserted} inserted, ${changed} changed, ${unchanged} unchanged, ${ended} ended, in ${seconds} s`,
    ...stayLines(stay),
    ...(inserted + changed + ended > 0 ? ["  Import the BAG extract (again) to place buildings and dwellings within these boundaries."] : []),
  ];
}
