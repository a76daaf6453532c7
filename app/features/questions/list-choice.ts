import type { QuestionState } from "../../../db/schema/choices.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";

/** The tabs of the list of questions, by their word in the address, with the states that each holds. */
export const listStates = {
  open: ["open"],
  uitgezocht: ["claimed"],
  beantwoord: ["outcome", "accepted", "stale"],
  geparkeerd: ["parked"],
} as const satisfies Record<string, readonly QuestionState[]>;
export type ListTab = keyof typeof listStates;
export const listTabs = Object.keys(listStates) as ListTab[];

export type ListChoice = { tab: ListTab; search: string; kind: MeasureKind | null; likeMine: boolean; after: { micros: string; id: string } | null };

/** What an address asks of the list; anything that is not a choice is left out. */
export function readListChoice(params: URLSearchParams): ListChoice {
  const kind = params.get("soort") ?? "";
  const after = /^(\d{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(params.get("na") ?? "");
  return {
    tab: listTabs.find((tab) => tab === params.get("staat")) ?? "open",
    search: (params.get("zoek") ?? "").trim().slice(0, 120),
    kind: isMeasureKind(kind) ? kind : null,
    likeMine: params.has("zoals-mijn"),
    after: after ? { micros: after[1]!, id: after[2]! } : null,
  };
}

/** The address of the list with other choices; what is not named stays, and one begins at the first page. */
export function listPath(choice: ListChoice, change: Partial<ListChoice> = {}, next?: string): string {
  const { tab, search, kind, likeMine } = { ...choice, ...change };
  const params = new URLSearchParams();
  if (tab !== "open") params.set("staat", tab);
  if (search) params.set("zoek", search);
  if (kind) params.set("soort", kind);
  if (likeMine) params.set("zoals-mijn", "ja");
  if (next) params.set("na", next);
  const query = params.toString();
  return query ? `/vragen?${query}` : "/vragen";
}
