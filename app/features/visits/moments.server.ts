import { and, asc, eq, sql } from "drizzle-orm";
import { visitSlot } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** A moment to come at which a door is open. */
export type Moment = { id: string; visitId: string; startsAt: Date; endsAt: Date; capacity: number; placesLeft: number; routeId: string | null; own: boolean };

/**
 * Moments to come, of openings that this resident sees and of the own household, in the order of the clock.
 * @param of of one opening, or of one route; without it all of them
 */
export function moments(tx: ViewerTx, of: { visit: string } | { route: string } | null = null): Promise<Moment[]> {
  const which = of === null ? undefined : "visit" in of ? eq(sql`s.visit_id`, of.visit) : eq(sql`s.route_id`, of.route);
  return tx
    .select({
      id: sql<string>`s.id`,
      visitId: sql<string>`s.visit_id`,
      startsAt: sql<Date>`s.starts_at`.mapWith(visitSlot.startsAt),
      endsAt: sql<Date>`s.ends_at`.mapWith(visitSlot.endsAt),
      capacity: sql<number>`s.capacity`.mapWith(Number),
      placesLeft: sql<number>`s.places_left`.mapWith(Number),
      routeId: sql<string | null>`s.route_id`,
      own: sql<boolean>`s.own`,
    })
    .from(sql`viewer.visit_slots_seen() s`)
    .where(and(which))
    .orderBy(asc(sql`s.starts_at`), sql`s.id`);
}
