import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { visit, visitRoute, visitSlot } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { amsterdam } from "./amsterdam.server.ts";
import type { NewMoment } from "./visit.schema.server.ts";

/** So many moments to come an opening has at most: it is no calendar of a household. */
export const mostMoments = 12;

/**
 * Opens the door at a moment, told to those who may see it.
 * @returns "added"; "past" when it has begun already; "route" when the day of the route is another; "too_many"; null when the
 * household has no such opening
 */
export async function addMoment(tx: ViewerTx, resident: Resident, visitId: string, { id, day, from, until, capacity, route }: NewMoment): Promise<"added" | "past" | "route" | "too_many" | null> {
  const { householdId, neighbourhoodCode } = resident;
  const [opening] = await tx
    .select({ audience: visit.audience })
    .from(visit)
    .where(and(eq(visit.id, visitId), eq(visit.householdId, householdId), isNull(visit.withdrawnAt)))
    .for("update");
  if (!opening) return null;
  const startsAt = amsterdam(day, from);
  const [held] = await tx.select({ past: sql<boolean>`${startsAt} <= now()` }).from(sql`(select) as nothing`);
  if (held!.past) return "past";
  const [coming] = await tx.select({ moments: count() }).from(visitSlot).where(and(eq(visitSlot.visitId, visitId), isNull(visitSlot.cancelledAt), eq(visitSlot.agreed, false), gt(visitSlot.startsAt, sql`now()`)));
  if (Number(coming!.moments) >= mostMoments) return "too_many";
  if (route !== null) {
    const [open] = await tx.select({ id: visitRoute.id }).from(visitRoute).where(and(eq(visitRoute.id, route), eq(visitRoute.day, day), eq(visitRoute.neighbourhoodCode, neighbourhoodCode), isNull(visitRoute.withdrawnAt)));
    if (!open) return "route";
  }
  const [made] = await tx
    .insert(visitSlot)
    .values({ id, visitId, neighbourhoodCode, householdId, startsAt, endsAt: amsterdam(day, until), capacity, routeId: route })
    .onConflictDoNothing({ target: visitSlot.id })
    .returning({ id: visitSlot.id });
  if (made && opening.audience !== "household") await tell(tx, "visit-opened", { subjectId: visitId, causeId: made.id });
  return "added";
}
