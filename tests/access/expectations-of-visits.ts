import { all, type Deeds, type Expectation, household, itemColumns, neighbours, worker, workerRow } from "./viewers.ts";

// Visits and badges: rows are read by their household alone. Neighbours read through functions; tests/access/visits.test.ts
// says what these leave out.

const own: Deeds = { select: [...household, "worker"], update: [...household, "worker"], delete: worker };
const items = { household: own, building: own, street: own, neighbourhood: own, withdrawn: own, hidden: own };
const moderation = "select, update (resident_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at)";

export const visitExpectations = {
  visit: {
    rows: items,
    insert: ["own", "worker"],
    grants: {
      app_viewer: `select, insert, update (${itemColumns.replace("kind, {own}", "shows_home, by_appointment, kinds, languages, accessibility, note, house_rules")})`,
      app_worker: all,
      app_definer: moderation,
    },
  },
  koploper: {
    rows: items,
    insert: ["own", "worker"],
    grants: { app_viewer: `select, insert, update (${itemColumns.replace("kind, {own}", "shows_home, kinds, line")})`, app_worker: all, app_definer: moderation },
  },
  visitMeasure: {
    rows: { own: { select: [...household, "worker"], update: worker, delete: [...household, "worker"] } },
    insert: [...household, "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select" },
  },
  visitSlot: {
    rows: { own: { select: [...household, "worker"], update: worker, delete: worker } },
    insert: [...household, "worker"],
    grants: { app_viewer: "select, insert", app_worker: all, app_definer: "select, insert, update (cancelled_at), delete" },
  },
  // Announced by a moderator of the neighbourhood to its residents.
  visitRoute: {
    rows: {
      coming: { select: [...neighbours, "moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: worker },
      withdrawn: { select: ["moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: worker },
    },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, update (withdrawn_at)", app_worker: all, app_definer: "select" },
  },
  // Of two: each reads of it what they may know, through a function.
  visitRequest: {
    rows: { asked: workerRow },
    insert: worker,
    grants: {
      app_worker: all,
      app_definer: "select, insert, update (slot_id, answer, answered_at, answered_by, decline_reason, answer_words, cancelled_at, cancelled_by, cancel_words, no_show_at, sequence, hidden_at), delete",
    },
  },
  visitFeedback: {
    rows: { thanked: workerRow },
    insert: worker,
    grants: { app_worker: all, app_definer: "select, insert, update (thanked, words, said_by, said_at), delete" },
  },
} satisfies Record<string, Expectation>;
