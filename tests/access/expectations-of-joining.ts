import type { TableKey } from "./rows.ts";
import { all, auth, building, claimColumns, type Expectation, household, readBy, viewers, worker } from "./viewers.ts";

// Roles, letters, other ways in, paper and joint requests.

export const joiningExpectations = {
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
  // Given by who has the role, and answered once: what it says never changes.
  roleInvitation: {
    rows: { contact: { select: auth, update: auth, delete: auth } },
    insert: auth,
    grants: { app_auth: "select, insert, update (token_hash, sent_count, expires_at, accepted_at, declined_at, revoked_at), delete" },
  },
  // Sign-up asks, the functions prove. Who lives at the address is told, and a moderator sees what was objected to.
  addressClaim: {
    rows: {
      asking: { select: ["own", "sameStreet", "worker", "auth"], update: ["worker", "auth"], delete: worker },
      proven: { select: [...household, "sameStreet", "worker", "auth"], update: ["worker", "auth"], delete: worker },
      objected: { select: [...household, "sameStreet", "moderatorHere", "worker", "auth"], update: ["worker", "auth"], delete: worker },
      door: { select: [...household, "moderatorHere", "worker", "auth"], update: ["worker", "auth"], delete: worker },
    },
    insert: ["worker", "auth"],
    grants: {
      app_viewer: `select (${claimColumns})`,
      app_auth:
        "select, insert, update (code_id, code_hmac, code_expires_at, started_at, household_id, object_code_hmac, object_code_expires_at, ended_at)",
      app_worker: all,
      app_definer: "select, insert, update",
    },
  },
  vouch: {
    rows: { sameStreet: { select: ["sameStreet", "worker", "auth"], update: worker, delete: worker } },
    insert: worker,
    grants: {
      app_viewer: "select (id, neighbourhood_code, claim_id, voucher_id, vouched_at, used_at)",
      app_auth: "select (id, claim_id)",
      app_worker: all,
      app_definer: "select, insert, update (used_at), delete",
    },
  },
  vouchLoss: {
    rows: { own: { select: ["own", "worker"], update: worker, delete: worker } },
    insert: worker,
    grants: { app_viewer: "select (id, neighbourhood_code, account_id, reason, lost_at)", app_worker: all, app_definer: "select, insert" },
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
  // Of the residents of one building. Who manages it reads through functions only, and once three households take part.
  jointRequest: {
    rows: {
      open: { select: [...building, "worker"], update: ["own", "worker"], delete: worker },
      withdrawn: { select: ["own", "worker"], update: ["own", "worker"], delete: worker },
      longWithdrawn: { select: ["own", "worker"], update: worker, delete: worker },
      // By the household that was told why, and by who started it.
      hidden: { select: [...household, "worker"], update: ["own", "worker"], delete: worker },
      hiddenOfOthers: { select: ["own", "worker"], update: ["own", "worker"], delete: worker },
    },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (withdrawn_at)", app_worker: all, app_definer: "select, update (sent_at, hidden_at)" },
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
  // Helping on paper: written by functions only. The household reads its own, also through who helps while a session runs.
  paperResident: {
    rows: { own: { select: [...household, "worker", "auth"], update: ["worker", "auth"], delete: worker } },
    insert: worker,
    grants: { app_viewer: "select", app_auth: "select, update (taken_over_at, taken_over_by)", app_worker: all, app_definer: "select, insert (neighbourhood_code, household_id, number, locale), update (ended_at)" },
  },
  assistedSession: {
    rows: { own: readBy(...household) },
    insert: worker,
    grants: {
      app_viewer: "select (id, neighbourhood_code, household_id, paper_resident_id, helper_role, signed_on, text_version, text_shown, locale, started_at, ends_at, ended_at, entry_count)",
      app_worker: all,
      app_definer: "select, insert (neighbourhood_code, household_id, paper_resident_id, helper_id, helper_role, signed_on, text_version, text_shown, locale, ends_at), update (ended_at, entry_count)",
    },
  },
  assistedEntry: { rows: { own: readBy(...household) }, insert: worker, grants: { app_viewer: "select", app_worker: all, app_definer: "insert" } },
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
      app_definer: "select (id, dwelling_id, signup_id, printed_at, print_count, ended_at, batch_id, claim_id, paper_resident_id), insert (neighbourhood_code, dwelling_id, signup_id, claim_id, paper_resident_id), update (printed_at, printed_by, print_count, ended_at)",
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
} satisfies Partial<Record<TableKey, Expectation>>;
