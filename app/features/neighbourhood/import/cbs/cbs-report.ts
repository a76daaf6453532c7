import type { Kept } from "../propose-successions.server.ts";
import type { CbsSummary } from "./cbs-summary.ts";
import { areaLevels } from "./read-area.ts";

/** The summary of an import of CBS as lines for a person. */
export function cbsLines(summary: CbsSummary): string[] {
  const { file, year, areas, sourceDate, outside, columns, boundaries } = summary;
  const lines = [`${file}: CBS Wijken en Buurten ${year}${sourceDate ? `, version of ${sourceDate}` : ""}, ${areas.length > 5 ? `${areas.length} municipalities` : areas.join(", ")}`];
  for (const level of areaLevels) {
    const { kept, inserted, changed, unchanged } = summary.figures[level];
    lines.push(`  ${level.padEnd(13)} ${kept} with figures: ${inserted} inserted, ${changed} changed, ${unchanged} unchanged`);
  }
  lines.push(
    `  left out: ${outside.waterOrAbroad} that are only water or abroad, ${outside.otherMunicipalities} of other municipalities`,
    `  columns: ${columns.figures} kept as figures, ${columns.leftOut.length} left out on purpose, ${columns.unknown.length} not known${columns.unknown.length ? ` (${columns.unknown.join(", ")})` : ""}`,
    `  boundaries: ${boundaries.read} read, ${boundaries.older} older than those in use, ${boundaries.inserted} inserted, ${boundaries.changed} changed, ${boundaries.ended} ended`,
    ...stayLines(boundaries.stay),
    `  ${summary.featuresPerSecond} features/s in ${summary.seconds} s, at most ${summary.peakMemoryMb} MB of memory`,
  );
  if (boundaries.inserted + boundaries.changed + boundaries.ended > 0) lines.push("  Import the BAG extract (again) to place buildings and dwellings within these boundaries.");
  return lines;
}

/** What stays in use because households live there, and what is proposed instead. */
export function stayLines(stay: readonly Kept[]): string[] {
  return stay.flatMap(({ code, name, households, successors, state, basis }) => [
    `  ${code} ${name} stays in use: ${households} households live there; ${state === "refused" ? "a moderator refused to change it" : "a moderator decides at /beheer/buurtindeling"}`,
    ...successors.map((each) => `    ${Math.round(each.share * 1000) / 10} % of its ${basis} in ${each.code}`),
  ]);
}
