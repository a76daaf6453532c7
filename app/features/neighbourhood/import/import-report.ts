import { bagKinds } from "./bag-occurrence.ts";
import { cbsLines, keptLines } from "./cbs/cbs-report.ts";
import type { CbsSummary } from "./cbs/cbs-summary.ts";
import type { BagSummary, BoundariesSummary } from "./import-summary.ts";

/** The summary of an import as lines for a person. */
export function report(summary: BagSummary | BoundariesSummary | CbsSummary): string {
  return linesOf(summary).join("\n");
}

function linesOf(summary: BagSummary | BoundariesSummary | CbsSummary): string[] {
  if (summary.kind === "bag") return bagLines(summary);
  return summary.kind === "cbs" ? cbsLines(summary) : boundaryLines(summary);
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
  const { file, year, municipalities, read, inserted, changed, unchanged, ended, kept, seconds } = summary;
  return [
    `${file}: boundaries of ${year} in ${municipalities.join(", ")}`,
    `  ${read} read: ${inserted} inserted, ${changed} changed, ${unchanged} unchanged, ${ended} ended, in ${seconds} s`,
    ...keptLines(kept),
    ...(inserted + changed + ended > 0 ? ["  Import the BAG extract (again) to place buildings and dwellings within these boundaries."] : []),
  ];
}
