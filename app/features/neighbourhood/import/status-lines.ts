import type { ImportStatus, Loaded } from "./status.server.ts";

/** All that is loaded, as lines for a person. */
export function statusLines({ loaded }: ImportStatus): string[] {
  if (loaded.length === 0) return ["Nothing is loaded yet: begin with npm run import -- boundaries"];
  return loaded.flatMap(linesOf);
}

function linesOf({ kind, scope, file, sourceDate, importedAt, read, kept, leftOut = [], matched }: Loaded): string[] {
  return [
    `${[kind, scope].filter(Boolean).join(" ")}: ${sourceDate ?? "of an unknown date"}, from ${file}, imported ${importedAt.slice(0, 10)}`,
    ...(read === undefined ? [] : [`  ${read} records read${kept === undefined ? "" : `, ${kept} kept`}`]),
    ...leftOut.map(({ reason, count }) => `    ${count} left out: ${reason}`),
    ...(matched ? [`  says something of ${matched.homes} of the ${matched.of} homes in the register`] : []),
  ];
}
