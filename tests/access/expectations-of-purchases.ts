import { all, type Deeds, type Expectation, household, neighbours, nobody, readBy, viewers, worker } from "./viewers.ts";

// Purchases. Neighbours read the purchase and its rules; a sign-up is read by its household and by the moderators of where it came
// in, and written by functions only: app/features/purchases/purchase-verbs.test.ts says what these refuse.

const known = readBy(...neighbours, "moderatorHere");
/** A concept is of the moderators of its neighbourhoods. */
const inHand: Deeds = { select: ["moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: ["moderatorHere", "worker"] };
const inHandUnchanged: Deeds = { ...inHand, update: worker };
/** Rules stay as they are from the opening on, whoever would change them. */
const fixed: Deeds = { select: known.select, update: [], delete: [] };
const takingPart = readBy(...household, "moderatorHere");
const byFunctions = { rows: { own: takingPart }, insert: worker } satisfies Partial<Expectation>;

export const purchaseExpectations = {
  purchase: {
    rows: { open: known, concept: inHand },
    insert: ["moderatorHere", "worker"],
    grants: {
      app_viewer: "select, insert, update (title, body, kinds, dwelling_types, for_owners, for_tenants, round, follows_id), delete",
      app_worker: all,
      app_definer: "select, update (supplier, supplier_why, state, rules_version, orders, most_orders, places, opened_at, prolonged_at, ended_at)",
    },
  },
  purchaseNeighbourhood: {
    rows: { open: known, concept: inHandUnchanged },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select" },
  },
  purchaseRules: {
    rows: { open: fixed, concept: inHand },
    insert: ["moderatorHere", "worker"],
    grants: {
      app_viewer:
        "select, insert, update (threshold, capacity, deadline, below, prolong_until, withdrawal, cooling_off_from, contracting_party, commission, criteria, interests, supplier_fields, keep_until), delete",
      app_worker: all,
      app_definer: "select, insert, update (adopted_at, dropped_at)",
    },
  },
  purchaseTier: {
    rows: { open: fixed, concept: inHandUnchanged },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select, insert" },
  },
  purchaseCheck: {
    rows: { open: fixed, concept: inHandUnchanged },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select" },
  },
  purchaseNews: {
    rows: {
      published: { select: known.select, update: ["moderatorHere", "worker"], delete: worker },
      withdrawn: { select: ["moderatorHere", "worker"], update: ["moderatorHere", "worker"], delete: worker },
    },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, update (withdrawn_at)", app_worker: all, app_definer: "insert" },
  },
  purchaseExport: { rows: { made: readBy("moderatorHere") }, insert: worker, grants: { app_viewer: "select", app_worker: all, app_definer: "insert" } },
  purchaseEvent: { rows: { opened: known }, insert: worker, grants: { app_viewer: "select", app_worker: all, app_definer: "insert" } },
  purchaseArrow: { rows: { interest: { ...nobody, select: [...viewers, "worker"] } }, insert: [], grants: { app_viewer: "select", app_worker: "select", app_definer: "select" } },
  // Of who was erased an order stays, that its moderator still reads.
  purchaseSignUp: {
    rows: { own: takingPart, erased: readBy("moderatorHere") },
    insert: worker,
    grants: {
      app_viewer: "select",
      app_worker: all,
      app_definer:
        "select, insert, update (resident_id, homes, rules_version, state, mover, moved_by, moved_at, reason, words, adult, offer_version, terms_version, ordered_at, cooling_off_from, cooling_off_until, waiting_since, held_until, visit_on, planned_on, delivered_on, decided_on, votes_for, votes_of, decision_document, satisfaction, review, measure_id, order_signed_on, left_signed_on, joint_request_id)",
    },
  },
  purchaseSignUpEvent: { ...byFunctions, grants: { app_viewer: "select", app_worker: all, app_definer: "insert" } },
  purchaseOffer: { ...byFunctions, grants: { app_viewer: "select", app_worker: all, app_definer: "select, insert" } },
  purchaseCheckAnswer: { ...byFunctions, grants: { app_viewer: "select", app_worker: all, app_definer: "select, insert, update (answer, answered_at)" } },
  // Never read by a neighbour, an official, or the supplier.
  purchasePhoto: {
    rows: { own: { select: takingPart.select, update: worker, delete: [...household, "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select (sign_up_id, check_id)" },
  },
  // For the supplier: no moderator reads it as a row.
  purchaseContact: {
    rows: { own: { select: [...household, "worker"], update: [...household, "worker"], delete: [...household, "worker"] } },
    insert: [...household, "worker"],
    grants: { app_viewer: "select, insert, update (name, email, phone, saved_at), delete", app_worker: all, app_definer: "select, insert, update (name, email, phone, saved_at), delete" },
  },
  purchaseAgreement: { ...byFunctions, grants: { app_viewer: "select", app_worker: all, app_definer: "select, insert, update (resident_id, agreed, at)" } },
  purchaseNote: {
    rows: {
      note: { select: takingPart.select, update: worker, delete: ["moderatorHere", "worker"] },
      message: takingPart,
    },
    insert: ["moderatorHere", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "insert" },
  },
  purchaseMessage: { rows: { sent: readBy("moderatorHere") }, insert: worker, grants: { app_viewer: "select", app_worker: all, app_definer: "insert" } },
  purchaseReceipt: { ...byFunctions, grants: { app_viewer: "select", app_worker: all, app_definer: "select, insert" } },
} satisfies Record<string, Expectation>;
