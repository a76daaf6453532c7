import type { Person } from "../support/town.ts";
import type { TableKey } from "./rows.ts";

// Who may do what with which row: the one place where access is decided on paper. Every table must be here (a type error
// and a failing test otherwise); what is not listed must be refused, and what is listed must really work.

/** `contactPerson` is `sameStreet`, as contact person of that street and building; `propertyManager` answers for the building of `own`. */
export type ViewerName = Person | "contactPerson" | "nobody" | "worker" | "auth" | "insights";
export const viewerNames: readonly ViewerName[] = [
  "nobody", "own", "secondAdult", "sameBuilding", "sameStreet", "contactPerson", "sameNeighbourhood", "otherNeighbourhood",
  "moderatorHere", "moderatorElsewhere", "official", "propertyManager", "worker", "auth", "insights",
];

type Deeds = { select: ViewerName[]; update: ViewerName[]; delete: ViewerName[] };
type Role = "app_viewer" | "app_auth" | "app_worker" | "app_insights" | "app_definer";
export type Expectation = {
  /** Per row of rows.ts: who sees it, may change something of it, and may delete it. */
  rows: Record<string, Deeds>;
  /** Who may add a row about the household of `own`. */
  insert: ViewerName[];
  /** What each role was granted; columns are named where not all of them are. */
  grants: Partial<Record<Role, string>>;
};

const household: ViewerName[] = ["own", "secondAdult"];
const building: ViewerName[] = [...household, "sameBuilding"];
const street: ViewerName[] = [...building, "sameStreet"];
const neighbours: ViewerName[] = [...street, "sameNeighbourhood"];
const residents: ViewerName[] = [...neighbours, "otherNeighbourhood"];
const viewers: ViewerName[] = ["nobody", ...residents, "moderatorHere", "moderatorElsewhere", "official", "propertyManager"];
const moderators: ViewerName[] = ["moderatorHere", "moderatorElsewhere"];
const worker: ViewerName[] = ["worker"];
const auth: ViewerName[] = ["auth"];

const all = "select, insert, update, delete";
const nobody: Deeds = { select: [], update: [], delete: [] };
const workerRow: Deeds = { select: worker, update: worker, delete: worker };

/** Read by some, written by jobs and imports only. */
const readBy = (...select: ViewerName[]): Deeds => ({ select: [...select, "worker"], update: worker, delete: worker });
/** Accounts and proofs: log-in and sign-up, and nobody else, not even the jobs. */
const authOnly = (row: string): Expectation => ({ rows: { [row]: { select: auth, update: auth, delete: auth } }, insert: auth, grants: { app_auth: all } });

const itemColumns = "shown_name, kind, {own}, audience, narrowed_at, updated_at, shared_at, withdrawn_at, withdrawn_by";
const measureColumns =
  "state, year, cost_range, done_by, satisfaction, experience, would_do_differently, gas_before_m3, gas_after_m3, power_before_kwh, power_after_kwh, may_ask, may_visit";
const item = (select: ViewerName[]): Deeds => ({ select: [...select, "worker"], update: [...household, "worker"], delete: worker });
const itemRows = {
  household: item(household),
  building: item(building),
  street: item(street),
  neighbourhood: item(neighbours),
  withdrawn: item(household),
  hidden: item(household),
};

const onPaper: Record<TableKey, Expectation> = {
  // Written by the owner only, read at start-up.
  migration: { rows: { any: { ...nobody, select: worker } }, insert: [], grants: { app_worker: "select" } },

  // Public registers: residents read their own neighbourhood, sign-up reads addresses everywhere.
  municipality: { rows: { other: readBy(...viewers, "auth") }, insert: worker, grants: { app_viewer: "select", app_auth: "select", app_worker: all } },
  organisation: {
    rows: {
      cooperative: readBy(...viewers, "auth"),
      // Named by who is invited to manage a building; known where it manages one.
      landlord: { select: ["worker", "auth"], update: ["worker", "auth"], delete: worker },
      managing: { select: [...building, "moderatorHere", "propertyManager", "worker", "auth"], update: ["worker", "auth"], delete: worker },
    },
    insert: worker,
    grants: { app_viewer: "select", app_auth: "select, insert, update (created_at)", app_worker: all, app_definer: "select" },
  },
  neighbourhood: { rows: { notServed: readBy("auth") }, insert: worker, grants: { app_viewer: "select", app_auth: "select", app_worker: all, app_definer: "select" } },
  street: { rows: { here: readBy(...viewers, "auth") }, insert: worker, grants: { app_viewer: "select", app_auth: "select", app_worker: all } },
  streetInNeighbourhood: {
    rows: { here: readBy(...neighbours, "moderatorHere", "auth") },
    insert: worker,
    grants: { app_viewer: "select", app_auth: "select", app_worker: all, app_definer: "select" },
  },
  building: {
    rows: { here: readBy(...neighbours, "moderatorHere", "auth") },
    insert: worker,
    grants: { app_viewer: "select", app_auth: "select", app_worker: all, app_definer: "select" },
  },
  dwelling: {
    rows: { here: readBy(...neighbours, "moderatorHere", "auth") },
    insert: worker,
    grants: { app_viewer: "select", app_auth: "select", app_worker: all, app_definer: "select" },
  },
  dwellingBuilding: { rows: { here: readBy(...neighbours, "moderatorHere") }, insert: worker, grants: { app_viewer: "select", app_worker: all } },
  address: { rows: { here: readBy(...neighbours, "moderatorHere", "auth") }, insert: worker, grants: { app_viewer: "select", app_auth: "select", app_worker: all } },
  baseMap: { rows: { here: readBy(...neighbours, "moderatorHere") }, insert: worker, grants: { app_viewer: "select", app_worker: all } },
  importRun: { rows: { any: workerRow }, insert: worker, grants: { app_worker: all } },

  account: authOnly("other"),
  session: authOnly("own"),
  signup: authOnly("own"),
  mailProof: authOnly("own"),
  letterCode: authOnly("own"),
  letterReach: { rows: { here: { select: auth, update: auth, delete: [] } }, insert: auth, grants: { app_auth: "select, insert, update" } },
  householdInvitation: authOnly("own"),
  // Given by who has the role, and answered once: what it says never changes.
  roleInvitation: {
    rows: { contact: { select: auth, update: auth, delete: auth } },
    insert: auth,
    grants: { app_auth: "select, insert, update (token_hash, sent_count, expires_at, accepted_at, declined_at, revoked_at), delete" },
  },
  emailChange: authOnly("own"),
  totp: authOnly("moderator"),
  recoveryCode: authOnly("moderator"),
  passkey: authOnly("own"),
  passkeyChallenge: authOnly("own"),
  waiting: authOnly("any"),
  rateLimit: authOnly("any"),

  // People: a household sees itself and nobody else.
  household: {
    rows: {
      own: { select: [...household, "worker", "auth"], update: ["worker", "auth"], delete: worker },
      ended: { select: ["worker", "auth"], update: ["worker", "auth"], delete: worker },
    },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select", app_auth: "select, insert, update", app_worker: all, app_definer: "select (id, neighbourhood_code, street_id, building_id, ended_at)" },
  },
  resident: {
    rows: { own: { select: [...household, "worker", "auth"], update: ["own", "worker", "auth"], delete: worker } },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select, update (display_name, involvement, welcomed_at)", app_auth: "select, insert, update", app_worker: all, app_definer: "select (id, household_id, display_name)" },
  },
  membership: {
    rows: { own: { select: [...household, "worker", "auth"], update: ["worker", "auth"], delete: worker } },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select", app_auth: "select, insert, update", app_worker: all, app_definer: "select (household_id, resident_id, ended_at)" },
  },
  joinRequest: {
    rows: { own: { select: [...household, "worker", "auth"], update: [...household, "worker", "auth"], delete: worker } },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select, update (decided_at, decided_by, accepted)", app_auth: "select, insert, update", app_worker: all },
  },
  roleGrant: {
    rows: {
      own: { select: ["own", "moderatorElsewhere", "worker", "auth"], update: worker, delete: worker },
      contact: { select: ["own", "moderatorHere", "worker", "auth"], update: worker, delete: worker },
      official: { select: ["moderatorHere", "official", "worker", "auth"], update: worker, delete: worker },
    },
    // app_auth only together with an invitation that is accepted in the same transaction: see the tests of roles.
    insert: worker,
    grants: { app_viewer: "select", app_auth: "select, insert", app_worker: all, app_definer: "select, update (ended_at, ends_on)" },
  },
  // The log of roles: nobody changes a line.
  roleEvent: {
    rows: {
      contact: { select: ["own", "moderatorHere", "worker"], update: [], delete: worker },
      official: { select: ["official", "worker"], update: [], delete: worker },
    },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select", app_auth: "insert", app_worker: "select, insert, delete", app_definer: "insert" },
  },
  // The ledger: nobody changes a line, a withdrawal apart; jobs erase.
  consent: {
    rows: {
      own: { select: [...household, "worker"], update: [...household, "worker"], delete: worker },
      withdrawn: { select: [...household, "worker"], update: worker, delete: worker },
    },
    insert: ["own", "worker"],
    grants: {
      app_viewer: "select, insert, update (withdrawn_at, withdrawn_by)",
      app_worker: "select, insert, update (household_id, withdrawn_at, withdrawn_by), delete",
      app_definer: "select, update (withdrawn_at)",
    },
  },
  disclosure: {
    rows: { own: { select: [...household, "worker"], update: worker, delete: worker } },
    insert: worker,
    grants: { app_viewer: "select", app_worker: "select, insert, update (household_id), delete", app_definer: "insert" },
  },

  // What is shared. A moderator sees nothing of it here: looking at a reported item goes through a function that leaves a trace.
  measure: {
    rows: itemRows,
    insert: ["own", "worker"],
    grants: {
      app_viewer: `select, insert, update (${itemColumns.replace("{own}", measureColumns)})`,
      app_worker: all,
      app_definer: "select, update (audience, narrowed_at, shared_at, hidden_at)",
    },
  },
  wish: {
    rows: { ...itemRows, joined: { select: [...neighbours, "worker"], update: ["sameStreet", "worker"], delete: worker } },
    insert: ["own", "worker"],
    grants: {
      app_viewer: `select, insert, update (${itemColumns.replace("{own}", "title, note, horizon, holding_back")})`,
      app_worker: all,
      app_definer: "select, update (audience, narrowed_at, shared_at, hidden_at)",
    },
  },
  wishJoin: {
    rows: { own: { select: [...neighbours, "worker"], update: [...household, "worker"], delete: [...household, "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (shown_name), delete", app_worker: all, app_definer: "select, delete" },
  },
  // Of the residents of one building. Who manages it reads through functions only, and once three households take part.
  jointRequest: {
    rows: {
      open: { select: [...building, "worker"], update: ["own", "worker"], delete: worker },
      withdrawn: { select: ["own", "worker"], update: ["own", "worker"], delete: worker },
      longWithdrawn: { select: ["own", "worker"], update: worker, delete: worker },
    },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (withdrawn_at)", app_worker: all, app_definer: "select, update (sent_at)" },
  },
  jointRequestPart: {
    rows: { own: { select: [...building, "worker"], update: [...household, "worker"], delete: [...household, "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (shown_name), delete", app_worker: all, app_definer: "select, delete" },
  },
  jointRequestAnswer: {
    rows: { open: { select: [...building, "worker"], update: worker, delete: worker } },
    insert: worker,
    grants: { app_viewer: "select (id, request_id, neighbourhood_code, building_id, answer, by_day, text, answered_at)", app_worker: all, app_definer: "select, insert" },
  },
  // Read by whoever blocked and by nobody else: not by a housemate, and not by who is blocked.
  block: {
    rows: { own: { select: ["own", "worker"], update: worker, delete: ["own", "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select (resident_id, blocked_household_id)" },
  },
  photo: {
    rows: { neighbourhood: { select: [...neighbours, "worker"], update: worker, delete: [...household, "worker"] } },
    insert: [...household, "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select" },
  },

  // Moderation.
  announcement: {
    rows: {
      published: { select: [...neighbours, "moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: worker },
      withdrawn: { select: ["moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: worker },
    },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, update (withdrawn_at)", app_worker: all },
  },
  report: {
    rows: {
      open: { select: ["own", "moderatorHere", "worker"], update: worker, delete: worker },
      closed: { select: ["own", "moderatorHere", "worker"], update: worker, delete: worker },
    },
    insert: ["own", "worker"],
    grants: {
      app_viewer:
        "select (id, receipt, neighbourhood_code, subject_kind, subject_id, category, note, created_at, closed_at, closed_by, decision, decision_note, rule, rules_version, reviewed_at, review), insert",
      app_worker: all,
      app_definer: "select, update (closed_at, closed_by, decision, decision_note, rule, rules_version, reviewed_at, review)",
    },
  },
  hiding: {
    rows: { own: { select: [...household, "moderatorHere", "worker"], update: worker, delete: worker } },
    insert: worker,
    grants: { app_viewer: "select", app_worker: all, app_definer: "select, insert, update" },
  },
  // Written by the functions only: a household objects to a hiding, who reported to a keeping.
  appeal: {
    rows: {
      hiding: { select: [...household, "moderatorHere", "worker"], update: worker, delete: worker },
      kept: { select: ["own", "moderatorHere", "worker"], update: worker, delete: worker },
    },
    insert: worker,
    grants: {
      app_viewer: "select (id, neighbourhood_code, hiding_id, report_id, subject_kind, subject_id, first_decided_by, reason, created_at, decided_at, decided_by, outcome, answer)",
      app_worker: all,
      app_definer: "select, insert, update (decided_at, decided_by, outcome, answer)",
    },
  },
  // Asked and decided by functions only.
  secondLook: {
    rows: { own: { select: [...household, "moderatorHere", "worker"], update: worker, delete: worker } },
    insert: worker,
    grants: {
      app_viewer: "select (id, neighbourhood_code, hiding_id, subject_kind, subject_id, created_at, decided_at, decided_by, outcome, answer)",
      app_worker: all,
      app_definer: "select, insert, update (decided_at, decided_by, outcome, answer)",
    },
  },
  // An address of which the neighbourhood is not known reaches every moderator: somebody has to look at it.
  missingAddress: {
    rows: {
      here: { select: ["moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: worker },
      somewhere: { select: [...moderators, "worker"], update: [...moderators, "worker"], delete: worker },
    },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select (id, neighbourhood_code, postcode, house_number, street_name, note, created_at, handled_at, handled_by, outcome), update (handled_at, handled_by, outcome)", app_auth: "insert", app_worker: all },
  },
  letter: {
    rows: {
      here: { select: ["moderatorHere", "worker", "auth"], update: ["worker", "auth"], delete: worker },
      invitation: { select: ["moderatorHere", "worker", "auth"], update: ["worker", "auth"], delete: worker },
    },
    insert: ["worker", "auth"],
    grants: {
      app_viewer: "select",
      app_auth: "select, insert, update",
      app_worker: all,
      app_definer: "select (id, dwelling_id, signup_id, printed_at, print_count, ended_at, batch_id), update (printed_at, printed_by, print_count, ended_at)",
    },
  },
  // Ordered by moderators, worked at by the job, fetched through a function.
  letterBatch: {
    rows: { here: { select: ["moderatorHere", "worker", "auth"], update: ["worker", "auth"], delete: worker } },
    insert: ["moderatorHere", "worker"],
    grants: {
      app_viewer: "select, insert",
      app_auth: "select, update (state, attempt, worked_at, total, made, ready_at, gone_at, failure)",
      app_worker: all,
      app_definer: "select, update (state, fetched_at, fetched_by)",
    },
  },
  // Sign-up's job writes it and cannot read it: it sees which pieces there are.
  letterFile: {
    rows: { here: { select: ["worker", "auth"], update: worker, delete: ["worker", "auth"] } },
    insert: ["worker", "auth"],
    grants: { app_auth: "select (batch_id, part), insert, delete", app_worker: all, app_definer: "select" },
  },
  letterRefusal: {
    rows: {
      here: { select: ["moderatorHere", "worker", "auth"], update: ["moderatorHere", "worker"], delete: worker },
      ended: { select: ["moderatorHere", "worker", "auth"], update: worker, delete: worker },
    },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, update (ended_at, ended_by)", app_auth: "select, insert", app_worker: all },
  },

  // Carried along with a deed: everybody adds, only jobs read.
  outbox: { rows: { any: workerRow }, insert: [...viewers, "worker", "auth"], grants: { app_viewer: "insert", app_auth: "insert", app_worker: all, app_definer: "insert" } },
  journalEntry: {
    rows: { any: { ...nobody, select: worker, update: worker } },
    insert: [...household, "worker", "auth"],
    grants: { app_viewer: "insert", app_auth: "insert", app_worker: "select, insert, update (appended_at)", app_definer: "insert" },
  },

  // Everybody asks it for themselves; logging in reads when it is due; only the job erases.
  erasure: {
    rows: { secondAdult: { select: ["secondAdult", "worker", "auth"], update: worker, delete: worker } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert", app_auth: "select (account_id, due_at)", app_worker: all },
  },
};

/** A contact person may do what another resident of the street may, and nothing else: the role opens no row. */
const likeNeighbour = (viewers: ViewerName[]): ViewerName[] => (viewers.includes("sameStreet") ? [...viewers, "contactPerson"] : viewers);

export const expectations = Object.fromEntries(
  Object.entries(onPaper).map(([table, { rows, insert, grants }]) => [
    table,
    {
      rows: Object.fromEntries(Object.entries(rows).map(([row, deeds]) => [row, { select: likeNeighbour(deeds.select), update: likeNeighbour(deeds.update), delete: likeNeighbour(deeds.delete) }])),
      insert: likeNeighbour(insert),
      grants,
    },
  ]),
) as Record<TableKey, Expectation>;
