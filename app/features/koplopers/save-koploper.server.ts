import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { koploper, visit } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { changeAudience } from "../sharing/change-audience.server.ts";
import { ownerColumns } from "../sharing/own-item.server.ts";
import { refuseAudience } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import { openVisit } from "../visits/open-visit.server.ts";
import type { Badge } from "./koploper.schema.server.ts";

/**
 * Puts a badge up, or changes the one that is up: a person has one. Who has no opening at which they can be asked gets one by
 * appointment, that shows as much of their home as the badge.
 * @returns its id
 * @throws Refused when the audience has too few homes
 */
export async function saveKoploper(tx: ViewerTx, resident: Resident, { kinds, line, place, audience }: Badge): Promise<string> {
  const refusal = refuseAudience(audience, await audienceOptions(tx, resident));
  if (refusal) throw new Refused(refusal);
  const words = { kinds: [...new Set(kinds)], line, showsHome: place === "home" };
  await openByAppointment(tx, resident, words, audience);
  const known = await ownKoploper(tx, resident);
  if (known) {
    await tx.update(koploper).set({ ...words, updatedAt: sql`now()` }).where(eq(koploper.id, known.id));
    await changeAudience(tx, resident, koploper, known.id, audience);
    return known.id;
  }
  const [made] = await tx
    .insert(koploper)
    .values({ ...ownerColumns(resident), ...words, audience, sharedAt: sql`now()` })
    .returning({ id: koploper.id });
  await giveConsent(tx, resident, { purpose: "koploper", audience }, { subjectId: made!.id, fieldGroup: "item" });
  return made!.id;
}

/** The own badge; null for who has none. */
export async function ownKoploper(tx: ViewerTx, { residentId, householdId }: Resident) {
  const [mine] = await tx
    .select({ id: koploper.id, kinds: koploper.kinds, line: koploper.line, showsHome: koploper.showsHome, audience: koploper.audience, hiddenAt: koploper.hiddenAt })
    .from(koploper)
    .where(and(eq(koploper.residentId, residentId), eq(koploper.householdId, householdId), isNull(koploper.withdrawnAt)));
  return mine ?? null;
}

async function openByAppointment(tx: ViewerTx, resident: Resident, { showsHome, kinds }: { showsHome: boolean; kinds: string[] }, audience: Badge["audience"]): Promise<void> {
  const [open] = await tx
    .select({ id: visit.id })
    .from(visit)
    .where(and(eq(visit.householdId, resident.householdId), eq(visit.showsHome, showsHome), isNull(visit.withdrawnAt), ne(visit.audience, "household")))
    .limit(1);
  if (!open) await openVisit(tx, resident, { place: showsHome ? "home" : "street_only", way: "appointment", measures: [], audience }, kinds);
}
