import { figureExpectations } from "./expectations-of-figures.ts";
import { joiningExpectations } from "./expectations-of-joining.ts";
import { noticeExpectations } from "./expectations-of-notices.ts";
import { purchaseExpectations } from "./expectations-of-purchases.ts";
import { questionExpectations } from "./expectations-of-questions.ts";
import { visitExpectations } from "./expectations-of-visits.ts";
import { threadExpectations } from "./expectations-of-threads.ts";
import type { TableKey } from "./rows.ts";
import { all, authOnly, type Expectation, household, itemColumns, itemRows, measureColumns, moderators, neighbours, nobody, readBy, type ViewerName, viewers, worker, workerRow } from "./viewers.ts";

export { type Expectation, type ViewerName, viewerNames } from "./viewers.ts";

const onPaper: Record<TableKey, Expectation> = {
  // Written by the owner only, read at start-up.
  migration: { rows: { any: { ...nobody, select: worker } }, insert: [], grants: { app_worker: "select" } },
  sharedKind: { rows: { measure: { ...nobody, select: [...viewers, "worker"] } }, insert: [], grants: { app_viewer: "select", app_worker: "select", app_definer: "select" } },

  // Public registers: residents read their own neighbourhood, sign-up reads addresses everywhere.
  municipality: { rows: { other: readBy(...viewers, "auth") }, insert: worker, grants: { app_viewer: "select", app_auth: "select", app_worker: all } },
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
  // Of others there is a distribution per street, by a function; not even a moderator reads theirs.
  energyLabel: { rows: { own: readBy(...household) }, insert: worker, grants: { app_viewer: "select", app_worker: all, app_definer: "select (dwelling_id, energy_class)" } },
  baseMap: { rows: { here: readBy(...neighbours, "moderatorHere") }, insert: worker, grants: { app_viewer: "select", app_worker: all } },
  gridUse: { rows: { any: readBy(...viewers) }, insert: worker, grants: { app_viewer: "select", app_worker: all } },
  importRun: { rows: { any: workerRow }, insert: worker, grants: { app_worker: all, app_definer: "select (kind, file_name, source_date, finished_at, summary)" } },
  areaFigure: { rows: { here: readBy(...viewers), country: readBy(...viewers) }, insert: worker, grants: { app_viewer: "select", app_worker: all, app_definer: "select (code, year, name)" } },
  // A moderator of the neighbourhood decides once.
  neighbourhoodSuccession: {
    rows: { open: { select: ["moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: worker }, refused: { select: ["moderatorHere", "worker"], update: worker, delete: worker } },
    insert: worker,
    grants: { app_viewer: "select, update (decision, decided_at, decided_by, reason)", app_worker: all },
  },
  neighbourhoodSuccessor: { rows: { there: readBy("moderatorHere") }, insert: worker, grants: { app_viewer: "select", app_worker: all } },

  account: authOnly("other"),
  session: authOnly("own"),
  signup: authOnly("own"),
  mailProof: authOnly("own"),
  letterCode: authOnly("own"),
  householdInvitation: authOnly("own"),
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
    grants: { app_viewer: "select", app_auth: "select, insert, update", app_worker: all, app_definer: "select, insert (neighbourhood_code, dwelling_id, street_id, building_id), update (ended_at)" },
  },
  // Of one person: not a housemate's. The job writes pieces and cannot read them.
  ownArchive: { rows: { own: { select: ["own", "worker"], update: worker, delete: worker } }, insert: ["own", "worker"], grants: { app_viewer: "select, insert", app_worker: all } },
  ownArchivePiece: {
    rows: { own: { select: ["own", "worker"], update: [], delete: worker } },
    insert: worker,
    grants: { app_viewer: "select", app_worker: "select (archive_id, part), insert, delete" },
  },
  // For the household that says it: not for neighbours, and not for whoever has a role.
  homeCorrection: {
    rows: { neighbour: { select: ["sameStreet", "worker"], update: ["sameStreet", "worker"], delete: ["sameStreet", "worker"] } },
    insert: [...household, "worker"],
    grants: {
      app_viewer: "select, insert, update (dwelling_type, built_year, area_m2, energy_class, saved_at), delete",
      app_worker: all,
      app_definer: "select (household_id, dwelling_type), delete",
    },
  },
  // Of a home and nobody: for who lives there now.
  leftFact: {
    rows: { own: { select: [...household, "worker"], update: [], delete: [...household, "worker"] } },
    insert: worker,
    grants: { app_viewer: "select, delete", app_worker: "select, insert, delete" },
  },
  // Of one person: not a housemate's.
  plannedMove: {
    rows: { secondAdult: { select: ["secondAdult", "worker"], update: [], delete: ["secondAdult", "worker"] } },
    insert: ["own"],
    grants: { app_viewer: "select, insert, delete", app_worker: "select, delete" },
  },
  putAside: {
    rows: { own: { select: [...household, "worker"], update: worker, delete: [...household, "worker"] } },
    insert: [...household, "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select (household_id), delete" },
  },
  resident: {
    rows: { own: { select: [...household, "worker", "auth"], update: ["own", "worker", "auth"], delete: worker } },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select, update (display_name, involvement, welcomed_at)", app_auth: "select, insert, update", app_worker: all, app_definer: "select (id, household_id, display_name), delete" },
  },
  membership: {
    rows: { own: { select: [...household, "worker", "auth"], update: ["worker", "auth"], delete: worker } },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select", app_auth: "select, insert, update", app_worker: all, app_definer: "select, update (ended_at, ended_reason)" },
  },
  joinRequest: {
    rows: { own: { select: [...household, "worker", "auth"], update: [...household, "worker", "auth"], delete: worker } },
    insert: ["worker", "auth"],
    grants: { app_viewer: "select, update (decided_at, decided_by, accepted)", app_auth: "select, insert, update", app_worker: all },
  },
  // The ledger: nobody changes a line, a withdrawal apart; jobs erase.
  consent: {
    rows: {
      own: { select: [...household, "worker"], update: [...household, "worker"], delete: worker },
      withdrawn: { select: [...household, "worker"], update: worker, delete: worker },
      // What somebody agreed to about themselves is no housemate's to read.
      name: { select: ["own", "worker"], update: ["own", "worker"], delete: worker },
    },
    insert: ["own", "worker"],
    grants: {
      app_viewer: "select, insert, update (withdrawn_at, withdrawn_by, declined_version)",
      app_worker: "select, insert, update (household_id, withdrawn_at, withdrawn_by), delete",
      app_definer: "select, update (resident_id, withdrawn_at)",
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
      app_definer: "select, update (resident_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at)",
    },
  },
  wish: {
    rows: { ...itemRows, joined: { select: [...neighbours, "worker"], update: ["sameStreet", "worker"], delete: worker } },
    insert: ["own", "worker"],
    grants: {
      app_viewer: `select, insert, update (${itemColumns.replace("{own}", "title, note, horizon, holding_back")})`,
      app_worker: all,
      app_definer: "select, update (resident_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at)",
    },
  },
  story: {
    rows: itemRows,
    insert: ["own", "worker"],
    grants: {
      app_viewer: `select, insert, update (${itemColumns.replace("kind, {own}", "indicator, title, body")})`,
      app_worker: all,
      app_definer: "select, update (resident_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at)",
    },
  },
  ...questionExpectations,
  ...purchaseExpectations,
  wishJoin: {
    rows: { own: { select: [...neighbours, "worker"], update: [...household, "worker"], delete: [...household, "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (shown_name), delete", app_worker: all, app_definer: "select, update (resident_id), delete" },
  },
  // Read by whoever blocked and by nobody else: not by a housemate, and not by who is blocked.
  block: {
    rows: { own: { select: ["own", "worker"], update: worker, delete: ["own", "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select (id, resident_id, blocked_household_id), insert" },
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
      app_definer: "select, update (reporter_id, closed_at, closed_by, decision, decision_note, rule, rules_version, reviewed_at, review)",
    },
  },
  hiding: {
    rows: {
      own: { select: [...household, "moderatorHere", "worker"], update: worker, delete: worker },
      ofPost: { select: ["moderatorHere", "official", "worker"], update: worker, delete: worker },
    },
    insert: worker,
    grants: { app_viewer: "select", app_worker: all, app_definer: "select, insert, update" },
  },
  // Written by the functions only: a household objects to a hiding, who reported to a keeping.
  appeal: {
    rows: {
      hiding: { select: [...household, "moderatorHere", "worker"], update: worker, delete: worker },
      kept: { select: ["own", "moderatorHere", "worker"], update: worker, delete: worker },
      ofPost: { select: ["moderatorHere", "official", "worker"], update: worker, delete: worker },
    },
    insert: worker,
    grants: {
      app_viewer: "select (id, neighbourhood_code, hiding_id, report_id, subject_kind, subject_id, first_decided_by, reason, created_at, decided_at, decided_by, outcome, answer)",
      app_worker: all,
      app_definer: "select, insert, update (resident_id, decided_at, decided_by, outcome, answer)",
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

  retentionCount: { rows: { run: { select: worker, update: [], delete: worker } }, insert: worker, grants: { app_worker: "select, insert, delete", app_definer: "select" } },
  ...figureExpectations,
  ...joiningExpectations,
  ...noticeExpectations,
  ...visitExpectations,
  ...threadExpectations,
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
