import { people } from "../support/town.ts";
import { known, messageOf, now, own, sameStreet, threadOf } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

const twoDaysAgo = new Date(now.getTime() - 2 * 86_400_000);

/** `own` asks somebody of the same street, who allows it; other residents and the moderator have nothing to do with it. */
export const rowsOfThreads: { privateThread: TableRows<"privateThread">; privateMessage: TableRows<"privateMessage"> } = {
  privateThread: {
    rows: {
      open: { ...threadOf(own, sameStreet, known.openThread), id: known.openThread },
      asked: { ...threadOf(sameStreet, own, known.measure), id: known.thread },
      ended: { ...threadOf(own, sameStreet, known.measure), endedAt: now, endedBy: own.residentId },
    },
    props: [threadOf(sameStreet, people.sameNeighbourhood, known.measure)],
    fresh: (by) => threadOf(by, sameStreet, known.askable),
    change: (by) => ({ endedAt: now, endedBy: by.residentId }),
  },
  privateMessage: {
    rows: {
      sent: messageOf(own, sameStreet, known.openThread),
      received: messageOf(sameStreet, own, known.openThread),
      takenBack: { ...messageOf(own, sameStreet, known.openThread), body: null, createdAt: twoDaysAgo, withdrawnAt: now, withdrawnBy: own.residentId },
      hidden: { ...messageOf(own, sameStreet, known.openThread), hiddenAt: now },
    },
    fresh: (by) => messageOf(by, sameStreet, known.openThread),
    change: (by) => ({ withdrawnAt: now, withdrawnBy: by.residentId }),
  },
};
