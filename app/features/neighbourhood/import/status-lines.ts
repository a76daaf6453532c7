import type { HomesOfType } from "../homes-by-type.server.ts";
import type { ImportStatus, Loaded } from "./status.server.ts";

/** All that is loaded, as lines for a person. */
export function statusLines({ loaded, homes }: ImportStatus): string[] {
  if (loaded.length === 0) return ["Nothing is loaded yet: begin with npm run import -- boundaries"];
  return [...loaded.flatMap(linesOf), ...homeLines(homes)];
}

function linesOf({ kind, scope, file, sourceDate, importedAt, read, kept, leftOut = [], matched }: Loaded): string[] {
  return [
    `${[kind, scope].filter(Boolean).join(" ")}: ${sourceDate ?? "of an unknown date"}, from ${file}, imported ${importedAt.slice(0, 10)}`,
    ...(read === undefined ? [] : [`  ${read} records read${kept === undefined ? "" : `, ${kept} kept`}`]),
    ...leftOut.map(({ reason, count }) => `    ${count} left out: ${reason}`),
    ...(matched ? [`  says something of ${matched.homes} of the ${matched.of} homes in the register`] : []),
  ];
}

/** Homes by type with their share; the rule that derives types is in type-buildings.server.ts. */
function homeLines(homes: HomesOfType[]): string[] {
  const all = homes.reduce((sum, one) => sum + one.homes, 0);
  if (all === 0) return [];
  const share = (count: number) => `${((100 * count) / all).toFixed(2)} %`;
  const unknown = homes.find(({ type }) => type === "unknown");
  return [
    `homes by type: ${all} homes, the type of ${unknown?.homes ?? 0} unknown (${share(unknown?.homes ?? 0)})`,
    ...homes.map(({ type, homes: count, withoutBuilding }) => `  ${type}: ${count} (${share(count)})${withoutBuilding > 0 ? `, ${withoutBuilding} of them in no building that is in use` : ""}`),
  ];
}
