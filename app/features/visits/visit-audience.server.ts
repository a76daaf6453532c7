import { and, eq } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import { visit } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { changeAudience } from "../sharing/change-audience.server.ts";
import { restoreItem } from "../sharing/restore-item.server.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { moments } from "./moments.server.ts";

/**
 * Says who may see an own opening; for the own household again, what was agreed is called off.
 * @returns false when the household has no such opening
 * @throws Refused when the audience has too few homes, or the opening was withdrawn
 */
export async function changeVisitAudience(tx: ViewerTx, resident: Resident, id: string, wanted: Audience): Promise<boolean> {
  const [before] = await tx.select({ audience: visit.audience }).from(visit).where(and(eq(visit.id, id), eq(visit.householdId, resident.householdId)));
  if (!(await changeAudience(tx, resident, visit, id, wanted))) return false;
  // A time that was chosen before anybody else could see it is news now.
  const [first] = before?.audience === "household" && wanted !== "household" ? await moments(tx, { visit: id }) : [];
  if (first) await tell(tx, "visit-opened", { subjectId: id, causeId: first.id });
  return true;
}

/** Closes the own door again, with all moments and what was agreed. @returns false when the household has no such opening */
export function withdrawVisit(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  return withdrawItem(tx, resident, visit, id);
}

/**
 * Puts a withdrawn opening back; its moments stay called off.
 * @returns the audience that sees it now; null when the household has no such opening
 * @throws Refused after seven days
 */
export function restoreVisit(tx: ViewerTx, resident: Resident, id: string): Promise<Audience | null> {
  return restoreItem(tx, resident, visit, id);
}
