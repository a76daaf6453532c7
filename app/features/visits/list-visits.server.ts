import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownVisits, seenVisits } from "./find-visit.server.ts";
import { moments } from "./moments.server.ts";
import { stateOf } from "./policy.ts";
import type { ListedRequest } from "./request-row.tsx";
import { comingRoutes } from "./routes.server.ts";
import { type VisitRequest, visitRequests } from "./visit-requests.server.ts";

/** Where one can come and look, where one asked to, and what is open at home; the soonest first, and of neighbours only where one can come. */
export async function listVisits(tx: ViewerTx, resident: Resident) {
  const coming = await moments(tx);
  const requests = await visitRequests(tx);
  const now = new Date();
  const at = (visitId: string) => coming.filter((moment) => moment.visitId === visitId);
  const firstOf = (visitId: string) => at(visitId)[0]?.startsAt.getTime() ?? Number.POSITIVE_INFINITY;
  const open = (await seenVisits(tx)).filter(({ id, byAppointment }) => byAppointment || at(id).length > 0).map((visit) => ({ visit, moments: at(visit.id) }));
  const own = (await ownVisits(tx, resident)).filter(({ withdrawnAt }) => !withdrawnAt);
  return {
    open: open.toSorted((a, b) => firstOf(a.visit.id) - firstOf(b.visit.id)),
    routes: await comingRoutes(tx, resident),
    asGuest: requests.filter(({ side }) => side === "guest").map((request) => listed(request, now)),
    own: own.map((visit) => {
      const here = requests.filter((request) => request.side === "host" && request.visitId === visit.id).map((request) => stateOf(request, now));
      return { visit, moments: at(visit.id), waiting: here.filter((state) => state === "waiting").length, agreed: here.filter((state) => state === "accepted").length };
    }),
  };
}

/** A request as a list shows it. */
export function listed(request: VisitRequest, now: Date): ListedRequest {
  const { id, side, streetName, otherName, startsAt, endsAt, people } = request;
  return { id, side, streetName, otherName, startsAt, endsAt, people, state: stateOf(request, now) };
}
