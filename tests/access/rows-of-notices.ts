import { randomUUID } from "node:crypto";
import { known, type Maker, own } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

const toldTo = ({ neighbourhoodCode, residentId }: Maker) => ({ neighbourhoodCode, residentId, happeningId: randomUUID(), kind: "wish-joined", subjectId: known.wish });
const doneBy = ({ neighbourhoodCode, residentId }: Maker) => ({ neighbourhoodCode, actorId: residentId, kind: "wish-joined", subjectId: known.wish });

/** What happened, and who was told. */
export const rowsOfNotices: { happening: TableRows<"happening">; notice: TableRows<"notice"> } = {
  happening: { rows: { own: doneBy(own) }, fresh: doneBy },
  notice: { rows: { own: toldTo(own) }, fresh: toldTo },
};
