import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";
import { findVisit, ownVisits } from "./find-visit.server.ts";
import { listed } from "./list-visits.server.ts";
import { moments } from "./moments.server.ts";
import { visitRequests } from "./visit-requests.server.ts";

/** What the page of an opening shows: to its household with who wants to come, in the order of asking; to a neighbour with what they asked there. Null for what isn't theirs to see. */
export async function visitPage(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [mine] = await ownVisits(tx, resident, id);
  const visit = mine ?? (await findVisit(tx, id));
  if (!visit) return null;
  const now = new Date();
  const requests = (await visitRequests(tx))
    .filter((request) => request.visitId === id)
    .toReversed()
    .map((request) => ({ ...listed(request, now), slotId: request.slotId }));
  const { audience, sharedAt, narrowedAt, withdrawnAt, hiddenAt } = mine ?? {};
  return {
    visit: { ...visit, measureIds: undefined, audience: undefined, sharedAt: undefined, narrowedAt: undefined, withdrawnAt: undefined, hiddenAt: undefined },
    own: mine ? { audience: audience!, sharedAt: sharedAt ?? null, narrowedAt: narrowedAt ?? null, withdrawnAt: withdrawnAt ?? null, hiddenAt: hiddenAt ?? null } : null,
    times: await moments(tx, { visit: id }),
    requests,
  };
}
