import type { Person } from "../support/town.ts";

// Who may do what with which row: the one place where access is decided on paper. Every table must be here (a type error
// and a failing test otherwise); what is not listed must be refused, and what is listed must really work.

/** `contactPerson` is `sameStreet`, as contact person of that street and building; `propertyManager` answers for the building of `own`. */
export type ViewerName = Person | "contactPerson" | "nobody" | "worker" | "auth" | "insights";
export const viewerNames: readonly ViewerName[] = [
  "nobody", "own", "secondAdult", "sameBuilding", "sameStreet", "contactPerson", "sameNeighbourhood", "otherNeighbourhood",
  "moderatorHere", "moderatorElsewhere", "official", "propertyManager", "worker", "auth", "insights",
];

export type Deeds = { select: ViewerName[]; update: ViewerName[]; delete: ViewerName[] };
export type Role = "app_viewer" | "app_auth" | "app_worker" | "app_insights" | "app_definer";
export type Expectation = {
  /** Per row of rows.ts: who sees it, may change something of it, and may delete it. */
  rows: Record<string, Deeds>;
  /** Who may add a row about the household of `own`. */
  insert: ViewerName[];
  /** What each role was granted; columns are named where not all of them are. */
  grants: Partial<Record<Role, string>>;
};

export const household: ViewerName[] = ["own", "secondAdult"];
export const building: ViewerName[] = [...household, "sameBuilding"];
export const street: ViewerName[] = [...building, "sameStreet"];
export const neighbours: ViewerName[] = [...street, "sameNeighbourhood"];
export const residents: ViewerName[] = [...neighbours, "otherNeighbourhood"];
export const viewers: ViewerName[] = ["nobody", ...residents, "moderatorHere", "moderatorElsewhere", "official", "propertyManager"];
export const moderators: ViewerName[] = ["moderatorHere", "moderatorElsewhere"];
export const worker: ViewerName[] = ["worker"];
export const auth: ViewerName[] = ["auth"];

export const all = "select, insert, update, delete";
export const nobody: Deeds = { select: [], update: [], delete: [] };
export const workerRow: Deeds = { select: worker, update: worker, delete: worker };

/** Read by some, written by jobs and imports only. */
export const readBy = (...select: ViewerName[]): Deeds => ({ select: [...select, "worker"], update: worker, delete: worker });
/** Accounts and proofs: log-in and sign-up, and nobody else, not even the jobs. */
export const authOnly = (row: string): Expectation => ({ rows: { [row]: { select: auth, update: auth, delete: auth } }, insert: auth, grants: { app_auth: all } });

export const itemColumns = "shown_name, kind, {own}, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by";
export const claimColumns =
  "id, neighbourhood_code, dwelling_id, way, shown_name, created_at, proven_at, confirmed_by, starts_at, started_at, household_id, acknowledged_at, acknowledged_household_id, objected_at, decided_at, outcome, reason, ended_at";
export const measureColumns =
  "state, year, cost_range, done_by, satisfaction, experience, would_do_differently, gas_before_m3, gas_after_m3, power_before_kwh, power_after_kwh, may_ask, may_visit";
export const item = (select: ViewerName[]): Deeds => ({ select: [...select, "worker"], update: [...household, "worker"], delete: worker });
export const itemRows = {
  household: item(household),
  building: item(building),
  street: item(street),
  neighbourhood: item(neighbours),
  withdrawn: item(household),
  hidden: item(household),
};
