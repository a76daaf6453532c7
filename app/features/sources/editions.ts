import { groupBy } from "../map/group-by.ts";
import type { LoadedSource } from "./loaded-sources.server.ts";

/** What an import is of, by its scope, and the year at the end of that where it has one: "Stedin 2025" is of Stedin. */
export function splitScope(scope: string): { of: string; year: string | null } {
  const [, of, year] = /^(.*?) ?(20\d{2})$/.exec(scope) ?? [];
  return { of: of ?? scope, year: year ?? null };
}

/** Imports of the same thing together, that of the latest year first. */
export function byThing<Loaded extends LoadedSource>(loaded: readonly Loaded[]): Loaded[][] {
  const things = groupBy(loaded, ({ kind, scope }) => `${kind} ${splitScope(scope).of}`);
  const yearOf = ({ scope }: Loaded) => splitScope(scope).year ?? "";
  return [...things.values()].map((editions) => editions.toSorted((a, b) => yearOf(b).localeCompare(yearOf(a))));
}

/** What is said of what is loaded: of which years, or else of which days (ISO 8601, the oldest and the newest), and when it was read last. */
export type LoadedLine = { scope: string | null; years: string[]; from: string | null; to: string | null; importedAt: Date };

/** One line for each publisher or area of which files are `named`; else one for all of them. */
export function loadedLines(loaded: readonly LoadedSource[], named: boolean): LoadedLine[] {
  const groups = named ? byThing(loaded) : loaded.length > 0 ? [[...loaded]] : [];
  return groups.map((group) => {
    const days = group.flatMap(({ sourceDate }) => sourceDate ?? []).sort();
    const years = named ? [...new Set(group.flatMap(({ scope }) => splitScope(scope).year ?? []))].sort() : [];
    const importedAt = group.map((each) => each.importedAt).reduce((last, at) => (at > last ? at : last));
    return { scope: named ? splitScope(group[0]!.scope).of : null, years, from: days[0] ?? null, to: days.at(-1) ?? null, importedAt };
  });
}
