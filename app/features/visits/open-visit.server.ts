import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { measure } from "../../../db/schema/sharing.ts";
import { visit, visitMeasure } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { ownerColumns } from "../sharing/own-item.server.ts";
import { refuseAudience } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import { sentBefore } from "../sharing/sent-before.ts";
import type { Door, NewVisit } from "./visit.schema.server.ts";

/**
 * Opens the own door to an audience. Which measures can be seen is linked only where the home shows itself; else no more than
 * their kinds is kept with it.
 * @param kinds what can be seen, where that is not said by measures
 * @returns the id of the opening; the same one when the same form is sent twice
 * @throws Refused when the audience has too few homes
 */
export async function openVisit(tx: ViewerTx, resident: Resident, { id, audience, ...door }: NewVisit, kinds?: string[]): Promise<string> {
  const refusal = refuseAudience(audience, await audienceOptions(tx, resident));
  if (refusal) throw new Refused(refusal);
  const [made] = await tx
    .insert(visit)
    .values({ ...ownerColumns(resident), id, audience, sharedAt: audience === "household" ? null : sql`now()`, ...(await facts(tx, resident, door)), ...(kinds ? { kinds } : {}) })
    .onConflictDoNothing({ target: visit.id })
    .returning({ id: visit.id });
  if (!made) return sentBefore(id);
  await linkMeasures(tx, resident, made.id, door);
  if (audience !== "household") await giveConsent(tx, resident, { purpose: "share_visit", audience }, { subjectId: made.id, fieldGroup: "item" });
  return made.id;
}

/** What an opening keeps of a form: whether it shows its home, and the kinds of the measures that were chosen. */
export async function facts(tx: ViewerTx, resident: Resident, { place, way, measures }: Door) {
  const chosen = measures.length === 0 ? [] : await tx.select({ kind: measure.kind }).from(measure).where(ofOwn(resident, measures)).orderBy(measure.kind);
  return { showsHome: place === "home", byAppointment: way === "appointment", kinds: [...new Set(chosen.map(({ kind }) => kind))] };
}

/** Links the chosen measures that neighbours can see; the database refuses any link of an opening that hides its home. */
export async function linkMeasures(tx: ViewerTx, resident: Resident, visitId: string, { place, measures }: Door): Promise<void> {
  await tx.delete(visitMeasure).where(eq(visitMeasure.visitId, visitId));
  if (place !== "home" || measures.length === 0) return;
  const shared = await tx.select({ id: measure.id }).from(measure).where(and(ofOwn(resident, measures), ne(measure.audience, "household")));
  const { neighbourhoodCode, householdId } = resident;
  if (shared.length > 0) await tx.insert(visitMeasure).values(shared.map(({ id }) => ({ visitId, measureId: id, neighbourhoodCode, householdId })));
}

const ofOwn = ({ householdId }: Resident, ids: string[]) => and(eq(measure.householdId, householdId), inArray(measure.id, ids), isNull(measure.withdrawnAt));
