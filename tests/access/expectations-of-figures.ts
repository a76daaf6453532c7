import type { TableKey } from "./rows.ts";
import { all, type Deeds, type Expectation, neighbours, nobody, worker } from "./viewers.ts";

// Published figures: read through app_insights, which has nothing else; never changed. What they are made from is the job's.

const lasting: Deeds = { select: [...neighbours, "moderatorHere", "official", "worker"], update: worker, delete: worker };
/** What a moderator hid of a municipality. */
const outOfSight: Deeds = { ...lasting, select: ["moderatorHere", "official", "worker"] };

export const figureExpectations = {
  // Changed by the functions of moderators, and by the job that draws.
  figurePreparation: {
    rows: { prepared: { select: ["moderatorHere", "worker"], update: worker, delete: [] }, waiting: { select: ["moderatorHere", "worker"], update: worker, delete: [] } },
    insert: worker,
    grants: {
      app_viewer: "select",
      app_worker: "select, insert, update (neighbourhoods, state, drawn_at, sheet)",
      app_definer: "select, insert (area, area_name, quarter, district, municipality_code, neighbourhoods), update (state, sheet)",
    },
  },
  figureWaiting: {
    rows: { here: { select: worker, update: [], delete: worker } },
    insert: worker,
    grants: { app_worker: "select, insert, delete", app_definer: "select (preparation_id), delete" },
  },
  // Nothing goes before its year is over.
  figureBudget: { rows: { any: { select: worker, update: worker, delete: [] } }, insert: worker, grants: { app_worker: "select, insert, update (units, answer), delete" } },
  figureEvent: {
    rows: { here: { select: [...neighbours, "moderatorHere", "worker"], update: [], delete: worker } },
    insert: worker,
    grants: { app_viewer: "select", app_worker: "select, insert, delete", app_definer: "select, insert" },
  },
  // The job may; a trigger refuses it all the same.
  publishedRelease: {
    rows: { here: { ...nobody, select: worker }, public: { ...nobody, select: ["worker", "insights"] } },
    insert: worker,
    grants: { app_insights: "select", app_worker: all, app_definer: "select (area, number), insert" },
  },
  publishedFigure: {
    rows: { here: { ...nobody, select: worker }, public: { ...nobody, select: ["worker", "insights"] } },
    insert: worker,
    grants: { app_insights: "select", app_worker: all, app_definer: "insert" },
  },
  figurePublicity: {
    rows: { cooperative: { ...lasting, update: ["moderatorHere", "worker"] }, ended: lasting },
    insert: ["official", "worker"],
    grants: { app_viewer: "select, insert, update (ended_by, ended_at)", app_worker: all, app_definer: "select (neighbourhood_code, side, ended_at)" },
  },
  // Withdrawn by a function of officials, hidden by those of moderators.
  municipalPost: {
    rows: { promise: lasting, withdrawn: lasting, hidden: outOfSight },
    insert: ["official", "worker"],
    grants: { app_viewer: "select, insert", app_worker: all, app_definer: "select, update (title, body, withdrawn_at, withdrawn_by, withdrawn_reason, hidden_at)" },
  },
  promiseReport: {
    rows: { kept: lasting, hidden: outOfSight },
    insert: ["official", "worker"],
    grants: { app_viewer: "select, insert", app_worker: all, app_definer: "select (promise_id), update (reason)" },
  },
} satisfies Partial<Record<TableKey, Expectation>>;
