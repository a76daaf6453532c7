import { all, type Expectation, household, item, itemColumns, itemRows, neighbours, nobody, worker } from "./viewers.ts";

const ofDefiner = "select, update (resident_id, state, merged_into_id, audience, narrowed_at, shared_at, withdrawn_at, hidden_at)";

/** Questions and what hangs on them: all of it is seen by whoever sees the question. */
export const questionExpectations = {
  question: {
    rows: itemRows,
    insert: ["own", "worker"],
    grants: {
      app_viewer: `select, insert, update (${questionColumns()})`,
      app_worker: all,
      app_definer: ofDefiner,
    },
  },
  questionPhoto: {
    rows: { own: { select: [...neighbours, "worker"], update: worker, delete: [...household, "worker"] } },
    insert: [...household, "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select" },
  },
  answer: {
    rows: {
      street: item([...household, "sameBuilding", "sameStreet"]),
      neighbourhood: item(neighbours),
      withdrawn: item(household),
      hidden: item(household),
      underHidden: item(household),
    },
    insert: ["own", "worker"],
    grants: {
      app_viewer: "select, insert, update (shown_name, body, commercial, source, found_on, cost_range, dwelling_types, building_periods, updated_at, withdrawn_at, withdrawn_by)",
      app_worker: all,
      app_definer: "select, update (resident_id, narrowed_at, shared_at, withdrawn_at, hidden_at), delete",
    },
  },
  answerTombstone: {
    rows: { neighbourhood: { ...nobody, select: [...neighbours, "worker"], update: worker, delete: worker } },
    insert: worker,
    grants: { app_viewer: "select", app_worker: all, app_definer: "select, insert, delete" },
  },
  // By who thanks, and the household that is thanked: a number that nobody else sees.
  answerThanks: {
    rows: { own: { select: ["own", "sameNeighbourhood", "worker"], update: worker, delete: ["own", "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select (answer_id, household_id, resident_id, thanked_household_id), delete" },
  },
  questionFollow: {
    rows: { own: { select: ["own", "worker"], update: worker, delete: ["own", "worker"] } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, delete", app_worker: all, app_definer: "select (question_id, household_id, resident_id), update (resident_id), delete" },
  },
  questionClaim: {
    rows: { neighbourhood: item(neighbours) },
    insert: ["own", "worker"],
    grants: {
      app_viewer: "select, insert, update (shown_name, released_at, released_by, release_reason)",
      app_worker: all,
      app_definer: "select, update (released_at, released_by, release_reason), delete",
    },
  },
  outcomeVerdict: {
    rows: { accepted: item(neighbours), askedAgain: { select: [...neighbours, "worker"], update: worker, delete: worker } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (shown_name)", app_worker: all, app_definer: "select, delete" },
  },
  // A moderator of the neighbourhood who does not live there sees no question, and parks none but by the function for reported ones.
  questionParking: {
    rows: { own: { select: [...neighbours, "worker"], update: [...household, "worker"], delete: worker } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (returned_at, returned_by)", app_worker: all, app_definer: "select, delete" },
  },
  questionMerge: {
    rows: { own: { select: [...neighbours, "worker"], update: ["own", "worker"], delete: worker } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (undone_at, undone_by)", app_worker: all, app_definer: "select, update (undone_at), delete" },
  },
} satisfies Record<string, Expectation>;

function questionColumns(): string {
  return itemColumns.replace("kind, {own}", "title, body, measure_kind, about_building, place_street_id, dwelling_type, building_period, commercial");
}
