import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { ownVisits, type SeenVisit, seenVisits } from "./find-visit.server.ts";
import { type Moment, moments } from "./moments.server.ts";
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
  const own = (await ownVisits(tx, resident)).filter(({ withdrawnAt }) => !withdrawnAt);
  return {
    open: await visitsFor(tx, null, coming),
    routes: await comingRoutes(tx, resident),
    asGuest: requests.filter(({ side }) => side === "guest").map((request) => listed(request, now)),
    own: own.map((visit) => {
      const here = requests.filter((request) => request.side === "host" && request.visitId === visit.id).map((request) => stateOf(request, now));
      return { visit, moments: at(visit.id), waiting: here.filter((state) => state === "waiting").length, agreed: here.filter((state) => state === "accepted").length };
    }),
  };
}

/**
 * Doors of neighbours where this resident can come and look, the soonest first.
 * @param kind where this kind of measure can be seen; all of them with null
 * @param coming the moments that this resident sees, where they were read before
 */
export async function visitsFor(tx: ViewerTx, kind: MeasureKind | null, coming?: Moment[]): Promise<{ visit: SeenVisit; moments: Moment[] }[]> {
  const times = coming ?? (await moments(tx));
  const open = (await seenVisits(tx))
    .filter(({ kinds }) => kind === null || kinds.includes(kind))
    .map((visit) => ({ visit, moments: times.filter(({ visitId }) => visitId === visit.id) }))
    .filter(({ visit, moments: here }) => visit.byAppointment || here.length > 0);
  const first = ({ moments: here }: (typeof open)[number]) => here[0]?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER;
  return open.toSorted((a, b) => first(a) - first(b));
}

/** A request as a list shows it. */
export function listed(request: VisitRequest, now: Date): ListedRequest {
  const { id, side, streetName, otherName, startsAt, endsAt, people } = request;
  return { id, side, streetName, otherName, startsAt, endsAt, people, state: stateOf(request, now) };
}
