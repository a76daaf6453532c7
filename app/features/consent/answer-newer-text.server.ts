import { and, eq, isNull, sql } from "drizzle-orm";
import { consent } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { giveConsent } from "./give-consent.server.ts";
import { newerText, subjectOf } from "./newer-text.server.ts";

/**
 * Says yes or no to the newer text of an own consent. A yes ends the old one and gives the new one, for the same thing and the same
 * people; after a no the old one goes on, for what its own text says.
 * @returns false when there is no such consent of this resident, or its text doesn't ask
 */
export async function answerNewerText(tx: ViewerTx, resident: Resident, id: string, yes: boolean): Promise<boolean> {
  const mine = and(eq(consent.id, id), eq(consent.householdId, resident.householdId), eq(consent.residentId, resident.residentId), isNull(consent.withdrawnAt));
  const [given] = await tx.select().from(consent).where(mine);
  const newer = given && newerText(resident, given);
  const subject = given && subjectOf(given);
  if (!newer?.asks || !subject) return false;
  if (!yes) return (await tx.update(consent).set({ declinedVersion: newer.version }).where(mine).returning({ id: consent.id })).length > 0;
  const ended = await tx.update(consent).set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId }).where(mine).returning({ id: consent.id });
  if (ended.length === 0) return false;
  await giveConsent(tx, resident, subject, { subjectId: given.subjectId, fieldGroup: given.purpose === "published_figures" ? "household" : given.fieldGroup });
  return true;
}

/** How many newer texts wait for the yes or no of this resident. */
export async function waitingTexts(tx: ViewerTx, resident: Resident): Promise<number> {
  const open = await tx
    .select({ purpose: consent.purpose, audience: consent.audience, textVersion: consent.textVersion, declinedVersion: consent.declinedVersion })
    .from(consent)
    .where(and(eq(consent.householdId, resident.householdId), eq(consent.residentId, resident.residentId), isNull(consent.withdrawnAt)));
  return open.filter((given) => {
    const newer = newerText(resident, given);
    return newer?.asks && !newer.declined;
  }).length;
}
