import { randomUUID } from "node:crypto";
import { known, type Maker, own, sameStreet } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

const toldTo = ({ neighbourhoodCode, residentId }: Maker) => ({ neighbourhoodCode, residentId, happeningId: randomUUID(), kind: "wish-joined", subjectId: known.wish });
const doneBy = ({ neighbourhoodCode, residentId }: Maker) => ({ neighbourhoodCode, actorId: residentId, kind: "wish-joined", subjectId: known.wish });

/** What happened, and who was told. */
export const rowsOfNotices: { happening: TableRows<"happening">; notice: TableRows<"notice">; noticeChoice: TableRows<"noticeChoice">; unsubscription: TableRows<"unsubscription"> } = {
  happening: { rows: { own: doneBy(own) }, fresh: doneBy },
  notice: { rows: { own: toldTo(own) }, fresh: toldTo },
  // Of somebody else: everybody has one at most, so that of the own one can be tried.
  noticeChoice: { rows: { neighbour: { accountId: sameStreet.residentId } }, fresh: (by) => ({ accountId: by.residentId, direct: "nothing" }) },
  unsubscription: { rows: { own: { accountId: own.residentId, scope: "digest", way: "page" } }, fresh: (by) => ({ accountId: by.residentId, scope: "all", way: "mail_program" }) },
};
