import { all, type Expectation, worker } from "./viewers.ts";

/** A private thread is of two people: not of a housemate, and not of a moderator, who reads a reported message through a function only. */
export const threadExpectations: { privateThread: Expectation; privateMessage: Expectation } = {
  privateThread: {
    rows: {
      open: { select: ["own", "sameStreet", "worker"], update: ["own", "sameStreet", "worker"], delete: worker },
      asked: { select: ["own", "sameStreet", "worker"], update: ["own", "sameStreet", "worker"], delete: worker },
      ended: { select: ["own", "sameStreet", "worker"], update: worker, delete: worker },
    },
    insert: ["own", "worker"],
    grants: { app_viewer: "select, insert, update (ended_at, ended_by)", app_worker: all, app_definer: "select, update (asker_name, asked_name, last_message_at), delete" },
  },
  privateMessage: {
    rows: {
      sent: { select: ["own", "sameStreet", "worker"], update: ["own", "worker"], delete: worker },
      received: { select: ["own", "sameStreet", "worker"], update: ["sameStreet", "worker"], delete: worker },
      takenBack: { select: ["own", "sameStreet", "worker"], update: worker, delete: worker },
      hidden: { select: ["own", "worker"], update: ["own", "worker"], delete: worker },
    },
    insert: ["own", "worker"],
    grants: {
      app_viewer: "select, insert, update (updated_at, withdrawn_at, withdrawn_by)",
      app_worker: all,
      app_definer: "select, update (resident_id, shown_name, body, audience, narrowed_at, shared_at, withdrawn_at, hidden_at)",
    },
  },
};
