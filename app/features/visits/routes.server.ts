import { and, asc, avg, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { baseMap, dwelling, neighbourhood } from "../../../db/schema/register.ts";
import { visitRoute } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { ownVisits, type SeenVisit, seenVisits } from "./find-visit.server.ts";
import { type Moment, moments } from "./moments.server.ts";
import type { NewRoute } from "./visit.schema.server.ts";
import { walkingOrder } from "./walking-order.ts";

const today = sql`(now() at time zone 'Europe/Amsterdam')::date`;
const columns = { id: visitRoute.id, neighbourhoodCode: visitRoute.neighbourhoodCode, day: visitRoute.day, title: visitRoute.title, note: visitRoute.note };

/** A home on a route: what can be seen, when, and where one walks to: the home where it shows itself, else the middle of its street. */
export type RouteStop = { visit: SeenVisit; moments: Moment[]; own: boolean; lon: number; lat: number };

/** Announces a day on which homes are open. @returns its id */
export async function announceRoute(tx: ViewerTx, moderator: Moderator, route: NewRoute): Promise<string> {
  const [made] = await tx.insert(visitRoute).values({ ...route, announcedBy: moderator.residentId }).returning({ id: visitRoute.id });
  return made!.id;
}

/** Takes a route back; the moments on it go on by themselves. @returns false when there is none of this moderator's neighbourhoods */
export async function withdrawRoute(tx: ViewerTx, moderator: Moderator, id: string): Promise<boolean> {
  const gone = await tx
    .update(visitRoute)
    .set({ withdrawnAt: sql`now()` })
    .where(and(eq(visitRoute.id, id), inArray(visitRoute.neighbourhoodCode, [...moderator.moderates]), isNull(visitRoute.withdrawnAt)))
    .returning({ id: visitRoute.id });
  return gone.length > 0;
}

/** Routes of today and later in the own neighbourhood. */
export function comingRoutes(tx: ViewerTx, { neighbourhoodCode }: Pick<Resident, "neighbourhoodCode">) {
  return tx.select(columns).from(visitRoute).where(and(eq(visitRoute.neighbourhoodCode, neighbourhoodCode), gte(visitRoute.day, today), isNull(visitRoute.withdrawnAt))).orderBy(asc(visitRoute.day));
}

/** Routes of today and later in the neighbourhoods of a moderator. */
export function moderatedRoutes(tx: ViewerTx, { moderates }: Moderator) {
  return tx
    .select({ ...columns, neighbourhoodName: neighbourhood.name })
    .from(visitRoute)
    .innerJoin(neighbourhood, eq(neighbourhood.code, visitRoute.neighbourhoodCode))
    .where(and(inArray(visitRoute.neighbourhoodCode, [...moderates]), gte(visitRoute.day, today), isNull(visitRoute.withdrawnAt)))
    .orderBy(asc(visitRoute.day));
}

/** A route with its stops in walking order, as far as this resident may see them; null for what isn't there or is over. */
export async function findRoute(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [route] = await tx.select(columns).from(visitRoute).where(and(eq(visitRoute.id, id), eq(visitRoute.neighbourhoodCode, resident.neighbourhoodCode), gte(visitRoute.day, today), isNull(visitRoute.withdrawnAt)));
  if (!route) return null;
  const on = await moments(tx, { route: id });
  const ids = [...new Set(on.map(({ visitId }) => visitId))];
  const own = (await ownVisits(tx, resident)).filter((visit) => ids.includes(visit.id));
  const openings = [...(await seenVisits(tx, ids)), ...own];
  const where = await places(tx, resident, openings);
  const stops = openings.flatMap((visit): RouteStop[] => {
    const at = where.get(visit.id);
    return at ? [{ visit, own: own.some((mine) => mine.id === visit.id), moments: on.filter(({ visitId }) => visitId === visit.id), ...at }] : [];
  });
  const [base] = await tx.select({ geojson: baseMap.geojson }).from(baseMap).where(eq(baseMap.neighbourhoodCode, resident.neighbourhoodCode));
  return { route, stops: walkingOrder(stops), ground: base?.geojson ?? null };
}

/** Where each stop is: no nearer than it shows itself. The middle of a street is that of all homes in it, whoever is open. */
async function places(tx: ViewerTx, resident: Resident, openings: readonly SeenVisit[]): Promise<Map<string, { lon: number; lat: number }>> {
  const found = new Map<string, { lon: number; lat: number }>();
  if (openings.length === 0) return found;
  const seen = await tx
    .select({ id: sql<string>`v.id`, streetId: sql<string>`v.street_id`, lon: dwelling.lon, lat: dwelling.lat })
    .from(sql`(select id, street_id, dwelling_id from viewer.visits_seen() union all select id, street_id, case when shows_home then dwelling_id end from visit) v`)
    .leftJoin(dwelling, eq(dwelling.id, sql`v.dwelling_id`))
    .where(inArray(sql`v.id`, openings.map(({ id }) => id)));
  const streets = await tx
    .select({ streetId: dwelling.streetId, lon: avg(dwelling.lon).mapWith(Number), lat: avg(dwelling.lat).mapWith(Number) })
    .from(dwelling)
    .where(and(eq(dwelling.neighbourhoodCode, resident.neighbourhoodCode), inArray(dwelling.streetId, [...new Set(seen.map(({ streetId }) => streetId))]), isNull(dwelling.endedOn)))
    .groupBy(dwelling.streetId);
  const middle = new Map(streets.map(({ streetId, ...at }) => [streetId, at]));
  for (const { id, streetId, lon, lat } of seen) {
    const at = lon === null || lat === null ? middle.get(streetId) : { lon, lat };
    if (at) found.set(id, at);
  }
  return found;
}
