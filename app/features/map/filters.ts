import type { DwellingType } from "../../../db/schema/choices.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Shared } from "./coarsen.ts";

/** What a resident wants to see; always the same as what stands in the URL. */
export type Filters = {
  /** Homes with one of these kinds; none is any. */
  kinds: MeasureKind[];
  /** Only what was done or planned, only wishes, only what stands at streets, or everything. */
  what: "measure" | "wish" | "question" | null;
  dwellingTypes: DwellingType[];
  likeMine: boolean;
  streetId: string | null;
};

const whats = { maatregel: "measure", wens: "wish", vraag: "question" } as const;

/** Kinds of home that can be chosen. */
export const choosableTypes = ["terraced", "end_terrace", "semi_detached", "detached", "flat", "other"] as const satisfies readonly DwellingType[];

/** Reads the filters from a URL; what isn't understood is left out. */
export function readFilters(query: URLSearchParams): Filters {
  const what = query.get("wat");
  return {
    kinds: [...new Set(query.getAll("soort"))].filter(isMeasureKind),
    what: what === "maatregel" || what === "wens" || what === "vraag" ? whats[what] : null,
    dwellingTypes: choosableTypes.filter((type) => query.getAll("woning").includes(type)),
    likeMine: query.get("zoals") === "mijn-huis",
    streetId: /^[\w-]{1,20}$/.exec(query.get("straat") ?? "")?.[0] ?? null,
  };
}

/** Whether anything is filtered at all. */
export function isFiltered(filters: Filters): boolean {
  return filters.kinds.length > 0 || filters.what !== null || filters.dwellingTypes.length > 0 || filters.likeMine || filters.streetId !== null;
}

/** Names in the URL of what belongs to the filters. */
const filterNames = ["soort", "wat", "woning", "zoals", "straat"];

/**
 * The page with another home selected, or none, and everything else as it is.
 * @param changes null takes a name out of the URL
 */
export function mapUrl(query: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text ? `/kaart?${text}` : "/kaart";
}

/** The page without any filter, in the same view. */
export function unfilteredUrl(query: URLSearchParams): string {
  return mapUrl(query, Object.fromEntries([...filterNames, "zoek", "pagina"].map((name) => [name, null])));
}

/** The page with one value of a filter added or, when it is there, taken away; always from the first page of the list. */
export function toggleUrl(query: URLSearchParams, name: string, value: string): string {
  const next = new URLSearchParams(query);
  next.delete(name);
  next.delete("pagina");
  const values = query.getAll(name);
  for (const one of values.includes(value) ? values.filter((known) => known !== value) : [...values, value]) next.append(name, one);
  return mapUrl(next, {});
}

/** Facts of a place that everybody knows, by which it can be filtered. */
export type PublicFacts = { streetId: string; dwellingType: DwellingType | null };

/**
 * Whether a place belongs to what was asked for. Kinds are compared with what the map shows of it and with nothing else.
 * @param alike places like the viewer's own home; only used when the filter asks for it
 */
export function matches(place: string, facts: PublicFacts, shared: Shared, filters: Filters, alike: ReadonlySet<string>): boolean {
  if (filters.what === "question") return false;
  if (filters.streetId !== null && facts.streetId !== filters.streetId) return false;
  if (filters.dwellingTypes.length > 0 && !(facts.dwellingType && filters.dwellingTypes.includes(facts.dwellingType))) return false;
  if (filters.likeMine && !alike.has(place)) return false;
  if (filters.kinds.length === 0 && filters.what === null) return true;
  const measures = shared.flat ? shared.measures.map(([kind]) => kind) : [...shared.done, ...shared.planned];
  const wishes = shared.flat ? shared.wishes.map(([kind]) => kind) : shared.wishes;
  const asked = filters.what === "measure" ? measures : filters.what === "wish" ? wishes : [...measures, ...wishes];
  return filters.kinds.length === 0 ? asked.length > 0 : filters.kinds.some((kind) => asked.includes(kind));
}
