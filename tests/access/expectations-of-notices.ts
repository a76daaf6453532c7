import { all, type Expectation, worker, workerRow } from "./viewers.ts";

// Being told.

export const noticeExpectations = {
  // Carried along with a deed: everybody tells what they did themselves, only the job reads.
  happening: { rows: { own: workerRow }, insert: ["own", "worker"], grants: { app_viewer: "insert", app_worker: all, app_definer: "insert" } },
  // Of one person: not even a housemate reads what somebody was told.
  notice: {
    rows: { own: { select: ["own", "worker"], update: ["own", "worker"], delete: worker } },
    insert: worker,
    grants: { app_viewer: "select, update (read_at)", app_worker: all },
  },
  // How one person wants to be mailed: theirs alone.
  noticeChoice: {
    rows: { neighbour: { select: ["sameStreet", "worker"], update: ["sameStreet", "worker"], delete: worker } },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (direct, questions, visits, wishes, homes, neighbourhood, quiet_nights, changed_at, purchases)", app_worker: all },
  },
  unsubscription: { rows: { own: { select: ["own", "worker"], update: worker, delete: worker } }, insert: worker, grants: { app_viewer: "select", app_worker: all } },
} satisfies Record<string, Expectation>;
